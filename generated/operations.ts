// Generated from spec/openapi.yaml by `npm run generate`. Do not edit:
// change the spec, run the command, and commit both.

/** What the description says of a parameter, as far as it is checked before a call is sent or shown in a log. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly isRequired?: true;
  /** Whether a log may show its value. */
  readonly isLoggable?: true;
  /** Whether an option of the client, or of a page, sends it, so that it is no parameter of methods. */
  readonly isClientOption?: true;
  readonly type?: "string" | "boolean" | "integer" | "number";
  /** What it has to be, in words. */
  readonly title?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  /** What is often given by mistake: how it looks, and what it is in words. */
  readonly mistake?: { readonly pattern: RegExp; readonly title: string };
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What the description says of an operation, as far as a call of it needs to know. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** With the parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Whether the same call may be sent again when nobody knows what became of it. */
  readonly isIdempotent?: true;
  readonly successStatuses: readonly number[];
  /** Those of them whose replies may be empty. */
  readonly emptyStatuses?: readonly number[];
  /** The names of parameters of which a call has one. */
  readonly exactlyOneOf?: readonly string[];
  /** The body that a call may, or has to, have; `constant` is the only value that it can have. */
  readonly body?: { readonly isRequired?: true; readonly constant?: unknown };
  /** Whether a success is a page of `items`. */
  readonly isCollection?: true;
  /** The properties that every success has, by name. */
  readonly required?: Readonly<Record<string, Parameter["type"]>>;
  /** How to find out whether a call succeeded whose response is lost. */
  readonly check?: string;
}

/** The `operationId` of each operation. */
export type OperationId =
  | "createWebhookRegistration"
  | "createWebhookValidation"
  | "getAgreementStatus"
  | "getAuditRecord"
  | "getCustomer"
  | "getMpnProfile"
  | "getRelationshipRequestLink"
  | "getWebhookRegistration"
  | "getWebhookValidation"
  | "listAuditRecords"
  | "listCustomerRelationships"
  | "listCustomers"
  | "listPartnerRelationships"
  | "listWebhookEvents"
  | "removeResellerRelationship"
  | "updateWebhookRegistration"
  | "validateResellers";

/** The operations that return a collection, a page at a time. */
export type CollectionOperationId =
  | "listAuditRecords"
  | "listCustomerRelationships"
  | "listCustomers"
  | "listPartnerRelationships";

/** A header that an operation takes. */
export type RequestHeader =
  | "MS-ContinuationToken"
  | "MS-PartnerCenter-Application"
  | "ValidateMfa"
  | "X-Locale"
  | "ms-correlationid"
  | "ms-cv"
  | "ms-requestid";

/** A header of a reply. */
export type ResponseHeader =
  | "MS-CV"
  | "MS-ContinuationToken"
  | "MS-CorrelationId"
  | "MS-RequestId"
  | "MS-ServerId"
  | "Retry-After"
  | "WWW-Authenticate"
  | "X-Locale"
  | "isMfaCompliant";

const Version: Parameter = { name: "version", in: "path", isRequired: true, isLoggable: true, type: "string", enum: ["1"] };
const RelationshipType: Parameter = { name: "relationship_type", in: "query", isRequired: true, isLoggable: true, type: "string", title: "a type of relationship", minLength: 1 };
const RelationshipFilter: Parameter = { name: "filter", in: "query", type: "string" };
const MsRequestId: Parameter = { name: "ms-requestid", in: "header", isClientOption: true, type: "string" };
const MsCorrelationId: Parameter = { name: "ms-correlationid", in: "header", isClientOption: true, type: "string" };
const MsCv: Parameter = { name: "ms-cv", in: "header", isClientOption: true, type: "string", maxLength: 128 };
const XLocale: Parameter = { name: "X-Locale", in: "header", isClientOption: true, type: "string" };
const MsPartnerCenterApplication: Parameter = { name: "MS-PartnerCenter-Application", in: "header", isClientOption: true, type: "string" };
const ValidateMfa: Parameter = { name: "ValidateMfa", in: "header", isClientOption: true, type: "boolean" };
const AgreementMpnId: Parameter = { name: "mpnId", in: "query", isLoggable: true, type: "string", title: "a PartnerID (digits only)", pattern: /^[0-9]+$/u };
const AgreementTenantId: Parameter = { name: "tenantId", in: "query", isLoggable: true, type: "string", title: "a tenant id (a GUID)", pattern: /^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$/u };
const MpnId: Parameter = { name: "mpnId", in: "query", isLoggable: true, type: "string", title: "a PartnerID (digits only)", pattern: /^[0-9]+$/u };
const IndirectCloudSolutionProviderId: Parameter = { name: "indirectCloudSolutionProviderId", in: "query", isLoggable: true, type: "string", title: "a tenant id (a GUID or a domain name)", maxLength: 253, pattern: /^(?:[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}|(?:[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?\.)+[A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z]))$/u, mistake: { pattern: /^\d+$/u, title: "a PartnerID; `listPartnerRelationships` has the tenant id beside it" } };
const IndirectResellerId: Parameter = { name: "indirectResellerId", in: "query", isLoggable: true, type: "string", title: "a tenant id (a GUID or a domain name)", maxLength: 253, pattern: /^(?:[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}|(?:[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?\.)+[A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z]))$/u, mistake: { pattern: /^\d+$/u, title: "a PartnerID; `listPartnerRelationships` has the tenant id beside it" } };
const DualRoleIndirectRelationship: Parameter = { name: "dualRoleIndirectRelationship", in: "query", isLoggable: true, type: "boolean" };
const Size: Parameter = { name: "size", in: "query", isLoggable: true, type: "integer", title: "a whole number from 0 to 500", minimum: 0, maximum: 500 };
const CustomerFilter: Parameter = { name: "filter", in: "query", type: "string" };
const SeekOperation: Parameter = { name: "seekOperation", in: "query", isLoggable: true, type: "string", title: "a seek operation", minLength: 1 };
const MsContinuationToken: Parameter = { name: "MS-ContinuationToken", in: "header", isClientOption: true, type: "string" };
const StartDate: Parameter = { name: "startDate", in: "query", isLoggable: true, type: "string", title: "a day (yyyy-mm-dd)", pattern: /^\d{4}-\d{2}-\d{2}$/u };
const EndDate: Parameter = { name: "endDate", in: "query", isLoggable: true, type: "string", title: "a day (yyyy-mm-dd)", pattern: /^\d{4}-\d{2}-\d{2}$/u };
const AuditFilter: Parameter = { name: "filter", in: "query", type: "string" };
const WebhookValidationId: Parameter = { name: "correlationId", in: "path", isRequired: true, type: "string", title: "the correlation id of a test event", minLength: 1 };
const CustomerId: Parameter = { name: "customer_id", in: "path", isRequired: true, type: "string", title: "a tenant id (a GUID or a domain name)", maxLength: 253, pattern: /^(?:[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}|(?:[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?\.)+[A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z]))$/u, mistake: { pattern: /^\d+$/u, title: "a PartnerID; `listPartnerRelationships` has the tenant id beside it" } };
const AuditRecordId: Parameter = { name: "id", in: "path", isRequired: true, type: "string", title: "the id of an audit record", minLength: 1 };

/** All operations; static paths come before those with a parameter in the same place. */
export const operations: readonly Operation[] = [
  { operationId: "listPartnerRelationships", method: "GET", path: "/v{version}/relationships", parameters: [Version, RelationshipType, RelationshipFilter, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], isCollection: true },
  { operationId: "getAgreementStatus", method: "GET", path: "/v{version}/compliance/csp/agreementstatus", parameters: [Version, AgreementMpnId, AgreementTenantId, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], exactlyOneOf: ["mpnId","tenantId"] },
  { operationId: "validateResellers", method: "POST", path: "/v{version}/partners/validateresellers", parameters: [Version, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], body: { isRequired: true } },
  { operationId: "getMpnProfile", method: "GET", path: "/v{version}/profiles/mpn", parameters: [Version, MpnId, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200] },
  { operationId: "getRelationshipRequestLink", method: "GET", path: "/v{version}/customers/relationshiprequests", parameters: [Version, IndirectCloudSolutionProviderId, IndirectResellerId, DualRoleIndirectRelationship, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], required: { "url": "string" } },
  { operationId: "listWebhookEvents", method: "GET", path: "/webhooks/v{version}/registration/events", parameters: [Version, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200] },
  { operationId: "getWebhookRegistration", method: "GET", path: "/webhooks/v{version}/registration", parameters: [Version, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200] },
  { operationId: "updateWebhookRegistration", method: "PUT", path: "/webhooks/v{version}/registration", parameters: [Version, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], body: { isRequired: true } },
  { operationId: "createWebhookRegistration", method: "POST", path: "/webhooks/v{version}/registration", parameters: [Version, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], successStatuses: [200], body: { isRequired: true }, check: "`getWebhookRegistration` returns the registration, or fails with status 404 while there is none." },
  { operationId: "createWebhookValidation", method: "POST", path: "/webhooks/v{version}/registration/validationEvents", parameters: [Version, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], successStatuses: [200] },
  { operationId: "listCustomers", method: "GET", path: "/v{version}/customers", parameters: [Version, Size, CustomerFilter, SeekOperation, MsContinuationToken, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], isCollection: true },
  { operationId: "listAuditRecords", method: "GET", path: "/v{version}/auditrecords", parameters: [Version, StartDate, EndDate, AuditFilter, Size, MsContinuationToken, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], isCollection: true },
  { operationId: "getWebhookValidation", method: "GET", path: "/webhooks/v{version}/registration/validationEvents/{correlationId}", parameters: [Version, WebhookValidationId, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200] },
  { operationId: "listCustomerRelationships", method: "GET", path: "/v{version}/customers/{customer_id}/relationships", parameters: [Version, CustomerId, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], emptyStatuses: [200], isCollection: true },
  { operationId: "getCustomer", method: "GET", path: "/v{version}/customers/{customer_id}", parameters: [Version, CustomerId, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], required: { "id": "string" } },
  { operationId: "removeResellerRelationship", method: "PATCH", path: "/v{version}/customers/{customer_id}", parameters: [Version, CustomerId, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], successStatuses: [200], body: { isRequired: true, constant: {"relationshipToPartner":"none","attributes":{"objectType":"Customer"}} }, check: "`getCustomer` fails with status 403 and code 20002 when the relationship has ended." },
  { operationId: "getAuditRecord", method: "GET", path: "/auditactivity/v{version}/auditrecords/{id}", parameters: [Version, AuditRecordId, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200], emptyStatuses: [200] },
];
