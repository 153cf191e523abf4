import { examples } from "../../../generated/examples.js";
import type { components } from "../../../generated/openapi.js";
import { type Answer, invalidInput, refused } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import { type Field, filtered } from "../engine/filter.js";
import type { SandboxOperation } from "../engine/operation.js";
import { pageOf } from "../engine/page.js";
import type { Partner } from "../engine/partner.js";

type AuditRecord = components["schemas"]["AuditRecord"];

const DAY_MS = 86_400_000;
const KEPT_DAYS = 90;
const LONGEST_SPAN_DAYS = 30;

const FIELDS: Readonly<Record<string, Field<AuditRecord>>> = {
  CompanyName: { operators: ["substring"], valueOf: ({ customerName }) => customerName },
  CustomerId: { operators: ["equals"], valueOf: ({ customerId }) => customerId },
  ResourceType: { operators: ["equals"], valueOf: ({ resourceType }) => resourceType },
};

/** Those of at most 30 of the last 90 days, page by page. */
export const listAuditRecords: SandboxOperation = {
  answer(call: Call, { auditRecords, pageSize, now }: Partner): Answer {
    const { startDate, endDate, filter } = call.query;
    const today = Math.floor(now() / DAY_MS);
    const first = dayOf(startDate) ?? today - LONGEST_SPAN_DAYS;
    const last = dayOf(endDate) ?? Math.min(today, first + LONGEST_SPAN_DAYS);
    if (Number.isNaN(first) || Number.isNaN(last) || last < first) {
      return invalidInput("The last day comes before the first, or one of them is none.");
    }
    if (first < today - KEPT_DAYS) {
      return refused(400, examples.AuditRecordsTooOld);
    }
    if (last - first > LONGEST_SPAN_DAYS) {
      return invalidInput(`One call spans ${LONGEST_SPAN_DAYS} days at most.`);
    }
    const within = auditRecords.filter(({ operationDate = "" }) => {
      const day = Math.floor(Date.parse(operationDate) / DAY_MS);
      return day >= first && day <= last;
    });
    const found = filtered(within, filter, FIELDS);
    return found === undefined
      ? invalidInput("The filter is none that the list of audit records knows.")
      : pageOf(call, "/auditrecords", found, pageSize);
  },
};

/** The day of a date, counted from 1970; NaN for a date that there is not. */
function dayOf(date: unknown): number | undefined {
  return date === undefined ? undefined : Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}
