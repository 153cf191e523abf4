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
  "AccessDenied": {
    "code": 400,
    "description": "Access denied.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "AgreementBothGiven": {
    "code": 2000,
    "description": "Give the MPN id or the tenant id, not both of them.",
    "data": [],
    "source": "ComplianceController"
  } satisfies components["schemas"]["Fault"],
  "AgreementMpnIdMalformed": {
    "code": 2000,
    "description": "The MPN id has to be a number.",
    "data": [],
    "source": "PartnerApiServiceControllers"
  } satisfies components["schemas"]["Fault"],
  "AgreementMpnIdUnknown": {
    "code": 2200,
    "description": "MPN id 1206 is not valid, or has not been moved to Partner Center.",
    "data": [
      "https://learn.microsoft.com/partner-center/mpa-indirect-provider-faq"
    ],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "AgreementNeitherGiven": {
    "code": 2001,
    "description": "Give the MPN id or the tenant id.",
    "data": [],
    "source": "ComplianceController"
  } satisfies components["schemas"]["Fault"],
  "AgreementNoReseller": {
    "code": 2204,
    "description": "MPN id 5120437 has no account of an indirect reseller.",
    "data": [
      "https://learn.microsoft.com/partner-center/mpa-indirect-provider-faq"
    ],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "AgreementNotSigned": {
    "isAgreementSigned": false
  } satisfies components["schemas"]["AgreementStatus"],
  "AgreementOtherRegion": {
    "code": 2201,
    "description": "MPN id 4903358 is of the region Germany, and the provider of the region United States.",
    "data": [
      "https://learn.microsoft.com/partner-center/mpa-indirect-provider-faq"
    ],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "AgreementSigned": {
    "isAgreementSigned": true
  } satisfies components["schemas"]["AgreementStatus"],
  "AgreementTenantIdMalformed": {
    "code": 2000,
    "description": "The tenant id has to be a GUID.",
    "data": [],
    "source": "PartnerApiServiceControllers"
  } satisfies components["schemas"]["Fault"],
  "AgreementTenantUnknown": {
    "code": 2205,
    "description": "Partner Center has no account for tenant e62b9f05-3d7a-4c18-90b4-a15c8df7e263.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "AgreementUnsignedMpnId": {
    "code": 2203,
    "description": "The partner with MPN id 4903358 has not signed the Microsoft Partner Agreement in this region.",
    "data": [
      "https://learn.microsoft.com/partner-center/mpa-indirect-provider-faq"
    ],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "AgreementUnsignedTenant": {
    "code": 2206,
    "description": "The account of tenant 7e2c9b14-63d8-4a5f-b0c7-1d94e8f3a526 has signed no agreement.",
    "data": [
      "https://learn.microsoft.com/partner-center/mpa-indirect-provider-faq"
    ],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "AppOnlyToken": {
    "code": 900329,
    "description": "App-only tokens are not accepted by this operation.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "AuditRecordAccepted": {
    "id": "3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321",
    "partnerId": "3b33e682-00c3-41ee-9dd2-a548adf56438",
    "participants": [
      "3b33e682-00c3-41ee-9dd2-a548adf56438"
    ],
    "customerId": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
    "customerName": "Contoso",
    "userPrincipalName": "lee.gu@fabrikam.onmicrosoft.com",
    "applicationId": "8d2f6b41-95ce-4a07-b3f8-6c0e7d15a942",
    "sessionId": "c70a5e18-46d9-4b3c-9f52-e81d037b6a24",
    "resourceType": "customer",
    "resourceNewValue": "{\"Id\":\"5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05\",\"CompanyProfile\":{\"TenantId\":\"5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05\",\"Domain\":\"contoso.onmicrosoft.com\",\"CompanyName\":\"Contoso\"},\"RelationshipToPartner\":\"reseller\",\"Attributes\":{\"ObjectType\":\"Customer\"}}",
    "operationType": "reseller_relationship_accepted_by_customer",
    "originalCorrelationId": "02971f0f-1029-47b2-9fdb-1932f0987470",
    "operationDate": "2025-11-12T09:28:43.7654321Z",
    "operationStatus": "succeeded",
    "customizedData": [
      {
        "key": "PrimaryDomainName",
        "value": "contoso.onmicrosoft.com"
      },
      {
        "key": "Relationship",
        "value": "Reseller"
      }
    ],
    "attributes": {
      "objectType": "AuditRecord"
    }
  } satisfies components["schemas"]["FoundAuditRecord"],
  "AuditRecordNone": null satisfies components["schemas"]["FoundAuditRecord"],
  "AuditRecordNotFound": {
    "code": 1000,
    "description": "There is no audit record with this id.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "AuditRecordsAll": {
    "totalCount": 2,
    "items": [
      {
        "id": "3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321",
        "partnerId": "3b33e682-00c3-41ee-9dd2-a548adf56438",
        "participants": [
          "3b33e682-00c3-41ee-9dd2-a548adf56438"
        ],
        "customerId": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
        "customerName": "Contoso",
        "userPrincipalName": "lee.gu@fabrikam.onmicrosoft.com",
        "applicationId": "8d2f6b41-95ce-4a07-b3f8-6c0e7d15a942",
        "sessionId": "c70a5e18-46d9-4b3c-9f52-e81d037b6a24",
        "resourceType": "customer",
        "resourceNewValue": "{\"Id\":\"5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05\",\"CompanyProfile\":{\"TenantId\":\"5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05\",\"Domain\":\"contoso.onmicrosoft.com\",\"CompanyName\":\"Contoso\"},\"RelationshipToPartner\":\"reseller\",\"Attributes\":{\"ObjectType\":\"Customer\"}}",
        "operationType": "reseller_relationship_accepted_by_customer",
        "originalCorrelationId": "02971f0f-1029-47b2-9fdb-1932f0987470",
        "operationDate": "2025-11-12T09:28:43.7654321Z",
        "operationStatus": "succeeded",
        "customizedData": [
          {
            "key": "PrimaryDomainName",
            "value": "contoso.onmicrosoft.com"
          },
          {
            "key": "Relationship",
            "value": "Reseller"
          }
        ],
        "attributes": {
          "objectType": "AuditRecord"
        }
      },
      {
        "id": "3b33e682-00c3-41ee-9dd2-a548adf56438_c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c_removepartnercustomerrelationship_638992515104829017",
        "partnerId": "3b33e682-00c3-41ee-9dd2-a548adf56438",
        "participants": [
          "3b33e682-00c3-41ee-9dd2-a548adf56438"
        ],
        "customerId": "c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c",
        "customerName": "Northwind Traders",
        "userPrincipalName": "lee.gu@fabrikam.onmicrosoft.com",
        "applicationId": "8d2f6b41-95ce-4a07-b3f8-6c0e7d15a942",
        "sessionId": "c70a5e18-46d9-4b3c-9f52-e81d037b6a24",
        "resourceType": "partner_customer_relationship",
        "resourceOldValue": "{\"RelationshipToPartner\":\"reseller\"}",
        "resourceNewValue": "{\"RelationshipToPartner\":\"none\"}",
        "operationType": "remove_partner_customer_relationship",
        "originalCorrelationId": "02971f0f-1029-47b2-9fdb-1932f0987470",
        "operationDate": "2025-11-20T16:05:10.4829017Z",
        "operationStatus": "succeeded",
        "customizedData": [
          {
            "key": "PartnerOnRecord",
            "value": null
          }
        ],
        "attributes": {
          "objectType": "AuditRecord"
        }
      }
    ],
    "links": {
      "self": {
        "uri": "/auditrecords?startDate=2025-11-01&endDate=2025-11-30&size=500",
        "method": "GET",
        "headers": []
      }
    },
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["AuditRecordCollection"],
  "AuditRecordsFirstPage": {
    "totalCount": 1,
    "items": [
      {
        "id": "3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321",
        "partnerId": "3b33e682-00c3-41ee-9dd2-a548adf56438",
        "participants": [
          "3b33e682-00c3-41ee-9dd2-a548adf56438"
        ],
        "customerId": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
        "customerName": "Contoso",
        "userPrincipalName": "lee.gu@fabrikam.onmicrosoft.com",
        "applicationId": "8d2f6b41-95ce-4a07-b3f8-6c0e7d15a942",
        "sessionId": "c70a5e18-46d9-4b3c-9f52-e81d037b6a24",
        "resourceType": "customer",
        "resourceNewValue": "{\"Id\":\"5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05\",\"CompanyProfile\":{\"TenantId\":\"5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05\",\"Domain\":\"contoso.onmicrosoft.com\",\"CompanyName\":\"Contoso\"},\"RelationshipToPartner\":\"reseller\",\"Attributes\":{\"ObjectType\":\"Customer\"}}",
        "operationType": "reseller_relationship_accepted_by_customer",
        "originalCorrelationId": "02971f0f-1029-47b2-9fdb-1932f0987470",
        "operationDate": "2025-11-12T09:28:43.7654321Z",
        "operationStatus": "succeeded",
        "customizedData": [
          {
            "key": "PrimaryDomainName",
            "value": "contoso.onmicrosoft.com"
          },
          {
            "key": "Relationship",
            "value": "Reseller"
          }
        ],
        "attributes": {
          "objectType": "AuditRecord"
        }
      }
    ],
    "continuationToken": "AQAAAACvYnkLQx3mGg==",
    "links": {
      "self": {
        "uri": "/auditrecords?startDate=2025-11-01&endDate=2025-11-30&size=1",
        "method": "GET",
        "headers": []
      },
      "next": {
        "uri": "/auditrecords?startDate=2025-11-01&endDate=2025-11-30&size=1&seekOperation=Next",
        "method": "GET",
        "headers": [
          {
            "key": "MS-ContinuationToken",
            "value": "AQAAAACvYnkLQx3mGg=="
          }
        ]
      }
    },
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["AuditRecordCollection"],
  "AuditRecordsTooOld": {
    "description": "Records older than 90 days are not kept.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "CustomerAccepted": {
    "EventName": "reseller-relationship-accepted-by-customer",
    "ResourceUri": "https://api.partnercenter.microsoft.com/v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1",
    "ResourceName": "Customer",
    "AuditUri": "https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/7a1c52c0-5d0e-4a43-9f26-0f6cf0f0b1b7_0c39d6d5-c70d-4c55-bc02-f620844f3fd1_resellerrelationshipacceptedbycustomer_639080361421234567",
    "ResourceChangeUtcDate": "2026-03-02T08:15:42.1234567+00:00"
  } satisfies components["schemas"]["WebhookEvent"],
  "CustomerDelegatedAdministration": {
    "id": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
    "commerceId": "e4160b8d-7f23-4a95-8c1e-d29b5f37a068",
    "companyProfile": {
      "tenantId": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
      "domain": "contoso.onmicrosoft.com",
      "companyName": "Contoso",
      "address": {
        "country": "US",
        "region": "WA",
        "city": "Seattle",
        "addressLine1": "2201 Harbor Avenue",
        "addressLine2": "Building 4",
        "postalCode": "98107",
        "phoneNumber": "2065550143"
      },
      "email": "office@contoso.com",
      "organizationRegistrationNumber": "604 118 273",
      "links": {
        "self": {
          "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05/profiles/company",
          "method": "GET",
          "headers": []
        }
      },
      "attributes": {
        "objectType": "CustomerCompanyProfile"
      }
    },
    "billingProfile": {
      "id": "0e7b3a95-d416-4c8f-a25e-91f6d80c4b37",
      "firstName": "Nadia",
      "lastName": "Okafor",
      "email": "billing@contoso.com",
      "culture": "en-US",
      "language": "en",
      "companyName": "Contoso",
      "defaultAddress": {
        "country": "US",
        "city": "Seattle",
        "state": "WA",
        "addressLine1": "2201 Harbor Avenue",
        "postalCode": "98107",
        "firstName": "Nadia",
        "lastName": "Okafor",
        "phoneNumber": "2065550143"
      },
      "links": {
        "self": {
          "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05/profiles/billing",
          "method": "GET",
          "headers": []
        }
      },
      "attributes": {
        "etag": "7310482956617204835",
        "objectType": "CustomerBillingProfile"
      }
    },
    "relationshipToPartner": "reseller",
    "allowDelegatedAccess": true,
    "associatedPartnerId": "4871236",
    "customDomains": [
      "contoso.com",
      "contoso.onmicrosoft.com"
    ],
    "links": {
      "self": {
        "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
        "method": "GET",
        "headers": []
      }
    },
    "attributes": {
      "objectType": "Customer"
    }
  } satisfies components["schemas"]["Customer"],
  "CustomerNotFound": {
    "code": 60003,
    "description": "No tenant has the id e62b9f05-3d7a-4c18-90b4-a15c8df7e263.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "CustomerRelationshipsNone": null satisfies components["schemas"]["CustomerRelationships"],
  "CustomerRelationshipsReseller": {
    "totalCount": 1,
    "items": [
      {
        "id": "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
        "name": "Fabrikam Cloud Services",
        "relationshipType": "is_indirect_cloud_solution_provider_of",
        "mpnId": "4871236",
        "attributes": {
          "objectType": "PartnerRelationship"
        }
      }
    ],
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["CustomerRelationships"],
  "CustomerReseller": {
    "id": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
    "commerceId": "e4160b8d-7f23-4a95-8c1e-d29b5f37a068",
    "companyProfile": {
      "tenantId": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
      "domain": "contoso.onmicrosoft.com",
      "companyName": "Contoso",
      "links": {
        "self": {
          "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05/profiles/company",
          "method": "GET",
          "headers": []
        }
      },
      "attributes": {
        "objectType": "CustomerCompanyProfile"
      }
    },
    "billingProfile": {
      "id": "0e7b3a95-d416-4c8f-a25e-91f6d80c4b37",
      "firstName": "Nadia",
      "lastName": "Okafor",
      "email": "billing@contoso.com",
      "culture": "en-US",
      "language": "en",
      "companyName": "Contoso",
      "defaultAddress": {
        "country": "US",
        "city": "Seattle",
        "state": "WA",
        "addressLine1": "2201 Harbor Avenue",
        "postalCode": "98107",
        "firstName": "Nadia",
        "lastName": "Okafor",
        "phoneNumber": "2065550143"
      },
      "links": {
        "self": {
          "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05/profiles/billing",
          "method": "GET",
          "headers": []
        }
      },
      "attributes": {
        "etag": "7310482956617204835",
        "objectType": "CustomerBillingProfile"
      }
    },
    "relationshipToPartner": "reseller",
    "allowDelegatedAccess": false,
    "links": {
      "self": {
        "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
        "method": "GET",
        "headers": []
      }
    },
    "attributes": {
      "objectType": "Customer"
    }
  } satisfies components["schemas"]["Customer"],
  "CustomersAll": {
    "totalCount": 3,
    "items": [
      {
        "id": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
        "companyProfile": {
          "tenantId": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
          "domain": "contoso.onmicrosoft.com",
          "companyName": "Contoso",
          "links": {
            "self": {
              "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05/profiles/company",
              "method": "GET",
              "headers": []
            }
          },
          "attributes": {
            "objectType": "CustomerCompanyProfile"
          }
        },
        "relationshipToPartner": "reseller",
        "links": {
          "self": {
            "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
            "method": "GET",
            "headers": []
          }
        },
        "attributes": {
          "objectType": "Customer"
        }
      },
      {
        "id": "c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c",
        "companyProfile": {
          "tenantId": "c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c",
          "domain": "northwindtraders.onmicrosoft.com",
          "companyName": "Northwind Traders",
          "links": {
            "self": {
              "uri": "/customers/c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c/profiles/company",
              "method": "GET",
              "headers": []
            }
          },
          "attributes": {
            "objectType": "CustomerCompanyProfile"
          }
        },
        "relationshipToPartner": "reseller",
        "links": {
          "self": {
            "uri": "/customers/c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c",
            "method": "GET",
            "headers": []
          }
        },
        "attributes": {
          "objectType": "Customer"
        }
      },
      {
        "id": "2d946fb0-e85c-47a3-8f61-50c3be7d19a4",
        "companyProfile": {
          "tenantId": "2d946fb0-e85c-47a3-8f61-50c3be7d19a4",
          "domain": "adventureworks.onmicrosoft.com",
          "companyName": "Adventure Works",
          "links": {
            "self": {
              "uri": "/customers/2d946fb0-e85c-47a3-8f61-50c3be7d19a4/profiles/company",
              "method": "GET",
              "headers": []
            }
          },
          "attributes": {
            "objectType": "CustomerCompanyProfile"
          }
        },
        "relationshipToPartner": "reseller",
        "links": {
          "self": {
            "uri": "/customers/2d946fb0-e85c-47a3-8f61-50c3be7d19a4",
            "method": "GET",
            "headers": []
          }
        },
        "attributes": {
          "objectType": "Customer"
        }
      }
    ],
    "links": {
      "self": {
        "uri": "/v1/customers?size=500",
        "method": "GET",
        "headers": []
      }
    },
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["CustomerCollection"],
  "CustomersFirstPage": {
    "totalCount": 2,
    "items": [
      {
        "id": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
        "companyProfile": {
          "tenantId": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
          "domain": "contoso.onmicrosoft.com",
          "companyName": "Contoso",
          "links": {
            "self": {
              "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05/profiles/company",
              "method": "GET",
              "headers": []
            }
          },
          "attributes": {
            "objectType": "CustomerCompanyProfile"
          }
        },
        "relationshipToPartner": "reseller",
        "links": {
          "self": {
            "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
            "method": "GET",
            "headers": []
          }
        },
        "attributes": {
          "objectType": "Customer"
        }
      },
      {
        "id": "c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c",
        "companyProfile": {
          "tenantId": "c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c",
          "domain": "northwindtraders.onmicrosoft.com",
          "companyName": "Northwind Traders",
          "links": {
            "self": {
              "uri": "/customers/c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c/profiles/company",
              "method": "GET",
              "headers": []
            }
          },
          "attributes": {
            "objectType": "CustomerCompanyProfile"
          }
        },
        "relationshipToPartner": "reseller",
        "links": {
          "self": {
            "uri": "/customers/c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c",
            "method": "GET",
            "headers": []
          }
        },
        "attributes": {
          "objectType": "Customer"
        }
      }
    ],
    "continuationToken": "AQAAAACvYnkLQx3mGg==",
    "links": {
      "self": {
        "uri": "/v1/customers?size=2",
        "method": "GET",
        "headers": []
      },
      "next": {
        "uri": "/v1/customers?size=2&seekOperation=Next",
        "method": "GET",
        "headers": [
          {
            "key": "MS-ContinuationToken",
            "value": "AQAAAACvYnkLQx3mGg=="
          }
        ]
      }
    },
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["CustomerCollection"],
  "CustomersLastPage": {
    "totalCount": 1,
    "items": [
      {
        "id": "2d946fb0-e85c-47a3-8f61-50c3be7d19a4",
        "companyProfile": {
          "tenantId": "2d946fb0-e85c-47a3-8f61-50c3be7d19a4",
          "domain": "adventureworks.onmicrosoft.com",
          "companyName": "Adventure Works",
          "links": {
            "self": {
              "uri": "/customers/2d946fb0-e85c-47a3-8f61-50c3be7d19a4/profiles/company",
              "method": "GET",
              "headers": []
            }
          },
          "attributes": {
            "objectType": "CustomerCompanyProfile"
          }
        },
        "relationshipToPartner": "reseller",
        "links": {
          "self": {
            "uri": "/customers/2d946fb0-e85c-47a3-8f61-50c3be7d19a4",
            "method": "GET",
            "headers": []
          }
        },
        "attributes": {
          "objectType": "Customer"
        }
      }
    ],
    "links": {
      "self": {
        "uri": "/v1/customers?size=2&seekOperation=Next",
        "method": "GET",
        "headers": []
      }
    },
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["CustomerCollection"],
  "CustomersOfReseller": {
    "totalCount": 1,
    "items": [
      {
        "id": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
        "companyProfile": {
          "tenantId": "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
          "domain": "contoso.onmicrosoft.com",
          "companyName": "Contoso",
          "links": {
            "self": {
              "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05/profiles/company",
              "method": "GET",
              "headers": []
            }
          },
          "attributes": {
            "objectType": "CustomerCompanyProfile"
          }
        },
        "relationshipToPartner": "reseller",
        "links": {
          "self": {
            "uri": "/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05",
            "method": "GET",
            "headers": []
          }
        },
        "attributes": {
          "objectType": "Customer"
        }
      }
    ],
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["CustomerCollection"],
  "GatewayUnavailable": {
    "statusCode": 503,
    "message": "Service unavailable."
  } satisfies components["schemas"]["Fault"],
  "IndirectCustomerAccepted": {
    "eventName": "indirect-reseller-relationship-accepted-by-customer",
    "resourceUri": "https://api.partnercenter.microsoft.com/v1/customers/9e2f4a60-3b1d-4c78-8f05-d61a7b92ce34",
    "resourceName": "Customer",
    "auditUri": null,
    "resourceChangeUtcDate": "2026-03-04T13:05:07.7654321+00:00"
  } satisfies components["schemas"]["WebhookEvent"],
  "InsufficientPrivileges": {
    "code": 900308,
    "description": "The privileges of the caller are not sufficient.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "InvalidInput": {
    "code": 800002,
    "description": "The value of a parameter is not valid.",
    "data": [],
    "source": "PartnerApiServiceControllers"
  } satisfies components["schemas"]["Fault"],
  "MfaRequired": {
    "code": 900421,
    "description": "The token was issued without multifactor authentication.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "MpnProfile": {
    "mpnId": "4871236",
    "partnerName": "Fabrikam Cloud Services",
    "profileType": "MpnProfile",
    "links": {
      "self": {
        "uri": "/profiles/mpn",
        "method": "GET",
        "headers": []
      }
    },
    "attributes": {
      "objectType": "MpnProfile"
    }
  } satisfies components["schemas"]["MpnProfile"],
  "NoRelationship": {
    "code": 20002,
    "description": "The partner and this customer have no relationship.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "PartnerNotFound": {
    "code": 3000,
    "description": "No partner has the PartnerID 1206.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "PartnerRelationshipsNone": {
    "totalCount": 0,
    "items": [],
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["PartnerRelationshipCollection"],
  "PartnerRelationshipsProviders": {
    "totalCount": 1,
    "items": [
      {
        "id": "9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34",
        "name": "Wide World Distribution",
        "relationshipType": "is_indirect_reseller_of",
        "state": "Active",
        "mpnId": "5120437",
        "location": "US",
        "attributes": {
          "objectType": "PartnerRelationship"
        }
      }
    ],
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["PartnerRelationshipCollection"],
  "PartnerRelationshipsResellers": {
    "totalCount": 2,
    "items": [
      {
        "id": "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
        "name": "Fabrikam Cloud Services",
        "relationshipType": "is_indirect_cloud_solution_provider_of",
        "state": "Active",
        "mpnId": "4871236",
        "location": "US",
        "attributes": {
          "objectType": "PartnerRelationship"
        }
      },
      {
        "id": "7e2c9b14-63d8-4a5f-b0c7-1d94e8f3a526",
        "name": "Litware IT",
        "relationshipType": "is_indirect_cloud_solution_provider_of",
        "state": "Active",
        "mpnId": "4903358",
        "location": "DE",
        "attributes": {
          "objectType": "PartnerRelationship"
        }
      }
    ],
    "attributes": {
      "objectType": "Collection"
    }
  } satisfies components["schemas"]["PartnerRelationshipCollection"],
  "PartnerTypeRefused": {
    "code": 1002,
    "description": "This type of partner may not ask for it.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "PastLastPage": {
    "code": 2000,
    "description": "There is no page behind the last one.",
    "data": [],
    "source": "PartnerApiServiceControllers"
  } satisfies components["schemas"]["Fault"],
  "RateLimitExceeded": {
    "statusCode": 429,
    "message": "Rate limit is exceeded. Try again in 57 seconds."
  } satisfies components["schemas"]["Fault"],
  "RelationshipNotFound": {
    "code": 3000,
    "description": "The relationship does not exist.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "RelationshipRequestAdminCenter": {
    "url": "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation",
    "attributes": {
      "objectType": "RelationshipRequest"
    }
  } satisfies components["schemas"]["RelationshipRequest"],
  "RelationshipRequestIndirectReseller": {
    "url": "https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90&msppId=4871236&DAP=false#/BillingAccounts/partner-invitation",
    "attributes": {
      "objectType": "RelationshipRequest"
    }
  } satisfies components["schemas"]["RelationshipRequest"],
  "RelationshipRequestIndirectResellerAndProvider": {
    "url": "https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90&msppId=4871236&indirectCSPId=9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34&DAP=false#/BillingAccounts/partner-invitation",
    "attributes": {
      "objectType": "RelationshipRequest"
    }
  } satisfies components["schemas"]["RelationshipRequest"],
  "RelationshipRequestOfficePortal": {
    "url": "https://portal.office.com/partner/partnersignup.aspx?type=ResellerRelationship&id=3b33e682-00c3-41ee-9dd2-a548adf56438&csp=1&msppid=0",
    "attributes": {
      "objectType": "RelationshipRequest"
    }
  } satisfies components["schemas"]["RelationshipRequest"],
  "RemovedCustomer": {
    "Id": null,
    "CommerceId": null,
    "CompanyProfile": null,
    "BillingProfile": null,
    "RelationshipToPartner": "none",
    "AllowDelegatedAccess": null,
    "UserCredentials": null,
    "CustomDomains": null,
    "AssociatedPartnerId": null,
    "Attributes": {
      "ObjectType": "Customer"
    }
  } satisfies components["schemas"]["RemovedCustomer"],
  "ResellerNotActive": {
    "code": 900154,
    "description": "PartnerID 1206 is not that of an active indirect reseller.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "ResellerValidation": {
    "validationResults": [
      {
        "partnerId": "4871236",
        "isValidPartnerIdOnRecord": true
      },
      {
        "partnerId": "1206",
        "isValidPartnerIdOnRecord": false,
        "errorCode": 900400,
        "errorDescription": "This PartnerID belongs to no authorized indirect reseller."
      }
    ]
  } satisfies components["schemas"]["ResellerValidation"],
  "ServiceFailure": {
    "code": 800003,
    "description": "The service met a condition that it did not expect.",
    "data": [],
    "source": "PartnerApiServiceControllers"
  } satisfies components["schemas"]["Fault"],
  "TenantNotFound": {
    "code": 60003,
    "description": "No tenant has the id 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "WebhookAlreadyRegistered": {
    "description": "The tenant has a registration; change it with PUT.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "WebhookEventNames": [
    "dap-admin-relationship-terminated",
    "granular-admin-relationship-approved",
    "indirect-reseller-relationship-accepted-by-customer",
    "invoice-ready",
    "reseller-relationship-accepted-by-customer",
    "subscription-updated",
    "test-created"
  ] satisfies components["schemas"]["WebhookEventNames"],
  "WebhookNotRegistered": {
    "code": 1000,
    "description": "The tenant has no registration.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "WebhookRegistrationCamelCase": {
    "subscriberId": "b9f47c20-51ad-4e38-86c3-2d70e9a5f814",
    "webhookUrl": "https://hooks.fabrikam.com/partner-center",
    "webhookEvents": [
      "test-created",
      "reseller-relationship-accepted-by-customer",
      "indirect-reseller-relationship-accepted-by-customer"
    ],
    "signatureTokenToMsSignatureHeader": false,
    "properties": {},
    "lastModifiedTimestamp": "2025-11-10T08:15:02.1170000Z"
  } satisfies components["schemas"]["StoredWebhookRegistration"],
  "WebhookRegistrationPascalCase": {
    "SubscriberId": "b9f47c20-51ad-4e38-86c3-2d70e9a5f814",
    "WebhookUrl": "https://hooks.fabrikam.com/partner-center",
    "WebhookEvents": [
      "test-created",
      "reseller-relationship-accepted-by-customer",
      "indirect-reseller-relationship-accepted-by-customer"
    ]
  } satisfies components["schemas"]["StoredWebhookRegistration"],
  "WebhookTest": {
    "EventName": "test-created",
    "ResourceUri": "http://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents/5b7e9c12-6f30-4d8a-b3a1-2c94e07d5f68",
    "ResourceName": "test",
    "AuditUri": null,
    "ResourceChangeUtcDate": "2026-03-01T17:30:00.0000001+00:00"
  } satisfies components["schemas"]["WebhookEvent"],
  "WebhookValidationCompleted": {
    "correlationId": "7c3e0b96-d48f-4a12-9b65-f0271ce8d354",
    "partnerId": "3b33e682-00c3-41ee-9dd2-a548adf56438",
    "status": "completed",
    "callbackUrl": "https://hooks.fabrikam.com/partner-center",
    "results": [
      {
        "responseCode": "OK",
        "responseMessage": "",
        "systemError": false,
        "dateTimeUtc": "2025-11-10T08:16:31.4025513"
      }
    ]
  } satisfies components["schemas"]["WebhookValidation"],
  "WebhookValidationFailed": {
    "correlationId": "7c3e0b96-d48f-4a12-9b65-f0271ce8d354",
    "partnerId": "3b33e682-00c3-41ee-9dd2-a548adf56438",
    "status": "failed",
    "callbackUrl": "https://hooks.fabrikam.com/partner-center",
    "results": [
      {
        "responseCode": "401",
        "responseMessage": "Unauthorized",
        "systemError": false,
        "dateTimeUtc": "2025-11-10T08:16:31.4025513"
      }
    ]
  } satisfies components["schemas"]["WebhookValidation"],
  "WebhookValidationGone": {
    "code": 1000,
    "description": "There is no test event with this correlation id.",
    "data": [],
    "source": "PartnerFD"
  } satisfies components["schemas"]["Fault"],
  "WebhookValidationReceiptObject": {
    "correlationId": "7c3e0b96-d48f-4a12-9b65-f0271ce8d354"
  } satisfies components["schemas"]["WebhookValidationReceipt"],
  "WebhookValidationReceiptString": "7c3e0b96-d48f-4a12-9b65-f0271ce8d354" satisfies components["schemas"]["WebhookValidationReceipt"],
  "WebhookValidationSubmitted": {
    "correlationId": "7c3e0b96-d48f-4a12-9b65-f0271ce8d354",
    "partnerId": "3b33e682-00c3-41ee-9dd2-a548adf56438",
    "status": "Submitted",
    "callbackUrl": "https://hooks.fabrikam.com/partner-center",
    "results": []
  } satisfies components["schemas"]["WebhookValidation"],
};

/** How each operation answers, by its operationId. */
export const replies: Readonly<Record<string, DescribedReplies>> = {
  "listPartnerRelationships": {
    takesAppOnly: false,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["PartnerRelationshipsResellers"], examples["PartnerRelationshipsProviders"], examples["PartnerRelationshipsNone"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["PartnerTypeRefused"], examples["AppOnlyToken"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["TenantNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "getAgreementStatus": {
    takesAppOnly: false,
    replies: [
      { status: 200, mediaTypes: ["application/json"], examples: [examples["AgreementSigned"], examples["AgreementNotSigned"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["AgreementUnsignedMpnId"], examples["AgreementUnsignedTenant"], examples["AgreementOtherRegion"], examples["AgreementMpnIdUnknown"], examples["AgreementNoReseller"], examples["AgreementTenantUnknown"], examples["AgreementTenantIdMalformed"], examples["AgreementMpnIdMalformed"], examples["AgreementBothGiven"], examples["AgreementNeitherGiven"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["AppOnlyToken"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["TenantNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "validateResellers": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json","text/plain"], examples: [examples["ResellerValidation"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["ResellerNotActive"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["TenantNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "getMpnProfile": {
    takesAppOnly: false,
    replies: [
      { status: 200, mediaTypes: ["application/json"], examples: [examples["MpnProfile"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["AppOnlyToken"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["PartnerNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "getRelationshipRequestLink": {
    takesAppOnly: false,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json","application/xml","text/xml"], examples: [examples["RelationshipRequestAdminCenter"], examples["RelationshipRequestIndirectReseller"], examples["RelationshipRequestIndirectResellerAndProvider"], examples["RelationshipRequestOfficePortal"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["AppOnlyToken"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["TenantNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "listWebhookEvents": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["WebhookEventNames"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["TenantNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "getWebhookRegistration": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["WebhookRegistrationPascalCase"], examples["WebhookRegistrationCamelCase"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["WebhookNotRegistered"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "updateWebhookRegistration": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["WebhookRegistrationPascalCase"], examples["WebhookRegistrationCamelCase"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["WebhookNotRegistered"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "createWebhookRegistration": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["WebhookRegistrationPascalCase"], examples["WebhookRegistrationCamelCase"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["TenantNotFound"]] },
      { status: 409, mediaTypes: ["application/json"], examples: [examples["WebhookAlreadyRegistered"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "createWebhookValidation": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["WebhookValidationReceiptObject"], examples["WebhookValidationReceiptString"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["WebhookNotRegistered"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "listCustomers": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["CustomersAll"], examples["CustomersFirstPage"], examples["CustomersLastPage"], examples["CustomersOfReseller"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"], examples["PastLastPage"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["TenantNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "listAuditRecords": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["AuditRecordsAll"], examples["AuditRecordsFirstPage"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["AuditRecordsTooOld"], examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["TenantNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "getWebhookValidation": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["WebhookValidationCompleted"], examples["WebhookValidationSubmitted"], examples["WebhookValidationFailed"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["WebhookValidationGone"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "listCustomerRelationships": {
    takesAppOnly: false,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["CustomerRelationshipsReseller"], examples["CustomerRelationshipsNone"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["NoRelationship"], examples["PartnerTypeRefused"], examples["AppOnlyToken"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["CustomerNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "getCustomer": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json","application/xml","text/xml"], examples: [examples["CustomerReseller"], examples["CustomerDelegatedAdministration"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["NoRelationship"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["CustomerNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "removeResellerRelationship": {
    takesAppOnly: false,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json","application/xml","text/xml"], examples: [examples["RemovedCustomer"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["NoRelationship"], examples["AppOnlyToken"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["RelationshipNotFound"], examples["CustomerNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
  "getAuditRecord": {
    takesAppOnly: true,
    replies: [
      { status: 200, mediaTypes: ["application/json","text/json"], examples: [examples["AuditRecordAccepted"], examples["AuditRecordNone"]] },
      { status: 400, mediaTypes: ["application/json"], examples: [examples["InvalidInput"]] },
      { status: 401, mediaTypes: ["application/json"], examples: [examples["AccessDenied"], examples["MfaRequired"]] },
      { status: 403, mediaTypes: ["application/json"], examples: [examples["InsufficientPrivileges"]] },
      { status: 404, mediaTypes: ["application/json"], examples: [examples["AuditRecordNotFound"]] },
      { status: 429, mediaTypes: ["application/json"], examples: [examples["RateLimitExceeded"]] },
      { status: 500, mediaTypes: ["application/json"], examples: [examples["ServiceFailure"]] },
      { status: 503, mediaTypes: ["application/json"], examples: [examples["GatewayUnavailable"]] },
    ],
  },
};
