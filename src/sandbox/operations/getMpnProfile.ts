import { examples } from "../../../generated/examples.js";
import { type Answer, about, refused } from "../engine/answer.js";
import { type Call, textOf } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";

/** The caller's own profile, unless a PartnerID is given. */
export const getMpnProfile: SandboxOperation = {
  answer({ query }: Call, { own, resellers, providers }: Partner): Answer {
    const mpnId = textOf(query.mpnId) ?? own.mpnId;
    const found = [own, ...resellers, ...providers].find((partner) => partner.mpnId === mpnId);
    return found === undefined
      ? refused(404, about(examples.PartnerNotFound, mpnId))
      : {
          body: {
            ...examples.MpnProfile,
            mpnId,
            partnerName: found.name,
          },
        };
  },
};
