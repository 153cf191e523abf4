import type { Answer } from "../engine/answer.js";
import { type Call, textOf } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import { isSame, type Partner } from "../engine/partner.js";

/** The record with this id, or `null`. */
export const getAuditRecord: SandboxOperation = {
  answer({ path }: Call, { auditRecords }: Partner): Answer {
    const id = textOf(path.id);
    return { body: auditRecords.find((record) => isSame(record.id, id)) ?? null };
  },
};
