// Generated from spec/openapi.yaml by `npm run generate`. Do not edit:
// change the spec, run the command, and commit both.

export interface paths {
    "/v{version}/customers/relationshiprequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get relationship request link
         * @description Returns the link that a partner sends to a customer who is to become its customer.
         *     An administrator of the customer opens it, signs in and accepts; only then does the customer appear in the partner's list.
         *     Calling this operation invites nobody: it sends nothing and changes nothing.
         *
         *     The link names the partner, and the indirect provider where there is one.
         *     It holds no customer, no secret and no expiry, so that one link serves every customer.
         *     Treat it as opaque: its host and its path have changed several times, and links of today end in a `#` part, in which text appended to them is lost.
         *
         *     Which of the query parameters to send depends on who calls:
         *
         *     | caller | send |
         *     | --- | --- |
         *     | direct-bill partner, or indirect provider for itself | nothing |
         *     | indirect reseller, for itself and its provider | `indirectCloudSolutionProviderId` |
         *     | indirect provider, for one of its resellers | `indirectResellerId` |
         *     | tenant that is both direct partner and indirect reseller, for a direct customer | `dualRoleIndirectRelationship=false` |
         *     | the same tenant, for an indirect customer | `dualRoleIndirectRelationship=true` and `indirectCloudSolutionProviderId` |
         *
         *     The table follows from the partner models; no document says which combinations the service refuses, so none is forbidden here.
         *     Some pages say that tenants of indirect resellers have no access to the API; whether yours has depends on its enrolment.
         *     A page of 2019 on national clouds excludes requests to existing customers for US Government, while others tell where its customers accept them.
         *
         *     Microsoft's article on the same operation is [Retrieve a relationship request URL](https://learn.microsoft.com/partner-center/developer/request-reseller-relationship).
         */
        get: operations["getRelationshipRequestLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "indirect-reseller-relationship-accepted-by-customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Customer accepted an indirect reseller
         * @description An administrator of a customer accepted the relationship with an indirect reseller of the partner, which is an indirect provider.
         *     No document shows the body of this event; it is described as the others are.
         */
        post: operations["receiveIndirectResellerRelationshipAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "reseller-relationship-accepted-by-customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Customer accepted the partner
         * @description An administrator of a customer opened the partner's link and accepted the reseller relationship.
         *     The customer is now in the partner's list; read it again instead of trusting what the event says of it.
         *     No event tells that a link was opened or refused, nor that a customer ended the relationship.
         */
        post: operations["receiveResellerRelationshipAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "test-created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Partner asked for a test
         * @description The partner asked the service to try its webhook; `ResourceUri` tells how that went.
         *     The registration has to name this event, and two a minute can be asked for.
         */
        post: operations["receiveTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description An event as Microsoft's Swagger names its properties. */
        CamelCaseWebhookEvent: {
            /**
             * @description Where the audit record of the change is; null for tests.
             * @example https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/7a1c52c0-5d0e-4a43-9f26-0f6cf0f0b1b7_customer
             */
            auditUri?: string | null;
            /**
             * @description What happened; names that no page lists may come.
             * @example reseller-relationship-accepted-by-customer
             */
            eventName?: string;
            /**
             * Format: date-time
             * @description When it changed, with seven digits after the second.
             *     The event may come days later, and more than once.
             * @example 2026-03-02T08:15:42.1234567+00:00
             */
            resourceChangeUtcDate?: string;
            /**
             * @description What kind of thing changed; absent for some events.
             * @example Customer
             */
            resourceName?: string | null;
            /**
             * @description Where to read what changed; of an accepted relationship that is the customer.
             *     Null or absent for some events, and plain http or on another host for others.
             * @example https://api.partnercenter.microsoft.com/v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1
             */
            resourceUri?: string | null;
        };
        /**
         * @description Who reports the failure decides its form; either may come with any status.
         *     A body may also be empty, or a page of a proxy that is not JSON at all.
         */
        Fault: components["schemas"]["ServiceFault"] | components["schemas"]["GatewayFault"];
        /**
         * @description A failure as the gateway in front of Partner Center reports it, for instance when a caller is throttled.
         *     Such replies have no `MS-` headers.
         */
        GatewayFault: {
            /**
             * @description What went wrong, in words.
             * @example Rate limit is exceeded. Try again in 57 seconds.
             */
            message?: string;
            /**
             * @description The HTTP status once more.
             * @example 429
             */
            statusCode?: number;
        };
        /** @description An event as Microsoft's pages print it. */
        PascalCaseWebhookEvent: {
            /**
             * @description Where the audit record of the change is; null for tests.
             * @example https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/7a1c52c0-5d0e-4a43-9f26-0f6cf0f0b1b7_customer
             */
            AuditUri?: string | null;
            /**
             * @description What happened; names that no page lists may come.
             * @example reseller-relationship-accepted-by-customer
             */
            EventName?: string;
            /**
             * Format: date-time
             * @description When it changed, with seven digits after the second.
             *     The event may come days later, and more than once.
             * @example 2026-03-02T08:15:42.1234567+00:00
             */
            ResourceChangeUtcDate?: string;
            /**
             * @description What kind of thing changed; absent for some events.
             * @example Customer
             */
            ResourceName?: string | null;
            /**
             * @description Where to read what changed; of an accepted relationship that is the customer.
             *     Null or absent for some events, and plain http or on another host for others.
             * @example https://api.partnercenter.microsoft.com/v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1
             */
            ResourceUri?: string | null;
        };
        /**
         * @description The answer to a request for a relationship request link.
         *     The reference marks neither property as required; `url` is in every recorded reply.
         */
        RelationshipRequest: {
            readonly attributes?: components["schemas"]["ResourceAttributes"];
            /**
             * Format: uri
             * @description The link to send to the customer, unchanged.
             *     Opaque and reusable: it holds no customer and no expiry.
             * @example https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation
             */
            url?: string;
        };
        /** @description What Partner Center says of any resource, next to the resource's own properties. */
        ResourceAttributes: {
            /**
             * @description The version of the resource, for conditional requests.
             *     Documented for resources in general; no recorded link has one.
             * @example W/"datetime'2017-05-19T22%3A32%3A07.0000000Z'"
             */
            etag?: string;
            /**
             * @description The name of the resource's type.
             * @example RelationshipRequest
             */
            objectType?: string;
        };
        /**
         * @description A failure as Partner Center itself reports it.
         *     The error page documents `code`, `description` and `source` for every fault; nothing is required here, because a client has to bear their absence.
         */
        ServiceFault: {
            /**
             * @description What went wrong, as a number from the table of error codes.
             *     Documented as a string.
             *     Observed: every printed sample has a JSON number.
             * @example 900329
             */
            code?: string | number;
            /** @description Further details, whose form depends on the code. */
            data?: unknown[];
            /**
             * @description The same in words, for people; the wording changes.
             * @example App-only tokens are not accepted by this operation.
             */
            description?: string;
            /**
             * @description The part of Partner Center that failed.
             * @example PartnerFD
             */
            source?: string;
        };
        /**
         * @description Something that changed in the partner's account: what, and where to read it.
         *     Microsoft's pages print the names of the properties in Pascal case, its Swagger in camel case; a receiver has to read both.
         *     Nothing but the name of the event is in every printed sample.
         */
        WebhookEvent: components["schemas"]["PascalCaseWebhookEvent"] | components["schemas"]["CamelCaseWebhookEvent"];
    };
    responses: {
        /**
         * @description A parameter was missing or made no sense to the service.
         *     Mend the call; the same one fails again.
         *     From the error page for the whole API; not documented for this operation.
         */
        BadRequest: {
            headers: {
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /**
         * @description The token is good, but its holder may not do this: an app without a user (code 900329), a user without the role, a Conditional Access policy, or a partner whose programme is not active.
         *     From the error page for the whole API; not documented for this operation.
         */
        Forbidden: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /**
         * @description The service failed.
         *     The same call, with the same `ms-requestid`, may succeed a moment later.
         *     From the error page for the whole API; not documented for this operation.
         */
        InternalServerError: {
            headers: {
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /**
         * @description A tenant named in the query is unknown to Partner Center.
         *     From the error page for the whole API; not documented for this operation.
         */
        NotFound: {
            headers: {
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description Any other status of the error page for the whole API: 405, 406, 408, 409, 412, 417, 501, 502 and 504 among them. */
        OtherFailure: {
            headers: {
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /**
         * @description The link.
         *     Observed: the JSON body starts with a UTF-8 byte order mark, which `Content-Length` counts.
         *     All four media types are documented; no source shows an XML body, so ask for JSON.
         */
        RelationshipRequestLink: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RelationshipRequest"];
                "application/xml": components["schemas"]["RelationshipRequest"];
                "text/json": components["schemas"]["RelationshipRequest"];
                "text/xml": components["schemas"]["RelationshipRequest"];
            };
        };
        /**
         * @description The service is overloaded or under maintenance.
         *     The same call, with the same `ms-requestid`, may succeed later; wait for `Retry-After` where it is given.
         *     From the error page for the whole API, which prints no body for it; the example has the form of the gateway.
         */
        ServiceUnavailable: {
            headers: {
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /**
         * @description The tenant called too often.
         *     Come back after `Retry-After`; the limits are not published.
         *     The gateway sends this reply itself, without `MS-` headers.
         *     From the throttling guidance for the whole API; not documented for this operation.
         */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /**
         * @description The token was absent, expired, for another audience, or issued without multifactor authentication.
         *     In the last case the code is 900421, or, in the form of 2019, the body is empty and the reason phrase says "MFA required"; renewing the token does not help then, the user has to sign in again.
         *     From the error page for the whole API; not documented for this operation.
         */
        Unauthorized: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Fault"];
            };
        };
        /** @description A header is missing or has a value that cannot be accepted, or the body is no event. */
        WebhookMalformed: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description The event arrived.
         *     Answer before working on it: how long the service waits is not documented.
         */
        WebhookReceived: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body is larger than an event can be. */
        WebhookTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description The certificate cannot be had at the moment, so that nothing is known of the signature.
         *     The service delivers an event up to ten times, and never again after that.
         */
        WebhookUndecided: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Nothing proves that Microsoft sent the event. */
        WebhookUnsigned: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description Says which relationship is meant when the calling tenant is direct partner and indirect reseller at once, as tenants in transition are: `true` for an indirect one, `false` for a direct one.
         *     Tenants with a single role leave it out.
         * @example true
         */
        DualRoleIndirectRelationship: boolean;
        /**
         * @description The tenant id of the indirect provider through which an indirect reseller sells.
         *     Indirect resellers send it, so that the customer accepts both of them with one link.
         *     May be given together with `indirectResellerId`.
         * @example 9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34
         */
        IndirectCloudSolutionProviderId: string;
        /**
         * @description The tenant id of the indirect reseller for whom the link is meant.
         *     Indirect providers send it when they invite a customer on behalf of one of their resellers; their own tenant id is implied by the token.
         * @example 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90
         */
        IndirectResellerId: string;
        /**
         * @description Where the certificate of the signing key is.
         *     Anyone can send any URL here: fetch only from hosts that you know, over https, without following redirects.
         * @example https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer
         */
        MsCertificateUrl: string;
        /**
         * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
         *     [The page on headers](https://learn.microsoft.com/partner-center/developer/headers) wants another one for each call; the service makes one up when it is absent.
         * @example 02971f0f-1029-47b2-9fdb-1932f0987470
         */
        MsCorrelationId: string;
        /**
         * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
         *     Send it only if you keep one already; the service starts its own when it is absent.
         * @example jbYZRWjU3E262f8o.0
         */
        MsCv: string;
        /**
         * @description The name of the calling application, for Microsoft's own records of who calls.
         *     It gives no rights and takes none away.
         * @example Contoso onboarding
         */
        MsPartnerCenterApplication: string;
        /**
         * @description The id of one logical call, which the service uses for idempotency.
         *     Repeat it when you try the same call again, and take a new one for the next call.
         *     [The page on headers](https://learn.microsoft.com/partner-center/developer/headers) asks for a repetition after a timeout only, and for a new id after any answer; Microsoft's own libraries repeat it after answers that may pass, too.
         *     The reference has plain text here, the page on headers a GUID; the service makes one up when it is absent.
         * @example ee519026-4c67-4113-bec7-a38aca621bf0
         */
        MsRequestId: string;
        /**
         * @description The signature of the body, in place of that in `Authorization`, when the registration has `signatureTokenToMsSignatureHeader`.
         *     Base64, with the word `Signature` before it or without.
         * @example Signature q0Yk2m1n3p5r7t9vAxCzEb==
         */
        MsSignature: string;
        /**
         * @description How the body was signed: RSA (PKCS #1 v1.5) with SHA-256.
         *     Accept no other: the header is not signed itself.
         * @example rsa-sha256
         */
        MsSignatureAlgorithm: "rsa-sha256";
        /**
         * @description `true` asks the service to say in `isMfaCompliant` whether the token was obtained with multifactor authentication.
         *     Nothing is refused because of it; it is for finding out before enforcement does.
         * @example true
         */
        ValidateMfa: boolean;
        /**
         * @description The number behind the `v` of the path.
         *     Only version 1 of this operation is documented.
         * @example 1
         */
        Version: "1";
        /**
         * @description The language of texts in the reply, as a language tag; the service assumes `en-US`.
         *     No effect on the link is documented.
         * @example en-US
         */
        XLocale: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Whether the token was obtained with multifactor authentication.
         *     Only in replies to calls with `ValidateMfa: true`.
         * @example true
         */
        IsMfaCompliant: boolean;
        /**
         * @description The correlation id that was sent, or the one that the service made up.
         * @example 02971f0f-1029-47b2-9fdb-1932f0987470
         */
        MsCorrelationId: string;
        /**
         * @description The service's own correlation vector for this call, of no fixed form.
         * @example jbYZRWjU3E262f8o.0
         */
        MsCv: string;
        /**
         * @description The id of the call: the one that was sent, in every recorded reply but one, else one that the service chose.
         *     A client must not insist on seeing its own.
         * @example ee519026-4c67-4113-bec7-a38aca621bf0
         */
        MsRequestId: string;
        /**
         * @description The server that answered, of no fixed form.
         * @example 030020643
         */
        MsServerId: string;
        /**
         * @description When to come back: seconds, as in every recorded reply, or an HTTP date.
         *     Calls made earlier count against the limit.
         * @example 57
         */
        RetryAfter: string;
        /**
         * @description Why the token was refused.
         *     `Bearer error="invalid_token"` with an empty body is the older sign of missing multifactor authentication.
         * @example Bearer error="invalid_token"
         */
        WwwAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getRelationshipRequestLink: {
        parameters: {
            query?: {
                /**
                 * @description Says which relationship is meant when the calling tenant is direct partner and indirect reseller at once, as tenants in transition are: `true` for an indirect one, `false` for a direct one.
                 *     Tenants with a single role leave it out.
                 * @example true
                 */
                dualRoleIndirectRelationship?: components["parameters"]["DualRoleIndirectRelationship"];
                /**
                 * @description The tenant id of the indirect provider through which an indirect reseller sells.
                 *     Indirect resellers send it, so that the customer accepts both of them with one link.
                 *     May be given together with `indirectResellerId`.
                 * @example 9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34
                 */
                indirectCloudSolutionProviderId?: components["parameters"]["IndirectCloudSolutionProviderId"];
                /**
                 * @description The tenant id of the indirect reseller for whom the link is meant.
                 *     Indirect providers send it when they invite a customer on behalf of one of their resellers; their own tenant id is implied by the token.
                 * @example 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90
                 */
                indirectResellerId?: components["parameters"]["IndirectResellerId"];
            };
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     [The page on headers](https://learn.microsoft.com/partner-center/developer/headers) wants another one for each call; the service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Send it only if you keep one already; the service starts its own when it is absent.
                 * @example jbYZRWjU3E262f8o.0
                 */
                "ms-cv"?: components["parameters"]["MsCv"];
                /**
                 * @description The name of the calling application, for Microsoft's own records of who calls.
                 *     It gives no rights and takes none away.
                 * @example Contoso onboarding
                 */
                "MS-PartnerCenter-Application"?: components["parameters"]["MsPartnerCenterApplication"];
                /**
                 * @description The id of one logical call, which the service uses for idempotency.
                 *     Repeat it when you try the same call again, and take a new one for the next call.
                 *     [The page on headers](https://learn.microsoft.com/partner-center/developer/headers) asks for a repetition after a timeout only, and for a new id after any answer; Microsoft's own libraries repeat it after answers that may pass, too.
                 *     The reference has plain text here, the page on headers a GUID; the service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to say in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     Nothing is refused because of it; it is for finding out before enforcement does.
                 * @example true
                 */
                ValidateMfa?: components["parameters"]["ValidateMfa"];
                /**
                 * @description The language of texts in the reply, as a language tag; the service assumes `en-US`.
                 *     No effect on the link is documented.
                 * @example en-US
                 */
                "X-Locale"?: components["parameters"]["XLocale"];
            };
            path: {
                /**
                 * @description The number behind the `v` of the path.
                 *     Only version 1 of this operation is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RelationshipRequestLink"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    receiveIndirectResellerRelationshipAccepted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Where the certificate of the signing key is.
                 *     Anyone can send any URL here: fetch only from hosts that you know, over https, without following redirects.
                 * @example https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer
                 */
                "X-MS-Certificate-Url": components["parameters"]["MsCertificateUrl"];
                /**
                 * @description The signature of the body, in place of that in `Authorization`, when the registration has `signatureTokenToMsSignatureHeader`.
                 *     Base64, with the word `Signature` before it or without.
                 * @example Signature q0Yk2m1n3p5r7t9vAxCzEb==
                 */
                "x-ms-signature"?: components["parameters"]["MsSignature"];
                /**
                 * @description How the body was signed: RSA (PKCS #1 v1.5) with SHA-256.
                 *     Accept no other: the header is not signed itself.
                 * @example rsa-sha256
                 */
                "X-MS-Signature-Algorithm": components["parameters"]["MsSignatureAlgorithm"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            400: components["responses"]["WebhookMalformed"];
            401: components["responses"]["WebhookUnsigned"];
            413: components["responses"]["WebhookTooLarge"];
            503: components["responses"]["WebhookUndecided"];
        };
    };
    receiveResellerRelationshipAccepted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Where the certificate of the signing key is.
                 *     Anyone can send any URL here: fetch only from hosts that you know, over https, without following redirects.
                 * @example https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer
                 */
                "X-MS-Certificate-Url": components["parameters"]["MsCertificateUrl"];
                /**
                 * @description The signature of the body, in place of that in `Authorization`, when the registration has `signatureTokenToMsSignatureHeader`.
                 *     Base64, with the word `Signature` before it or without.
                 * @example Signature q0Yk2m1n3p5r7t9vAxCzEb==
                 */
                "x-ms-signature"?: components["parameters"]["MsSignature"];
                /**
                 * @description How the body was signed: RSA (PKCS #1 v1.5) with SHA-256.
                 *     Accept no other: the header is not signed itself.
                 * @example rsa-sha256
                 */
                "X-MS-Signature-Algorithm": components["parameters"]["MsSignatureAlgorithm"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            400: components["responses"]["WebhookMalformed"];
            401: components["responses"]["WebhookUnsigned"];
            413: components["responses"]["WebhookTooLarge"];
            503: components["responses"]["WebhookUndecided"];
        };
    };
    receiveTest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Where the certificate of the signing key is.
                 *     Anyone can send any URL here: fetch only from hosts that you know, over https, without following redirects.
                 * @example https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer
                 */
                "X-MS-Certificate-Url": components["parameters"]["MsCertificateUrl"];
                /**
                 * @description The signature of the body, in place of that in `Authorization`, when the registration has `signatureTokenToMsSignatureHeader`.
                 *     Base64, with the word `Signature` before it or without.
                 * @example Signature q0Yk2m1n3p5r7t9vAxCzEb==
                 */
                "x-ms-signature"?: components["parameters"]["MsSignature"];
                /**
                 * @description How the body was signed: RSA (PKCS #1 v1.5) with SHA-256.
                 *     Accept no other: the header is not signed itself.
                 * @example rsa-sha256
                 */
                "X-MS-Signature-Algorithm": components["parameters"]["MsSignatureAlgorithm"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            400: components["responses"]["WebhookMalformed"];
            401: components["responses"]["WebhookUnsigned"];
            413: components["responses"]["WebhookTooLarge"];
            503: components["responses"]["WebhookUndecided"];
        };
    };
}
