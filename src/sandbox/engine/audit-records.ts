import { examples } from "../../../generated/examples.js";
import type { components } from "../../../generated/openapi.js";
import type { Moment } from "./moment.js";
import type { Partner } from "./partner.js";

type AuditRecord = components["schemas"]["AuditRecord"];
type Customer = components["schemas"]["Customer"];

/** What happened to a customer. */
export type Happening = Required<
  Pick<AuditRecord, "operationType" | "resourceType" | "resourceNewValue" | "originalCorrelationId">
> &
  Pick<AuditRecord, "resourceOldValue" | "customizedData">;

/** Records what happened to a customer, and gives the id of the record. */
export function recordAudit(
  { own, auditRecords }: Partner,
  { id = "", companyProfile }: Customer,
  happening: Happening,
  { ticks, text }: Moment,
): string {
  const operation = happening.operationType.replaceAll("_", "");
  const auditId = `${own.tenantId}_${id}_${operation}_${ticks}`;
  const { userPrincipalName, applicationId, sessionId } = examples.AuditRecordAccepted;
  auditRecords.push({
    id: auditId,
    partnerId: own.tenantId,
    participants: [own.tenantId],
    customerId: id,
    ...(companyProfile?.companyName !== undefined && { customerName: companyProfile.companyName }),
    userPrincipalName,
    applicationId,
    sessionId,
    ...happening,
    operationDate: `${text}Z`,
    operationStatus: "succeeded",
    attributes: { objectType: "AuditRecord" },
  });
  return auditId;
}
