import type { SandboxOperation } from "../engine/operation.js";
import { createWebhookRegistration } from "./createWebhookRegistration.js";
import { createWebhookValidation } from "./createWebhookValidation.js";
import { getAgreementStatus } from "./getAgreementStatus.js";
import { getAuditRecord } from "./getAuditRecord.js";
import { getCustomer } from "./getCustomer.js";
import { getMpnProfile } from "./getMpnProfile.js";
import { getRelationshipRequestLink } from "./getRelationshipRequestLink.js";
import { getWebhookRegistration } from "./getWebhookRegistration.js";
import { getWebhookValidation } from "./getWebhookValidation.js";
import { listAuditRecords } from "./listAuditRecords.js";
import { listCustomerRelationships } from "./listCustomerRelationships.js";
import { listCustomers } from "./listCustomers.js";
import { listPartnerRelationships } from "./listPartnerRelationships.js";
import { listWebhookEvents } from "./listWebhookEvents.js";
import { removeResellerRelationship } from "./removeResellerRelationship.js";
import { updateWebhookRegistration } from "./updateWebhookRegistration.js";
import { validateResellers } from "./validateResellers.js";

/** The operations that the sandbox plays, by operationId; others of the description are answered with their examples. */
export const sandboxOperations: Readonly<Record<string, SandboxOperation>> = {
  createWebhookRegistration,
  createWebhookValidation,
  getAgreementStatus,
  getAuditRecord,
  getCustomer,
  getMpnProfile,
  getRelationshipRequestLink,
  getWebhookRegistration,
  getWebhookValidation,
  listAuditRecords,
  listCustomerRelationships,
  listCustomers,
  listPartnerRelationships,
  listWebhookEvents,
  removeResellerRelationship,
  updateWebhookRegistration,
  validateResellers,
};
