// Generated from spec/openapi.yaml by `npm run generate`. Do not edit:
// change the spec, run the command, and commit both.

/** What the description says of a parameter, as far as it is checked before a call is sent or shown in a log. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly isRequired?: true;
  /** Whether a log may show its value. */
  readonly isLoggable?: true;
  readonly type?: "string" | "boolean" | "integer" | "number";
  /** What it has to be, in words. */
  readonly title?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: RegExp;
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
  /** Those of them whose replies have no body. */
  readonly withoutContent?: readonly number[];
}

/** A header that an operation takes. */
export type RequestHeader =
  | "MS-PartnerCenter-Application"
  | "ValidateMfa"
  | "X-Locale"
  | "ms-correlationid"
  | "ms-cv"
  | "ms-requestid";

/** A header of a reply. */
export type ResponseHeader =
  | "MS-CV"
  | "MS-CorrelationId"
  | "MS-RequestId"
  | "MS-ServerId"
  | "Retry-After"
  | "WWW-Authenticate"
  | "isMfaCompliant";

const Version: Parameter = { name: "version", in: "path", isRequired: true, isLoggable: true, type: "string", enum: ["1"] };
const IndirectCloudSolutionProviderId: Parameter = { name: "indirectCloudSolutionProviderId", in: "query", isLoggable: true, type: "string", title: "a tenant id", pattern: /\S/u };
const IndirectResellerId: Parameter = { name: "indirectResellerId", in: "query", isLoggable: true, type: "string", title: "a tenant id", pattern: /\S/u };
const DualRoleIndirectRelationship: Parameter = { name: "dualRoleIndirectRelationship", in: "query", isLoggable: true, type: "boolean" };
const MsRequestId: Parameter = { name: "ms-requestid", in: "header", type: "string" };
const MsCorrelationId: Parameter = { name: "ms-correlationid", in: "header", type: "string" };
const MsCv: Parameter = { name: "ms-cv", in: "header", type: "string", maxLength: 128 };
const XLocale: Parameter = { name: "X-Locale", in: "header", type: "string" };
const MsPartnerCenterApplication: Parameter = { name: "MS-PartnerCenter-Application", in: "header", type: "string" };
const ValidateMfa: Parameter = { name: "ValidateMfa", in: "header", type: "boolean" };

/** All operations; static paths come before those with a parameter in the same place. */
export const operations: readonly Operation[] = [
  { operationId: "getRelationshipRequestLink", method: "GET", path: "/v{version}/customers/relationshiprequests", parameters: [Version, IndirectCloudSolutionProviderId, IndirectResellerId, DualRoleIndirectRelationship, MsRequestId, MsCorrelationId, MsCv, XLocale, MsPartnerCenterApplication, ValidateMfa], isIdempotent: true, successStatuses: [200] },
];
