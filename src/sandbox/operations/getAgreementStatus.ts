import { examples } from "../../../generated/examples.js";
import { type Answer, about, refused } from "../engine/answer.js";
import { type Call, textOf } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import { isSame, type Partner } from "../engine/partner.js";
import type { SandboxAgreement } from "../sandbox-options.js";

type Asked = "mpnId" | "tenantId";

const SIGNED: Answer = { body: examples.AgreementSigned };

/** What is said of a reseller's agreement, by what was asked with. */
const OUTCOMES: Readonly<Record<SandboxAgreement, (asked: Asked, id: string) => Answer>> = {
  signed: () => SIGNED,
  unsigned: () => ({ body: examples.AgreementNotSigned }),
  missing: (asked, id) =>
    refused(
      400,
      about(
        asked === "mpnId" ? examples.AgreementUnsignedMpnId : examples.AgreementUnsignedTenant,
        id,
      ),
    ),
  "other-region": (_asked, id) => refused(400, about(examples.AgreementOtherRegion, id)),
  "not-migrated": (_asked, id) => refused(400, about(examples.AgreementMpnIdUnknown, id)),
};

/** `isAgreementSigned`, or one of the faults that mean something else. */
export const getAgreementStatus: SandboxOperation = {
  answer({ query }: Call, partner: Partner): Answer {
    const mpnId = textOf(query.mpnId);
    const asked = mpnId === undefined ? "tenantId" : "mpnId";
    const id = mpnId ?? textOf(query.tenantId) ?? "";
    const isIt = (one: { mpnId?: string | undefined }, tenantId: string | undefined) =>
      asked === "mpnId" ? one.mpnId === id : isSame(tenantId, id);
    const reseller = partner.resellers.find((one) => isIt(one, one.id));
    if (reseller !== undefined) {
      return OUTCOMES[reseller.agreement ?? "signed"](asked, id);
    }
    const isOther =
      isIt(partner.own, partner.own.tenantId) || partner.providers.some((one) => isIt(one, one.id));
    if (isOther) {
      return refused(
        400,
        about(
          asked === "mpnId" ? examples.AgreementNoReseller : examples.AgreementUnsignedTenant,
          id,
        ),
      );
    }
    return refused(
      400,
      about(
        asked === "mpnId" ? examples.AgreementMpnIdUnknown : examples.AgreementTenantUnknown,
        id,
      ),
    );
  },
  // Ids that cannot be any, both of them, or neither.
  refuse({ query: { mpnId, tenantId } }: Call): Answer {
    if (mpnId !== undefined && tenantId !== undefined) {
      return refused(400, examples.AgreementBothGiven);
    }
    if (mpnId === undefined && tenantId === undefined) {
      return refused(400, examples.AgreementNeitherGiven);
    }
    return refused(
      400,
      mpnId === undefined ? examples.AgreementTenantIdMalformed : examples.AgreementMpnIdMalformed,
    );
  },
};
