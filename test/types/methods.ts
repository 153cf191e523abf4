// Compiled from the sources by test/types.test.ts and against the package by test/package, and never run. Each
// `@ts-expect-error` stands over what must not compile.
import {
  type AgreementStatus,
  type AuditRecord,
  type CallPromise,
  type Customer,
  createPartnerCenterClient,
  type FoundAuditRecord,
  type GetCustomerParameters,
  type MpnProfile,
  type PagedItems,
  type PartnerRelationship,
  type RelationshipRequest,
  type RemovedCustomer,
  type ResellerValidation,
  type StoredWebhookRegistration,
  type WebhookEventNames,
  type WebhookValidation,
  type WebhookValidationReceipt,
} from "partner-center-client";

const client = createPartnerCenterClient({ credential: () => "a-token" });
const customer_id = "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05";
const body = { WebhookUrl: "https://contoso.example", WebhookEvents: ["test-created"] };

/** Every operation, with its result by name. */
export const link: CallPromise<RelationshipRequest> = client.getRelationshipRequestLink();
export const customer: CallPromise<Customer> = client.getCustomer({ customer_id });
export const customers: PagedItems<Customer> = client.listCustomers({ size: 1 });
export const removed: CallPromise<RemovedCustomer> = client.removeResellerRelationship({
  customer_id,
});
export const partners: PagedItems<PartnerRelationship> = client.listCustomerRelationships({
  customer_id,
});
export const resellers: PagedItems<PartnerRelationship> = client.listPartnerRelationships({
  relationship_type: "IsIndirectCloudSolutionProviderOf",
});
export const agreement: CallPromise<AgreementStatus> = client.getAgreementStatus({ mpnId: "1" });
export const validations: CallPromise<ResellerValidation> = client.validateResellers({
  body: { partnerIds: ["1206"] },
});
export const profile: CallPromise<MpnProfile> = client.getMpnProfile({ mpnId: "1206" });
export const records: PagedItems<AuditRecord> = client.listAuditRecords({
  startDate: "2025-11-01",
});
export const record: CallPromise<FoundAuditRecord> = client.getAuditRecord({ id: "a" });
export const events: CallPromise<WebhookEventNames> = client.listWebhookEvents();
export const registration: CallPromise<StoredWebhookRegistration> = client.getWebhookRegistration();
export const created: CallPromise<StoredWebhookRegistration> = client.createWebhookRegistration({
  body,
});
export const updated: CallPromise<StoredWebhookRegistration> = client.updateWebhookRegistration({
  body,
});
export const receipt: CallPromise<WebhookValidationReceipt> = client.createWebhookValidation();
export const validation: CallPromise<WebhookValidation> = client.getWebhookValidation({
  correlationId: "a",
});

/** Optional parameters accept `undefined`, and calls have options. */
export const optional = [
  client.listCustomers({ size: undefined, filter: undefined, version: undefined }),
  client.getRelationshipRequestLink({ indirectResellerId: undefined }),
  client.removeResellerRelationship({ customer_id, body: undefined }),
  client.getCustomer({ customer_id, version: "1" }, { signal: AbortSignal.timeout(1) }),
  client.listCustomers({}, { headers: { "X-Locale": "de-DE" } }),
];

/** The result beside its response. */
export async function withResponse(): Promise<[string, Response]> {
  const { data, response } = await client.getCustomer({ customer_id }).withResponse();
  return [data.id, response];
}

/** Three mistakes for parameters in a path. */
export const inPath = [
  // @ts-expect-error `customer_id` is missing
  client.getCustomer({}),
  // @ts-expect-error the description calls it `customer_id`
  client.getCustomer({ customerId: customer_id }),
  // @ts-expect-error an id is text
  client.getCustomer({ customer_id: 1 }),
  // @ts-expect-error only version 1 is documented
  client.getCustomer({ customer_id, version: "2" }),
];

/** Three mistakes for parameters in a query. */
export const inQuery = [
  // @ts-expect-error `relationship_type` is missing
  client.listPartnerRelationships({}),
  // @ts-expect-error no document has such a parameter
  client.listCustomers({ pageSize: 1 }),
  // @ts-expect-error a size is a number
  client.listCustomers({ size: "1" }),
];

/** Three mistakes for parameters in a header, which options of the client and of a page send. */
export const inHeader = [
  // @ts-expect-error an option of the client sends it
  client.getCustomer({ customer_id, "ms-cv": "a" }),
  // @ts-expect-error an option of the client asks for it
  client.getCustomer({ customer_id, ValidateMfa: true }),
  // @ts-expect-error `byPage` sends it
  client.listCustomers({ "MS-ContinuationToken": "a" }),
];

/** Three mistakes for a body. */
export const inBody = [
  // @ts-expect-error the body is missing
  client.createWebhookRegistration({}),
  // @ts-expect-error the events are a list
  client.createWebhookRegistration({ body: { ...body, WebhookEvents: "test-created" } }),
  // @ts-expect-error there is only one body
  client.removeResellerRelationship({ customer_id, body: { relationshipToPartner: "reseller" } }),
  // @ts-expect-error there is no body
  client.listWebhookEvents({ body }),
];

/** Mistakes elsewhere. */
export const elsewhere = [
  // @ts-expect-error the parameters come by name
  client.getCustomer(customer_id),
  // @ts-expect-error a collection is no promise
  client.listCustomers().then,
  // @ts-expect-error the options of a call have no parameters
  client.getCustomer({ customer_id }, { params: {} }),
  // @ts-expect-error methods read JSON
  client.getCustomer({ customer_id }, { parseAs: "text" }),
];
// @ts-expect-error `customer_id` is required
export const parameters: GetCustomerParameters = {};
