import { getAgreementStatus } from "./agreement.js";
import type { Answer } from "./answer.js";
import { getAuditRecord, listAuditRecords } from "./audit.js";
import type { Call } from "./call.js";
import { getCustomer, listCustomerRelationships, listCustomers } from "./customers.js";
import { getRelationshipRequestLink } from "./invite.js";
import type { Partner } from "./partner.js";
import { getMpnProfile, listPartnerRelationships, validateResellers } from "./partners.js";
import {
  createWebhookRegistration,
  getWebhookRegistration,
  listWebhookEvents,
  updateWebhookRegistration,
} from "./registration.js";
import { removeResellerRelationship } from "./removal.js";
import { createWebhookValidation, getWebhookValidation } from "./validation.js";

/** Answers a call whose parameters the description allows, and remembers what it changes. */
export type Handler = (call: Call, partner: Partner) => Answer;

/** Who answers which operation; others of the description are answered with their examples. */
export const handlers: Readonly<Record<string, Handler>> = {
  getRelationshipRequestLink,
  listPartnerRelationships,
  getMpnProfile,
  getAgreementStatus,
  validateResellers,
  listCustomers,
  getCustomer,
  listCustomerRelationships,
  removeResellerRelationship,
  listAuditRecords,
  getAuditRecord,
  listWebhookEvents,
  getWebhookRegistration,
  createWebhookRegistration,
  updateWebhookRegistration,
  createWebhookValidation,
  getWebhookValidation,
};
