// Generated from spec/ by `npm run generate`. Do not edit:
// change the example, run the command, and commit both.

import type { components } from "./openapi.js";

/** One way in which an operation answers. */
export interface DescribedReply {
  readonly status: number;
  /** The media types of its body; none when it has no body. */
  readonly mediaTypes: readonly string[];
  readonly examples: readonly unknown[];
}

/** How an operation answers. */
export interface DescribedReplies {
  /** Whether a token that an app got for itself will do. */
  readonly takesAppOnly: boolean;
  readonly replies: readonly DescribedReply[];
}

/** The examples that have a name in the description. */
export const examples = {
  AccessDenied: {
    "code": 400,
    "description": "Access denied.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  AppOnlyToken: {
    "code": 900329,
    "description": "App-only tokens are not accepted by this operation.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  CustomerAccepted: {
    "EventName": "reseller-relationship-accepted-by-customer",
    "ResourceUri": "https://api.partnercenter.microsoft.com/v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1",
    "ResourceName": "Customer",
    "AuditUri": "https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/7a1c52c0-5d0e-4a43-9f26-0f6cf0f0b1b7_0c39d6d5-c70d-4c55-bc02-f620844f3fd1_resellerrelationshipacceptedbycustomer_639080361421234567",
    "ResourceChangeUtcDate": "2026-03-02T08:15:42.1234567+00:00"
  } satisfies components["schemas"]["WebhookEvent"],
  GatewayUnavailable: {
    "statusCode": 503,
    "message": "Service unavailable."
  } satisfies components["schemas"]["Fault"],
  IndirectCustomerAccepted: {
    "eventName": "indirect-reseller-relationship-accepted-by-customer",
    "resourceUri": "https://api.partnercenter.microsoft.com/v1/customers/9e2f4a60-3b1d-4c78-8f05-d61a7b92ce34",
    "resourceName": "Customer",
    "auditUri": null,
    "resourceChangeUtcDate": "2026-03-04T13:05:07.7654321+00:00"
  } satisfies components["schemas"]["WebhookEvent"],
  InvalidInput: {
    "code": 800002,
    "description": "The indirect reseller id is not a valid tenant id.",
    "data": [],
    "source": "PartnerApiServiceControllers"
  } satisfies components["schemas"]["Fault"],
  MfaRequired: {
    "code": 900421,
    "description": "The token was issued without multifactor authentication.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  RateLimitExceeded: {
    "statusCode": 429,
    "message": "Rate limit is exceeded. Try again in 57 seconds."
  } satisfies components["schemas"]["Fault"],
  RelationshipRequestAdminCenter: {
    "url": "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation",
    "attributes": {
      "objectType": "RelationshipRequest"
    }
  } satisfies components["schemas"]["RelationshipRequest"],
  RelationshipRequestOfficePortal: {
    "url": "https://portal.office.com/partner/partnersignup.aspx?type=ResellerRelationship&id=3b33e682-00c3-41ee-9dd2-a548adf56438&csp=1&msppid=0",
    "attributes": {
      "objectType": "RelationshipRequest"
    }
  } satisfies components["schemas"]["RelationshipRequest"],
  ServiceFailure: {
    "code": 800003,
    "description": "The service met a condition that it did not expect.",
    "data": [],
    "source": "PartnerApiServiceControllers"
  } satisfies components["schemas"]["Fault"],
  TenantNotFound: {
    "code": 60003,
    "description": "No tenant has the id 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  WebhookTest: {
    "EventName": "test-created",
    "ResourceUri": "http://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents/5b7e9c12-6f30-4d8a-b3a1-2c94e07d5f68",
    "ResourceName": "test",
    "AuditUri": null,
    "ResourceChangeUtcDate": "2026-03-01T17:30:00.0000001+00:00"
  } satisfies components["schemas"]["WebhookEvent"],
};

/** How each operation answers, by its operationId. */
export const replies: Readonly<Record<string, DescribedReplies>> = {
  getRelationshipRequestLink: {
    takesAppOnly: false,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json","application/xml","text/xml"], examples: [examples.RelationshipRequestAdminCenter, examples.RelationshipRequestOfficePortal] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples.InvalidInput] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples.MfaRequired, examples.AccessDenied] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples.AppOnlyToken] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples.TenantNotFound] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples.RateLimitExceeded] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples.ServiceFailure] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples.GatewayUnavailable] },
    ],
  },
};
