// Generated from spec/openapi.yaml by `npm run generate`. Do not edit:
// change the spec, run the command, and commit both.

/** The paths of the description, and what can be done at each. */
export interface paths {
    "/auditactivity/v{version}/auditrecords/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get audit record
         * @description Returns one record by its id, as the `AuditUri` of an event names it.
         *     It tells who accepted and when.
         *     Before you call an `AuditUri` with a token, make sure that its host is that of the base URL: an event comes from the internet.
         *
         *     A record that does not exist gets `null` with status 200, or status 404.
         *     The path differs from that of the list.
         *
         *     Takes App+User and App tokens.
         *
         *     **Sources.** Documented for the global cloud and for US Government.
         */
        get: operations["getAuditRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/auditrecords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit records
         * @description Returns what people, apps and customers did, page by page.
         *     After ten failed deliveries to a webhook an event is lost; a nightly look at `listCustomers` finds the customer, and the records of `resourceType` `customer` tell when it accepted.
         *
         *     Records are kept for 90 days, and one call spans at most 30; ask in several calls for more.
         *     The service cannot filter by what was done: choose by `operationType` from what it returns.
         *
         *     Takes App+User and App tokens.
         *
         *     **Sources.** Whether the acceptance of a link is recorded as `reseller_relationship_accepted_by_customer`, as `add_customer` or as both is not documented.
         *     Microsoft's Swagger has the same list under `/auditactivity/v1/auditrecords`; articles and libraries use the path of this operation.
         *     Documented for the global cloud and for US Government.
         *     Observed: no `id` in records of 2017, and in records of 2020 a property `participants`, which no document has.
         */
        get: operations["listAuditRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/compliance/csp/agreementstatus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check a reseller's partner agreement
         * @description Tells an indirect provider whether one of its resellers has signed the Microsoft Partner Agreement.
         *     Ask before you send a link for the reseller: without the agreement, orders through it fail.
         *
         *     Name the reseller by either `mpnId` or `tenantId`, never by both.
         *     The service counts an empty value as none.
         *     An agreement that is not signed comes in two forms that mean the same: `isAgreementSigned: false`, and status 400 with code 2203 or 2206.
         *
         *     Takes App+User tokens only.
         *
         *     **Sources.** Microsoft's library always sends both names with one of them empty.
         *     The `csp` of the path is the programme; no other is documented.
         *     Documented for the global cloud and for US Government.
         */
        get: operations["getAgreementStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description Returns the partner's customers, page by page.
         *     A customer that has accepted the link appears here, and one whose relationship has ended no longer does; whoever has no webhook compares today's list with yesterday's.
         *     Items are short: `getCustomer` has the rest.
         *
         *     A page has up to 500 customers.
         *     The next page is asked for with the `uri` of `links.next` and all the headers in it; the `uri` alone leads to the first page again or to a failure, and the parameters of the first call are in the `uri` already.
         *     The list ends with a page without `links.next`, or with status 400, code 2000, for the call after the last page.
         *     `filter` finds customers by the start of their name or domain, or by the reseller or provider through whom they came; nothing can be sorted or counted.
         *
         *     Takes App+User and App tokens.
         *
         *     **Sources.** Observed: the `uri` has started with `/v1` since November 2021, and did not before.
         */
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get customer
         * @description Returns one customer.
         *     It answers whether a customer has accepted the link: before that the call gets status 403, code 20002; afterwards `relationshipToPartner` is `reseller`.
         *     Read it after each event of acceptance rather than believe the event.
         *
         *     Up to 500 calls a minute may ask about one tenant.
         *     Since July 2023 the address, the e-mail address and the domain names of the company have been left out unless the partner has delegated administration rights.
         *
         *     Takes App+User and App tokens.
         *
         *     **Sources.** The limit is on Microsoft's page [Customer resources](https://learn.microsoft.com/partner-center/developer/customer-resources).
         *     The throttling guidance names this call, but gives no figure.
         */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Remove reseller relationship
         * @description Ends the relationship between the partner and the customer.
         *     The customer leaves the partner's list; the partner is no longer its support contact, loses any delegated administration rights (DAP), and can buy nothing for it.
         *     Only another acceptance by the customer restores the relationship.
         *     Indirect resellers can't remove a relationship; their indirect provider does it for them.
         *
         *     First, end everything that the partner sold to the customer:
         *
         *     | sold | before the call |
         *     | --- | --- |
         *     | new-commerce subscriptions | cancel them; suspended ones continue to be billed |
         *     | legacy subscriptions | suspend them |
         *     | Azure reservations and savings plans | cancel them |
         *     | software and marketplace purchases | cancel them |
         *
         *     New-commerce subscriptions to software and seats can be cancelled in their first seven days only; after that, they run until the end of their term.
         *     Granular administration rights (GDAP) stay; end them in Microsoft Graph.
         *
         *     Never let a program repeat the call automatically: when a reply is lost, the relationship may have ended, and the second call fails with code 3000 as if it had not.
         *     Ask `getCustomer` instead, which answers 403 with code 20002 when the relationship has ended; whoever does repeat the call uses the same `ms-requestid`.
         *     A customer can end the relationship as well, and no event reports it.
         *
         *     Takes App+User tokens only.
         *     In the Partner Center portal, an Admin agent or a Sales agent removes the relationship; older pages name the Global administrator.
         *
         *     **Sources.** What to end first, the roles of the portal and the limit on indirect resellers are those of [How to remove a reseller relationship](https://learn.microsoft.com/partner-center/remove-a-relationship).
         *     Microsoft's article on this operation differs: it asks to suspend every subscription and to cancel Azure reservations, and names nothing else.
         *     The documents do not say with which code the service refuses while a subscription is active.
         */
        patch: operations["removeResellerRelationship"];
        trace?: never;
    };
    "/v{version}/customers/{customer_id}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List partners of a customer
         * @description Returns the partners through whom the caller sells to a customer: for an indirect provider its reseller, for an indirect reseller its provider.
         *     After an acceptance it shows that the customer is tied to reseller and provider, which `getCustomer` does not.
         *     Whoever sells directly has nothing to ask for here, and is refused with code 1002.
         *
         *     Takes App+User tokens only.
         *
         *     **Sources.** Documents of 2017 let indirect providers call it; since 2024 they name indirect resellers too.
         *     Observed: `null` in place of an empty list; `state` and `location` are missing from the items.
         */
        get: operations["listCustomerRelationships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/customers/relationshiprequests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get relationship request link
         * @description Returns the link that a partner sends to an organization that is to become its customer.
         *     An administrator of the customer opens it, signs in and accepts; only then does the customer appear in the partner's list.
         *     Calling this operation invites nobody: it sends nothing and changes nothing.
         *     Nor does it tell what becomes of the link; events, `getCustomer` and `listCustomers` do.
         *
         *     Partner and customer have to be in the same region.
         *     The customer also has to sign the Microsoft Customer Agreement before the partner can buy for it.
         *
         *     The link names the partner, and the indirect provider where there is one.
         *     It holds no customer, no secret and no expiry, so one link serves every customer.
         *     Treat it as opaque: its host and its path have changed several times, and links of today end in a `#` part, so text that is appended to them ends up there and is lost.
         *
         *     Which of the query parameters to send depends on who calls:
         *
         *     | caller | send |
         *     | --- | --- |
         *     | direct-bill partner, or indirect provider for itself | nothing |
         *     | indirect reseller, for itself and its provider | `indirectCloudSolutionProviderId` |
         *     | indirect provider, for one of its resellers | `indirectResellerId` |
         *     | tenant that is both direct-bill partner and indirect reseller, for a direct customer | `dualRoleIndirectRelationship=false` |
         *     | the same tenant, for an indirect customer | `dualRoleIndirectRelationship=true` and `indirectCloudSolutionProviderId` |
         *
         *     The tenant ids are the `id` of an item of `listPartnerRelationships`, never a PartnerID.
         *
         *     Takes App+User tokens only.
         *     In the Partner Center portal, an Admin agent or a Sales agent requests the link; older pages also name the Global administrator.
         *     No document says which role the API requires.
         *
         *     **Sources.** The table follows from the partner models; no document says which combinations the service refuses, so none is forbidden here.
         *     Some pages say that tenants of indirect resellers have no access to the API; whether yours has depends on its enrolment.
         *     A page of 2019 on national clouds says that in US Government existing customers cannot be sent requests; other pages say where customers there accept them.
         *     Region, agreement and the roles of the portal are those of [How to request a reseller relationship](https://learn.microsoft.com/partner-center/customers/request-a-relationship-with-a-customer).
         *     Microsoft's page on regional markets confirms region and agreement, and its page on delegated administration (09/2023) the roles; pages until 2021 add the Global administrator.
         *     Microsoft's .NET SDK, which the C# sample uses, is archived and sends none of the query parameters.
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
    "/v{version}/partners/validateresellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check resellers' PartnerIDs
         * @description Tells whether PartnerIDs may be named as partner of record, which only those of authorized indirect resellers may.
         *     Providers check this before they sell through a reseller: orders with a PartnerID that may not be named are refused, since 2 June 2025 for new subscriptions and since 1 December 2025 for changes.
         *     It changes nothing although it is a POST, and may be repeated.
         *
         *     Request bodies may also come as `text/json`, `application/json-patch+json` and `application/*+json`.
         *
         *     Takes App+User and App tokens.
         *     A signed-in user needs the role Admin agent.
         *
         *     **Sources.** [Validate Reseller Partner IDs](https://learn.microsoft.com/rest/api/partner-center/manage-orders/validate-reseller-partner-ids), in Microsoft's reference, also lists the statuses 400, 401, 403, 404 and 500.
         *     Microsoft's article calls a PartnerID "PLA ID".
         *     How many PartnerIDs one call may ask about is not documented.
         */
        post: operations["validateResellers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/profiles/mpn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get partner by PartnerID
         * @description Returns the account in Microsoft's partner programme that has a PartnerID, or the caller's own.
         *     Call it without `mpnId` to learn your own PartnerID, and with it to see whether a PartnerID that somebody gave you exists.
         *     The PartnerID was called MPN ID until 2022, hence the names; pages of 2025 call it PLA ID.
         *
         *     Takes App+User tokens only.
         */
        get: operations["getMpnProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v{version}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List resellers or providers
         * @description Returns the partners that the caller works with: the resellers of an indirect provider, or the providers of an indirect reseller.
         *     Call it to choose for whom the link is: the `id` of an item is what `getRelationshipRequestLink` takes as `indirectResellerId` or `indirectCloudSolutionProviderId`.
         *     The PartnerID of the same item, `mpnId`, is another thing and is refused there.
         *
         *     The whole list comes at once.
         *     A partner that is neither provider nor reseller is refused with code 1002.
         *     Partnerships between a provider and a reseller are made in the Partner Center portal, not here.
         *
         *     Takes App+User tokens only.
         *
         *     **Sources.** No recorded reply has a next page, and no library of Microsoft's asks for one.
         */
        get: operations["listPartnerRelationships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/v{version}/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get webhook registration
         * @description Returns where the service sends which events.
         *     A tenant has one registration, for all its products together: read it before you change it, and keep the events and the address that are not yours.
         *
         *     Takes App+User and App tokens.
         *     A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
         *
         *     **Sources.** Documents show no reply for a tenant without a registration; Microsoft's Swagger lists status 404.
         */
        get: operations["getWebhookRegistration"];
        /**
         * Update webhook registration
         * @description Replaces the registration: its address and all its events.
         *     What is not in the body is gone, even where another product of the tenant put it there; so read the registration first.
         *     To have no more events, ask for `test-created` alone.
         *
         *     Takes App+User and App tokens.
         *     A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
         */
        put: operations["updateWebhookRegistration"];
        /**
         * Create webhook registration
         * @description Makes the service send events to an address, for a tenant that has no registration yet.
         *     A tenant that has one gets status 409, and uses `updateWebhookRegistration`.
         *     There is no operation that deletes a registration: whoever wants silence asks for `test-created` alone.
         *
         *     Takes App+User and App tokens.
         *     A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
         */
        post: operations["createWebhookRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/v{version}/registration/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook event names
         * @description Returns the names of all events that a registration may ask for.
         *     Read it before registering: names that are not in it may be refused, and new ones come without notice.
         *
         *     Takes App+User and App tokens.
         *     A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
         */
        get: operations["listWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/v{version}/registration/validationEvents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send test event
         * @description Makes the service send a `test-created` event to the registered address.
         *     The registration has to ask for that event.
         *     The reply has the correlation id under which `getWebhookValidation` tells what became of it.
         *
         *     Two a minute are allowed.
         *
         *     Takes App+User and App tokens.
         *     A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
         */
        post: operations["createWebhookValidation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/v{version}/registration/validationEvents/{correlationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get state of test event
         * @description Tells what became of a test event: whether the receiver took it, and what it answered.
         *     The state is kept for seven days.
         *
         *     Takes App+User and App tokens.
         *     A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
         */
        get: operations["getWebhookValidation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** The events that the service sends. */
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
         *     The registration has to name this event, and a tenant may ask for two tests a minute.
         */
        post: operations["receiveTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** The parts that operations share. */
/** The parts that operations share. */
export interface components {
    /** The shapes of bodies, by name. */
    /** The shapes of bodies, by name. */
    schemas: {
        /** @description A postal address with the person to ask for; which parts there are depends on the country. */
        Address: Address;
        /** @description Whether a reseller has signed the Microsoft Partner Agreement. */
        AgreementStatus: AgreementStatus;
        /**
         * @description Something that a person of the partner, an app or a customer did.
         *     Microsoft's Swagger requires `partnerId`, `customerId`, `applicationId`, `resourceType`, `operationType` and `operationDate`.
         *     Observed: a sample without `applicationId`, so nothing is required here.
         */
        AuditRecord: AuditRecord;
        /**
         * @description A page of audit records.
         *     There is another page where `links.next` is, or, without it, a `continuationToken`.
         */
        AuditRecordCollection: AuditRecordCollection;
        /** @description An event as Microsoft's Swagger names its properties. */
        CamelCaseWebhookEvent: CamelCaseWebhookEvent;
        /**
         * @description A registration as Microsoft's Swagger spells its properties.
         *     Observed: replies of 2026 have this spelling.
         */
        CamelCaseWebhookRegistration: CamelCaseWebhookRegistration;
        /**
         * @description A customer as its partner sees it.
         *     Only `id` is required: a list has less of each customer than `getCustomer` returns, and what a partner sees of a customer depends on the partner's rights.
         */
        Customer: Customer;
        /** @description To whom the customer's bills are addressed. */
        CustomerBillingProfile: CustomerBillingProfile;
        /**
         * @description A page of the partner's customers.
         *     There is another page where `links.next` is, and only there.
         */
        CustomerCollection: CustomerCollection;
        /** @description The customer's company. */
        CustomerCompanyProfile: CustomerCompanyProfile;
        /**
         * @description The partners through which the caller sells to a customer.
         *     Observed: `null` for a customer without any; an empty body and a missing `items` mean the same.
         */
        CustomerRelationships: CustomerRelationships;
        /**
         * @description The body of a failed call.
         *     Partner Center itself sends `code`, `description` and, with some codes, `data` and `source`.
         *     The gateway in front of it, which throttles callers, sends `statusCode` and `message` instead, without any `MS-` header.
         *     Any property may be missing; the body may also be empty, or a proxy's page that is not JSON.
         */
        Fault: Fault;
        /** @description What to keep in a list, as `filter` has it in JSON. */
        Filter: Filter;
        /**
         * @description The record, or `null` where there is none with this id.
         *     The operation also documents status 404.
         */
        FoundAuditRecord: FoundAuditRecord;
        /** @description A name and what it stands for. */
        KeyValuePair: KeyValuePair;
        /**
         * @description A call that leads on from a resource.
         *     Make it with all of its headers: without the continuation token in them, the next page is the first one again.
         */
        Link: Link;
        /** @description A partner's account in Microsoft's partner programme. */
        MpnProfile: MpnProfile;
        /**
         * a PartnerID (digits only)
         * @description The PartnerID of a partner's account, digits only; older documents call it the MPN ID, pages of 2025 the PLA ID (partner location account).
         *     It names an account in Microsoft's partner programme, not a tenant.
         * @example 4871236
         */
        PartnerId: PartnerId;
        /**
         * @description Another partner that the calling partner works with.
         *     `state` and `location` are missing where the partners of a customer are listed.
         */
        PartnerRelationship: PartnerRelationship;
        /**
         * @description Partners that the caller works with.
         *     Treat it as one page: no recorded list has a link to a next one.
         */
        PartnerRelationshipCollection: PartnerRelationshipCollection;
        /** @description An event as Microsoft's pages print it. */
        PascalCaseWebhookEvent: PascalCaseWebhookEvent;
        /**
         * @description The one body that removes the relationship.
         *     Microsoft's Swagger takes a whole customer here, and with `AllowDelegatedAccess` in it the same request ends delegated administration instead; so nothing but what the article shows is allowed.
         */
        RelationshipRemoval: RelationshipRemoval;
        /**
         * @description The link with which a customer establishes the relationship, and what kind of resource it is.
         *     Microsoft's reference calls the type `Microsoft.Partner.Service.Customers.Contracts.V1.RelationshipRequest`, and marks neither property as required.
         */
        RelationshipRequest: RelationshipRequest;
        /**
         * @description The customer after the relationship has ended, emptied, in PascalCase.
         *     Observed: the article and a recording of 2018 have it; Microsoft's Swagger has no body at all.
         *     Do not depend on it: the status says that the relationship has ended.
         */
        RemovedCustomer: RemovedCustomer;
        /** @description Which PartnerIDs may be partner of record, one result for each that was asked about. */
        ResellerValidation: ResellerValidation;
        /**
         * @description What Partner Center says of any resource, next to the resource's own properties.
         *     Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
         */
        ResourceAttributes: ResourceAttributes;
        /**
         * @description Where a resource leads; a link is missing where it would lead nowhere.
         *     A list without `next` ends with this page.
         */
        ResourceLinks: ResourceLinks;
        /** @description The registration as the service returns it, in either spelling; read both. */
        StoredWebhookRegistration: StoredWebhookRegistration;
        /**
         * a tenant id (a GUID or a domain name)
         * @description Names a tenant of Microsoft Entra ID: by its id, a GUID, or by a domain name that is verified there.
         *     Documents ask for the GUID.
         *     Observed: public code sends a default domain name in place of the GUID, and the service takes it.
         *     A PartnerID, which is digits only, is not a tenant id.
         * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
         * @example contoso.onmicrosoft.com
         */
        TenantId: TenantId;
        /**
         * @description Something that changed in the partner's account: what, and where to read it.
         *     Microsoft's pages print the names of the properties in Pascal case, its Swagger in camel case; a receiver has to read both.
         *     Nothing but the name of the event is in every printed sample.
         */
        WebhookEvent: WebhookEvent;
        /**
         * @description The name of an event.
         *     The known values are the events of these operations; `listWebhookEvents` has many others.
         * @example reseller-relationship-accepted-by-customer
         */
        WebhookEventName: WebhookEventName;
        /**
         * @description The names of all events that may be asked for.
         *     These operations are about `reseller-relationship-accepted-by-customer`, `indirect-reseller-relationship-accepted-by-customer` and `test-created`; there are many others.
         *     Translated pages of Microsoft's documentation have translated names; take them from this list.
         */
        WebhookEventNames: WebhookEventNames;
        /**
         * @description Which events the service sends, and where.
         *     Send the names of the properties in PascalCase, as the article does; the service reads them in any case.
         *     The article has the same names in replies; see `StoredWebhookRegistration` for the other spelling.
         */
        WebhookRegistration: WebhookRegistration;
        /** @description What became of a test event. */
        WebhookValidation: WebhookValidation;
        /**
         * @description The correlation id under which the state of the test can be asked for.
         *     The article has it in an object, Microsoft's Swagger as a bare string; take either.
         */
        WebhookValidationReceipt: WebhookValidationReceipt;
    };
    /** The replies that operations share, by name. */
    responses: {
        /**
         * @description What is known of the agreement; an agreement that is not signed may come as a fault instead.
         *     Observed: the JSON body starts with a UTF-8 byte order mark.
         */
        AgreementStatus: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgreementStatus"];
            };
        };
        /**
         * @description The reseller cannot be found, or has not signed.
         *     Codes 2203 and 2206 mean that the agreement is not signed, the same as `isAgreementSigned: false`; 2000 and 2001 that the call is wrong; 2200, 2204 and 2205 that there is no such reseller; 2201 that it is of another region.
         *     Texts have changed from year to year, and `data` has links to further reading.
         */
        AgreementStatusBadRequest: {
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
         * @description The token is good, but its holder may not do this: the person or the app lacks the role or the permission (code 900308), a Conditional Access policy forbids it, or the partner's programme is not active.
         *     From the error page for the whole API.
         */
        AppForbidden: {
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
        /** @description The record, or `null`. */
        AuditRecord: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FoundAuditRecord"];
                "text/json": components["schemas"]["FoundAuditRecord"];
            };
        };
        /**
         * @description There is no such record; the same may be said with status 200 and `null`.
         *     Documented without a body; the example has the form of other faults.
         */
        AuditRecordNotFound: {
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
         * @description A page of records.
         *     Another page follows where `links.next` is, and is fetched with its `uri` and all of its headers.
         */
        AuditRecords: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-ContinuationToken": components["headers"]["MsContinuationToken"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AuditRecordCollection"];
                "text/json": components["schemas"]["AuditRecordCollection"];
            };
        };
        /**
         * @description A parameter made no sense to the service, the first day is more than 90 days ago, or the span is longer than 30 days.
         *     Documented without a code.
         */
        AuditRecordsBadRequest: {
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
         * @description A parameter was missing or made no sense to the service.
         *     Correct the call; the same one fails again.
         *     From the error page for the whole API.
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
         * @description The customer.
         *     Observed: the JSON body starts with a UTF-8 byte order mark.
         *     All four media types are documented; no source shows an XML body, so ask for JSON.
         */
        Customer: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Customer"];
                "application/xml": components["schemas"]["Customer"];
                "text/json": components["schemas"]["Customer"];
                "text/xml": components["schemas"]["Customer"];
            };
        };
        /**
         * @description The customer has no relationship with the partner, code 20002: a customer that has not accepted yet, or one whose relationship has ended.
         *     Observed for customers in general; the error page has the code.
         */
        CustomerForbidden: {
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
         * @description No tenant has this id, code 60003.
         *     From the error page for the whole API; not documented for this operation.
         */
        CustomerNotFound: {
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
         * @description The caller's resellers for this customer, or, for a reseller, its providers.
         *     Observed: `null` in place of an empty list.
         */
        CustomerRelationships: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CustomerRelationships"];
                "text/json": components["schemas"]["CustomerRelationships"];
            };
        };
        /**
         * @description The customer has no relationship with the partner (code 20002), the partner is of a type that has no such list (code 1002), or the token is of an app without a user (code 900329).
         *     Observed: 1002 in reports of 2018 that name no status.
         */
        CustomerRelationshipsForbidden: {
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
         * @description A page of customers.
         *     Another page follows where `links.next` is, and is fetched with its `uri` and all of its headers.
         *     Observed: the JSON body starts with a UTF-8 byte order mark.
         */
        Customers: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-ContinuationToken": components["headers"]["MsContinuationToken"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CustomerCollection"];
                "text/json": components["schemas"]["CustomerCollection"];
            };
        };
        /**
         * @description A parameter made no sense to the service, or, with code 2000 on a page after the first, there is no page left.
         *     The latter is the end of the list; on a first page it is a failure like any other.
         *     Observed in a tool of Microsoft's; not documented for this operation.
         */
        CustomersBadRequest: {
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
         * @description The customer has no relationship with the partner, code 20002, or the token is of an app without a user, code 900329.
         *     From the error page for the whole API; the former is observed for customers in general.
         */
        CustomerUserForbidden: {
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
         * @description The token is good, but its holder may not do this: it is an app without a user (code 900329), the user lacks the role, a Conditional Access policy forbids it, or the partner's programme is not active.
         *     From the error page for the whole API.
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
         *     From the error page for the whole API.
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
         * @description The profile.
         *     Observed: one sample answers with another PartnerID than the one that was asked for; a recording echoes it.
         *     Observed: the JSON body starts with a UTF-8 byte order mark.
         */
        MpnProfile: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MpnProfile"];
            };
        };
        /**
         * @description No partner has this PartnerID, code 3000.
         *     Documented for this operation; the error page has the code with status 400.
         */
        MpnProfileNotFound: {
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
         * @description A tenant that the call names is unknown to Partner Center, or what the path names is not there.
         *     From the error page for the whole API.
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
         * @description The partners of the kind that was asked for, in one page.
         *     The `id` of each is what the link wants.
         */
        PartnerRelationships: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PartnerRelationshipCollection"];
                "text/json": components["schemas"]["PartnerRelationshipCollection"];
            };
        };
        /**
         * @description The partner is neither an indirect provider nor an indirect reseller (code 1002), or the token is of an app without a user (code 900329).
         *     Observed: 1002 in a report of 2019 that names no status.
         */
        PartnerRelationshipsForbidden: {
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
         * @description The link.
         *     Observed: the JSON body starts with a UTF-8 byte order mark, which `Content-Length` counts.
         *     The links of indirect resellers are as seen in public code; documents show those of direct partners alone.
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
         * @description There is no relationship to end (code 3000), which is also what a second call gets after a first one that succeeded, or no tenant has this id (code 60003).
         *     Observed: 3000 in a report of 2018 that names no status; the error page has it with 400, and another operation answers it with 404.
         */
        RemovalNotFound: {
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
         * @description The relationship has ended.
         *     The status says so; the body need not be there.
         *     Observed: no byte order mark, unlike other successes.
         *     All four media types are documented; no source shows an XML body, so ask for JSON.
         */
        RemovedCustomer: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RemovedCustomer"];
                "application/xml": components["schemas"]["RemovedCustomer"];
                "text/json": components["schemas"]["RemovedCustomer"];
                "text/xml": components["schemas"]["RemovedCustomer"];
            };
        };
        /**
         * @description One result for each PartnerID.
         *     `text/plain` is documented too; it has the same JSON.
         */
        ResellerValidation: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ResellerValidation"];
                "text/json": components["schemas"]["ResellerValidation"];
                "text/plain": components["schemas"]["ResellerValidation"];
            };
        };
        /**
         * @description The body made no sense to the service, or a PartnerID is not that of an active indirect reseller (code 900154).
         *     The code is from a third party's digest of the documentation.
         */
        ResellerValidationBadRequest: {
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
         *     Retry after `Retry-After`; limits are published only for calls about one customer, 500 a minute (on the page "Customer resources"), and for test events, two a minute.
         *     The gateway sends this reply itself, without `MS-` headers.
         *     From the throttling guidance for the whole API, which names few operations.
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
         *     Code 900421 means that multifactor authentication is missing; some replies, documented since 2019, have an empty body and the reason phrase "MFA required" instead.
         *     Renewing the token does not help then: the user has to sign in again.
         *     Code 900420 means that the token is for `https://graph.windows.net`, which Microsoft retired as an audience on 31 August 2025; request one for Partner Center itself.
         *     From the error page for the whole API, except 900420 (one source, a practitioner's post), the date (Microsoft's page on deprecating that audience) and 900421 (Microsoft's blog).
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
        /** @description The names of the events. */
        WebhookEventNames: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                "X-Locale": components["headers"]["XLocale"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookEventNames"];
                "text/json": components["schemas"]["WebhookEventNames"];
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
        /** @description The registration as it is now. */
        WebhookRegistration: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                "X-Locale": components["headers"]["XLocale"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StoredWebhookRegistration"];
                "text/json": components["schemas"]["StoredWebhookRegistration"];
            };
        };
        /**
         * @description The tenant has a registration already, possibly one of another product of the same tenant.
         *     Read it, and change it with `updateWebhookRegistration`.
         *     Documented without a body; the example has the form of other faults, and no code, as none is known.
         */
        WebhookRegistrationConflict: {
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
         * @description The tenant has no registration.
         *     Documented without a body; the example has the form of other faults.
         */
        WebhookRegistrationNotFound: {
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
        /** @description The body did not arrive in time. */
        WebhookTimedOut: {
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
         * @description The certificate cannot be fetched at the moment, so nothing is known of the signature.
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
        /** @description What became of the test event so far. */
        WebhookValidation: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                "X-Locale": components["headers"]["XLocale"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookValidation"];
                "text/json": components["schemas"]["WebhookValidation"];
            };
        };
        /**
         * @description There is no such test event, or it was more than seven days ago.
         *     Documented without a body; the example has the form of other faults.
         */
        WebhookValidationNotFound: {
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
         * @description The test event is on its way.
         *     What becomes of it can be asked for over the next seven days.
         */
        WebhookValidationReceipt: {
            headers: {
                isMfaCompliant: components["headers"]["IsMfaCompliant"];
                "MS-CorrelationId": components["headers"]["MsCorrelationId"];
                "MS-CV": components["headers"]["MsCv"];
                "MS-RequestId": components["headers"]["MsRequestId"];
                "MS-ServerId": components["headers"]["MsServerId"];
                "X-Locale": components["headers"]["XLocale"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookValidationReceipt"];
                "text/json": components["schemas"]["WebhookValidationReceipt"];
            };
        };
    };
    /** The parameters that operations share, by name. */
    parameters: {
        /**
         * @description The PartnerID of the reseller: of its account in one country, or of all its accounts.
         *     Send either this or `tenantId`; the service refuses a call with both or with neither.
         *     A sample of the article spells it `mpnid`, which is the same to the service.
         * @example 4871236
         */
        AgreementMpnId: components["schemas"]["PartnerId"];
        /**
         * @description The tenant id of the reseller, a GUID; the service refuses a domain name here.
         *     Send either this or `mpnId`; the service refuses a call with both or with neither.
         * @example 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90
         */
        AgreementTenantId: string;
        /**
         * @description Leaves in the list only the records that match, as JSON in a string: an object with `Field`, `Value` and `Operator`.
         *     The fields are `CompanyName` with `substring`, `CustomerId` with `equals`, and `ResourceType` with `equals`; upper and lower case are the same.
         *     The service cannot filter by what was done: filter by `ResourceType`, and choose by `operationType` from what it returns.
         *     Microsoft's Swagger has parameters `auditRequest.filter.field` and the like instead, which no client sends.
         * @example {"Field":"CustomerId","Value":"5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05","Operator":"equals"}
         */
        AuditFilter: string;
        /**
         * @description The id of the record, the last part of the `AuditUri` of an event.
         *     Opaque: the parts that it is joined from differ from year to year.
         * @example 3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321
         */
        AuditRecordId: string;
        /**
         * @description Leaves in the list only the customers that match, as JSON in a string: an object with `Field`, `Value` and `Operator`.
         *     The fields are `CompanyName`, `Domain`, `IndirectReseller` and `IndirectCloudSolutionProvider`, the latter two with a tenant id as the value; the only operator is `starts_with`, and upper and lower case are the same.
         *     With `IndirectReseller` the list has the customers that came through that reseller, which is documented for App+User alone.
         *     Microsoft's Swagger declares a parameter `filter.operator` instead, which no client sends.
         * @example {"Field":"IndirectReseller","Value":"4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90","Operator":"starts_with"}
         */
        CustomerFilter: string;
        /**
         * @description The customer's tenant id, which is the `id` of the customer in lists and in events.
         *     Documents ask for the GUID.
         *     Observed: removing a relationship takes the default domain name as well.
         * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
         */
        CustomerId: components["schemas"]["TenantId"];
        /**
         * @description Says which relationship is meant when the calling tenant is direct partner and indirect reseller at once, as tenants in transition are: `true` for an indirect one, `false` for a direct one.
         *     Tenants with a single role leave it out.
         * @example true
         */
        DualRoleIndirectRelationship: boolean;
        /**
         * @description The last day of the records, in UTC, at most 30 days after the first.
         *     Without it: today, or the end of the longest span, whichever comes first.
         * @example 2025-11-30
         */
        EndDate: string;
        /**
         * @description The tenant id of the indirect provider that belongs to both the indirect reseller and the customer: the reseller buys from it, and the customer gets its subscriptions through it.
         *     Indirect resellers send it, so that the customer accepts both of them with one link.
         *     It is the `id` of a provider in the reply of `listPartnerRelationships`.
         *     May be given together with `indirectResellerId`.
         * @example 9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34
         */
        IndirectCloudSolutionProviderId: components["schemas"]["TenantId"];
        /**
         * @description The tenant id of the indirect reseller for whom the link is meant.
         *     Indirect providers send it when they invite a customer on behalf of one of their resellers; their own tenant id is implied by the token.
         *     It is the `id` of a reseller in the reply of `listPartnerRelationships`, not the reseller's PartnerID.
         * @example 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90
         */
        IndirectResellerId: components["schemas"]["TenantId"];
        /**
         * @description The PartnerID of the partner to look up.
         *     Without it the reply is the caller's own profile.
         * @example 4871236
         */
        MpnId: components["schemas"]["PartnerId"];
        /**
         * @description Where the certificate of the signing key is.
         *     Anyone can send any URL here: fetch only from hosts that you know, over https, without following redirects.
         * @example https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer
         */
        MsCertificateUrl: string;
        /**
         * @description The token of the page to return, as a header of `links.next` in the page before it has it.
         *     Opaque: send it back unchanged, commas, slashes and equals signs included.
         * @example AQAAAACvYnkLQx3mGg==
         */
        MsContinuationToken: string;
        /**
         * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
         *     The service makes one up when it is absent.
         * @example 02971f0f-1029-47b2-9fdb-1932f0987470
         */
        MsCorrelationId: string;
        /**
         * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
         *     Microsoft tracks requests with it internally.
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
         *     The service makes one up when it is absent.
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
         * @description Leaves in the list only the partners whose name matches, as JSON in a string: an object with `Field`, `Value` and `Operator`.
         *     The only field is `Name`.
         *     Microsoft's Swagger says that names are compared from their start (`starts_with`), and a comment in Microsoft's library says that any part may match (`substring`); send `starts_with`.
         *     Microsoft's Swagger declares a parameter `filter.operator` instead, which no client sends.
         * @example {"Field":"Name","Value":"Fabrikam","Operator":"starts_with"}
         */
        RelationshipFilter: string;
        /**
         * @description Which of the two lists to return, named by what the caller is to the partners in it.
         *     An indirect provider lists its resellers with `IsIndirectCloudSolutionProviderOf`, and an indirect reseller its providers with `IsIndirectResellerOf`.
         *     The article requires it; Microsoft's Swagger does not, and has it as a number.
         *     Replies have other words for the same, in lower case with underscores.
         * @example IsIndirectCloudSolutionProviderOf
         */
        RelationshipType: "IsIndirectCloudSolutionProviderOf" | "IsIndirectResellerOf" | (string & {});
        /**
         * @description Which page to return, seen from the one whose token is sent with it.
         *     The known value is `Next`, in the links of replies; Microsoft's libraries know `First`, `Previous`, `Last` and `PageIndex` as well, and Microsoft's Swagger has a number.
         *     It is part of the `uri` of `links.next`: follow that rather than write it yourself.
         * @example Next
         */
        SeekOperation: "Next" | "First" | "Previous" | "Last" | "PageIndex" | (string & {});
        /**
         * @description How many items a page has at most, 1 to 500.
         *     Samples that filter send 0, which leaves the size to the service, as leaving the parameter out does.
         *     Observed: 500 items a page then.
         *     The article about the customer list requires it; everything else says that it is optional.
         * @example 500
         */
        Size: number;
        /**
         * @description The first day of the records, in UTC.
         *     Records are kept for 90 days; an earlier day is refused.
         *     The article says that it may be left out, for the last 30 days or where there is a filter; Microsoft's Swagger requires it, so send it always.
         *     Observed: libraries of Microsoft's send `6/1/2017 12:00:00 AM`; the article's table asks for the form used here.
         * @example 2025-11-01
         */
        StartDate: string;
        /**
         * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
         *     The header itself makes no call fail.
         *
         *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
         *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
         *     App tokens are exempt.
         *
         *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
         *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
         * @example true
         */
        ValidateMfa: boolean;
        /**
         * @description The number behind the `v` of the path.
         *     Only version 1 is documented.
         * @example 1
         */
        Version: "1";
        /**
         * @description The correlation id that `createWebhookValidation` answered with; not one of the ids in the headers.
         * @example 7c3e0b96-d48f-4a12-9b65-f0271ce8d354
         */
        WebhookValidationId: string;
        /**
         * @description The language of texts in the reply, as a language tag; the service assumes `en-US`.
         *     No effect on the link is documented.
         * @example en-US
         */
        XLocale: string;
    };
    requestBodies: never;
    /** The headers that replies share, by name. */
    headers: {
        /**
         * @description Whether the token was obtained with multifactor authentication.
         *     Only in replies to calls with `ValidateMfa: true`.
         * @example true
         */
        IsMfaCompliant: boolean;
        /**
         * @description The token of the next page, on lists that have one.
         *     The headers of `links.next` have it too; take it from there.
         * @example AQAAAACvYnkLQx3mGg==
         */
        MsContinuationToken: string;
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
         * @description The id of the call: the one that was sent (as in every recorded reply but one), or one that the service chose.
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
        /**
         * @description The language of texts in the reply, as a language tag.
         * @example en-US
         */
        XLocale: string;
    };
    pathItems: never;
}
/** The operations of the description, by their `operationId`. */
export interface operations {
    /**
     * Get audit record
     *
     * Returns one record by its id, as the `AuditUri` of an event names it.
     * It tells who accepted and when.
     * Before you call an `AuditUri` with a token, make sure that its host is that of the base URL: an event comes from the internet.
     *
     * A record that does not exist gets `null` with status 200, or status 404.
     * The path differs from that of the list.
     *
     * Takes App+User and App tokens.
     *
     * **Sources.** Documented for the global cloud and for US Government.
     *
     * @param parameters.id The id of the record, the last part of the `AuditUri` of an event.
     */
    getAuditRecord: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 * @description The id of the record, the last part of the `AuditUri` of an event.
                 *     Opaque: the parts that it is joined from differ from year to year.
                 * @example 3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321
                 */
                id: components["parameters"]["AuditRecordId"];
                /**
                 * @description The number behind the `v` of the path.
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AuditRecord"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["AuditRecordNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * List audit records
     *
     * Returns what people, apps and customers did, page by page.
     * After ten failed deliveries to a webhook an event is lost; a nightly look at `listCustomers` finds the customer, and the records of `resourceType` `customer` tell when it accepted.
     *
     * Records are kept for 90 days, and one call spans at most 30; ask in several calls for more.
     * The service cannot filter by what was done: choose by `operationType` from what it returns.
     *
     * Takes App+User and App tokens.
     *
     * **Sources.** Whether the acceptance of a link is recorded as `reseller_relationship_accepted_by_customer`, as `add_customer` or as both is not documented.
     * Microsoft's Swagger has the same list under `/auditactivity/v1/auditrecords`; articles and libraries use the path of this operation.
     * Documented for the global cloud and for US Government.
     * Observed: no `id` in records of 2017, and in records of 2020 a property `participants`, which no document has.
     *
     * @param parameters.startDate The first day of the records, in UTC.
     * @param parameters.endDate The last day of the records, in UTC, at most 30 days after the first.
     * @param parameters.filter Leaves in the list only the records that match, as JSON in a string: an object with `Field`, `Value` and `Operator`.
     * @param parameters.size How many items a page has at most, 1 to 500.
     */
    listAuditRecords: {
        parameters: {
            query?: {
                /**
                 * @description The last day of the records, in UTC, at most 30 days after the first.
                 *     Without it: today, or the end of the longest span, whichever comes first.
                 * @example 2025-11-30
                 */
                endDate?: components["parameters"]["EndDate"];
                /**
                 * @description Leaves in the list only the records that match, as JSON in a string: an object with `Field`, `Value` and `Operator`.
                 *     The fields are `CompanyName` with `substring`, `CustomerId` with `equals`, and `ResourceType` with `equals`; upper and lower case are the same.
                 *     The service cannot filter by what was done: filter by `ResourceType`, and choose by `operationType` from what it returns.
                 *     Microsoft's Swagger has parameters `auditRequest.filter.field` and the like instead, which no client sends.
                 * @example {"Field":"CustomerId","Value":"5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05","Operator":"equals"}
                 */
                filter?: components["parameters"]["AuditFilter"];
                /**
                 * @description How many items a page has at most, 1 to 500.
                 *     Samples that filter send 0, which leaves the size to the service, as leaving the parameter out does.
                 *     Observed: 500 items a page then.
                 *     The article about the customer list requires it; everything else says that it is optional.
                 * @example 500
                 */
                size?: components["parameters"]["Size"];
                /**
                 * @description The first day of the records, in UTC.
                 *     Records are kept for 90 days; an earlier day is refused.
                 *     The article says that it may be left out, for the last 30 days or where there is a filter; Microsoft's Swagger requires it, so send it always.
                 *     Observed: libraries of Microsoft's send `6/1/2017 12:00:00 AM`; the article's table asks for the form used here.
                 * @example 2025-11-01
                 */
                startDate?: components["parameters"]["StartDate"];
            };
            header?: {
                /**
                 * @description The token of the page to return, as a header of `links.next` in the page before it has it.
                 *     Opaque: send it back unchanged, commas, slashes and equals signs included.
                 * @example AQAAAACvYnkLQx3mGg==
                 */
                "MS-ContinuationToken"?: components["parameters"]["MsContinuationToken"];
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AuditRecords"];
            400: components["responses"]["AuditRecordsBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Check a reseller's partner agreement
     *
     * Tells an indirect provider whether one of its resellers has signed the Microsoft Partner Agreement.
     * Ask before you send a link for the reseller: without the agreement, orders through it fail.
     *
     * Name the reseller by either `mpnId` or `tenantId`, never by both.
     * The service counts an empty value as none.
     * An agreement that is not signed comes in two forms that mean the same: `isAgreementSigned: false`, and status 400 with code 2203 or 2206.
     *
     * Takes App+User tokens only.
     *
     * **Sources.** Microsoft's library always sends both names with one of them empty.
     * The `csp` of the path is the programme; no other is documented.
     * Documented for the global cloud and for US Government.
     *
     * @param parameters.mpnId The PartnerID of the reseller: of its account in one country, or of all its accounts.
     * @param parameters.tenantId The tenant id of the reseller, a GUID; the service refuses a domain name here.
     */
    getAgreementStatus: {
        parameters: {
            query?: {
                /**
                 * @description The PartnerID of the reseller: of its account in one country, or of all its accounts.
                 *     Send either this or `tenantId`; the service refuses a call with both or with neither.
                 *     A sample of the article spells it `mpnid`, which is the same to the service.
                 * @example 4871236
                 */
                mpnId?: components["parameters"]["AgreementMpnId"];
                /**
                 * @description The tenant id of the reseller, a GUID; the service refuses a domain name here.
                 *     Send either this or `mpnId`; the service refuses a call with both or with neither.
                 * @example 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90
                 */
                tenantId?: components["parameters"]["AgreementTenantId"];
            };
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgreementStatus"];
            400: components["responses"]["AgreementStatusBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * List customers
     *
     * Returns the partner's customers, page by page.
     * A customer that has accepted the link appears here, and one whose relationship has ended no longer does; whoever has no webhook compares today's list with yesterday's.
     * Items are short: `getCustomer` has the rest.
     *
     * A page has up to 500 customers.
     * The next page is asked for with the `uri` of `links.next` and all the headers in it; the `uri` alone leads to the first page again or to a failure, and the parameters of the first call are in the `uri` already.
     * The list ends with a page without `links.next`, or with status 400, code 2000, for the call after the last page.
     * `filter` finds customers by the start of their name or domain, or by the reseller or provider through whom they came; nothing can be sorted or counted.
     *
     * Takes App+User and App tokens.
     *
     * **Sources.** Observed: the `uri` has started with `/v1` since November 2021, and did not before.
     *
     * @param parameters.size How many items a page has at most, 1 to 500.
     * @param parameters.filter Leaves in the list only the customers that match, as JSON in a string: an object with `Field`, `Value` and `Operator`.
     * @param parameters.seekOperation Which page to return, seen from the one whose token is sent with it.
     */
    listCustomers: {
        parameters: {
            query?: {
                /**
                 * @description Leaves in the list only the customers that match, as JSON in a string: an object with `Field`, `Value` and `Operator`.
                 *     The fields are `CompanyName`, `Domain`, `IndirectReseller` and `IndirectCloudSolutionProvider`, the latter two with a tenant id as the value; the only operator is `starts_with`, and upper and lower case are the same.
                 *     With `IndirectReseller` the list has the customers that came through that reseller, which is documented for App+User alone.
                 *     Microsoft's Swagger declares a parameter `filter.operator` instead, which no client sends.
                 * @example {"Field":"IndirectReseller","Value":"4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90","Operator":"starts_with"}
                 */
                filter?: components["parameters"]["CustomerFilter"];
                /**
                 * @description Which page to return, seen from the one whose token is sent with it.
                 *     The known value is `Next`, in the links of replies; Microsoft's libraries know `First`, `Previous`, `Last` and `PageIndex` as well, and Microsoft's Swagger has a number.
                 *     It is part of the `uri` of `links.next`: follow that rather than write it yourself.
                 * @example Next
                 */
                seekOperation?: components["parameters"]["SeekOperation"];
                /**
                 * @description How many items a page has at most, 1 to 500.
                 *     Samples that filter send 0, which leaves the size to the service, as leaving the parameter out does.
                 *     Observed: 500 items a page then.
                 *     The article about the customer list requires it; everything else says that it is optional.
                 * @example 500
                 */
                size?: components["parameters"]["Size"];
            };
            header?: {
                /**
                 * @description The token of the page to return, as a header of `links.next` in the page before it has it.
                 *     Opaque: send it back unchanged, commas, slashes and equals signs included.
                 * @example AQAAAACvYnkLQx3mGg==
                 */
                "MS-ContinuationToken"?: components["parameters"]["MsContinuationToken"];
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Customers"];
            400: components["responses"]["CustomersBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Get customer
     *
     * Returns one customer.
     * It answers whether a customer has accepted the link: before that the call gets status 403, code 20002; afterwards `relationshipToPartner` is `reseller`.
     * Read it after each event of acceptance rather than believe the event.
     *
     * Up to 500 calls a minute may ask about one tenant.
     * Since July 2023 the address, the e-mail address and the domain names of the company have been left out unless the partner has delegated administration rights.
     *
     * Takes App+User and App tokens.
     *
     * **Sources.** The limit is on Microsoft's page [Customer resources](https://learn.microsoft.com/partner-center/developer/customer-resources).
     * The throttling guidance names this call, but gives no figure.
     *
     * @param parameters.customer_id The customer's tenant id, which is the `id` of the customer in lists and in events.
     */
    getCustomer: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 * @description The customer's tenant id, which is the `id` of the customer in lists and in events.
                 *     Documents ask for the GUID.
                 *     Observed: removing a relationship takes the default domain name as well.
                 * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
                 */
                customer_id: components["parameters"]["CustomerId"];
                /**
                 * @description The number behind the `v` of the path.
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Customer"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerForbidden"];
            404: components["responses"]["CustomerNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Remove reseller relationship
     *
     * Ends the relationship between the partner and the customer.
     * The customer leaves the partner's list; the partner is no longer its support contact, loses any delegated administration rights (DAP), and can buy nothing for it.
     * Only another acceptance by the customer restores the relationship.
     * Indirect resellers can't remove a relationship; their indirect provider does it for them.
     *
     * First, end everything that the partner sold to the customer:
     *
     * | sold | before the call |
     * | --- | --- |
     * | new-commerce subscriptions | cancel them; suspended ones continue to be billed |
     * | legacy subscriptions | suspend them |
     * | Azure reservations and savings plans | cancel them |
     * | software and marketplace purchases | cancel them |
     *
     * New-commerce subscriptions to software and seats can be cancelled in their first seven days only; after that, they run until the end of their term.
     * Granular administration rights (GDAP) stay; end them in Microsoft Graph.
     *
     * Never let a program repeat the call automatically: when a reply is lost, the relationship may have ended, and the second call fails with code 3000 as if it had not.
     * Ask `getCustomer` instead, which answers 403 with code 20002 when the relationship has ended; whoever does repeat the call uses the same `ms-requestid`.
     * A customer can end the relationship as well, and no event reports it.
     *
     * Takes App+User tokens only.
     * In the Partner Center portal, an Admin agent or a Sales agent removes the relationship; older pages name the Global administrator.
     *
     * **Sources.** What to end first, the roles of the portal and the limit on indirect resellers are those of [How to remove a reseller relationship](https://learn.microsoft.com/partner-center/remove-a-relationship).
     * Microsoft's article on this operation differs: it asks to suspend every subscription and to cancel Azure reservations, and names nothing else.
     * The documents do not say with which code the service refuses while a subscription is active.
     *
     * @param parameters.customer_id The customer's tenant id, which is the `id` of the customer in lists and in events.
     */
    removeResellerRelationship: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 * @description The customer's tenant id, which is the `id` of the customer in lists and in events.
                 *     Documents ask for the GUID.
                 *     Observed: removing a relationship takes the default domain name as well.
                 * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
                 */
                customer_id: components["parameters"]["CustomerId"];
                /**
                 * @description The number behind the `v` of the path.
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationshipRemoval"];
            };
        };
        responses: {
            200: components["responses"]["RemovedCustomer"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerUserForbidden"];
            404: components["responses"]["RemovalNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * List partners of a customer
     *
     * Returns the partners through whom the caller sells to a customer: for an indirect provider its reseller, for an indirect reseller its provider.
     * After an acceptance it shows that the customer is tied to reseller and provider, which `getCustomer` does not.
     * Whoever sells directly has nothing to ask for here, and is refused with code 1002.
     *
     * Takes App+User tokens only.
     *
     * **Sources.** Documents of 2017 let indirect providers call it; since 2024 they name indirect resellers too.
     * Observed: `null` in place of an empty list; `state` and `location` are missing from the items.
     *
     * @param parameters.customer_id The customer's tenant id, which is the `id` of the customer in lists and in events.
     */
    listCustomerRelationships: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 * @description The customer's tenant id, which is the `id` of the customer in lists and in events.
                 *     Documents ask for the GUID.
                 *     Observed: removing a relationship takes the default domain name as well.
                 * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
                 */
                customer_id: components["parameters"]["CustomerId"];
                /**
                 * @description The number behind the `v` of the path.
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CustomerRelationships"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRelationshipsForbidden"];
            404: components["responses"]["CustomerNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Get relationship request link
     *
     * Returns the link that a partner sends to an organization that is to become its customer.
     * An administrator of the customer opens it, signs in and accepts; only then does the customer appear in the partner's list.
     * Calling this operation invites nobody: it sends nothing and changes nothing.
     * Nor does it tell what becomes of the link; events, `getCustomer` and `listCustomers` do.
     *
     * Partner and customer have to be in the same region.
     * The customer also has to sign the Microsoft Customer Agreement before the partner can buy for it.
     *
     * The link names the partner, and the indirect provider where there is one.
     * It holds no customer, no secret and no expiry, so one link serves every customer.
     * Treat it as opaque: its host and its path have changed several times, and links of today end in a `#` part, so text that is appended to them ends up there and is lost.
     *
     * Which of the query parameters to send depends on who calls:
     *
     * | caller | send |
     * | --- | --- |
     * | direct-bill partner, or indirect provider for itself | nothing |
     * | indirect reseller, for itself and its provider | `indirectCloudSolutionProviderId` |
     * | indirect provider, for one of its resellers | `indirectResellerId` |
     * | tenant that is both direct-bill partner and indirect reseller, for a direct customer | `dualRoleIndirectRelationship=false` |
     * | the same tenant, for an indirect customer | `dualRoleIndirectRelationship=true` and `indirectCloudSolutionProviderId` |
     *
     * The tenant ids are the `id` of an item of `listPartnerRelationships`, never a PartnerID.
     *
     * Takes App+User tokens only.
     * In the Partner Center portal, an Admin agent or a Sales agent requests the link; older pages also name the Global administrator.
     * No document says which role the API requires.
     *
     * **Sources.** The table follows from the partner models; no document says which combinations the service refuses, so none is forbidden here.
     * Some pages say that tenants of indirect resellers have no access to the API; whether yours has depends on its enrolment.
     * A page of 2019 on national clouds says that in US Government existing customers cannot be sent requests; other pages say where customers there accept them.
     * Region, agreement and the roles of the portal are those of [How to request a reseller relationship](https://learn.microsoft.com/partner-center/customers/request-a-relationship-with-a-customer).
     * Microsoft's page on regional markets confirms region and agreement, and its page on delegated administration (09/2023) the roles; pages until 2021 add the Global administrator.
     * Microsoft's .NET SDK, which the C# sample uses, is archived and sends none of the query parameters.
     * Microsoft's article on the same operation is [Retrieve a relationship request URL](https://learn.microsoft.com/partner-center/developer/request-reseller-relationship).
     *
     * @param parameters.indirectCloudSolutionProviderId The tenant id of the indirect provider that belongs to both the indirect reseller and the customer: the reseller buys from it, and the customer gets its subscriptions through it.
     * @param parameters.indirectResellerId The tenant id of the indirect reseller for whom the link is meant.
     * @param parameters.dualRoleIndirectRelationship Says which relationship is meant when the calling tenant is direct partner and indirect reseller at once, as tenants in transition are: `true` for an indirect one, `false` for a direct one.
     */
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
                 * @description The tenant id of the indirect provider that belongs to both the indirect reseller and the customer: the reseller buys from it, and the customer gets its subscriptions through it.
                 *     Indirect resellers send it, so that the customer accepts both of them with one link.
                 *     It is the `id` of a provider in the reply of `listPartnerRelationships`.
                 *     May be given together with `indirectResellerId`.
                 * @example 9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34
                 */
                indirectCloudSolutionProviderId?: components["parameters"]["IndirectCloudSolutionProviderId"];
                /**
                 * @description The tenant id of the indirect reseller for whom the link is meant.
                 *     Indirect providers send it when they invite a customer on behalf of one of their resellers; their own tenant id is implied by the token.
                 *     It is the `id` of a reseller in the reply of `listPartnerRelationships`, not the reseller's PartnerID.
                 * @example 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90
                 */
                indirectResellerId?: components["parameters"]["IndirectResellerId"];
            };
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
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
    /**
     * Check resellers' PartnerIDs
     *
     * Tells whether PartnerIDs may be named as partner of record, which only those of authorized indirect resellers may.
     * Providers check this before they sell through a reseller: orders with a PartnerID that may not be named are refused, since 2 June 2025 for new subscriptions and since 1 December 2025 for changes.
     * It changes nothing although it is a POST, and may be repeated.
     *
     * Request bodies may also come as `text/json`, `application/json-patch+json` and `application/*+json`.
     *
     * Takes App+User and App tokens.
     * A signed-in user needs the role Admin agent.
     *
     * **Sources.** [Validate Reseller Partner IDs](https://learn.microsoft.com/rest/api/partner-center/manage-orders/validate-reseller-partner-ids), in Microsoft's reference, also lists the statuses 400, 401, 403, 404 and 500.
     * Microsoft's article calls a PartnerID "PLA ID".
     * How many PartnerIDs one call may ask about is not documented.
     */
    validateResellers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The PartnerIDs. */
                    partnerIds?: components["schemas"]["PartnerId"][];
                };
            };
        };
        responses: {
            200: components["responses"]["ResellerValidation"];
            400: components["responses"]["ResellerValidationBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Get partner by PartnerID
     *
     * Returns the account in Microsoft's partner programme that has a PartnerID, or the caller's own.
     * Call it without `mpnId` to learn your own PartnerID, and with it to see whether a PartnerID that somebody gave you exists.
     * The PartnerID was called MPN ID until 2022, hence the names; pages of 2025 call it PLA ID.
     *
     * Takes App+User tokens only.
     *
     * @param parameters.mpnId The PartnerID of the partner to look up.
     */
    getMpnProfile: {
        parameters: {
            query?: {
                /**
                 * @description The PartnerID of the partner to look up.
                 *     Without it the reply is the caller's own profile.
                 * @example 4871236
                 */
                mpnId?: components["parameters"]["MpnId"];
            };
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MpnProfile"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["MpnProfileNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * List resellers or providers
     *
     * Returns the partners that the caller works with: the resellers of an indirect provider, or the providers of an indirect reseller.
     * Call it to choose for whom the link is: the `id` of an item is what `getRelationshipRequestLink` takes as `indirectResellerId` or `indirectCloudSolutionProviderId`.
     * The PartnerID of the same item, `mpnId`, is another thing and is refused there.
     *
     * The whole list comes at once.
     * A partner that is neither provider nor reseller is refused with code 1002.
     * Partnerships between a provider and a reseller are made in the Partner Center portal, not here.
     *
     * Takes App+User tokens only.
     *
     * **Sources.** No recorded reply has a next page, and no library of Microsoft's asks for one.
     *
     * @param parameters.relationship_type Which of the two lists to return, named by what the caller is to the partners in it.
     * @param parameters.filter Leaves in the list only the partners whose name matches, as JSON in a string: an object with `Field`, `Value` and `Operator`.
     */
    listPartnerRelationships: {
        parameters: {
            query: {
                /**
                 * @description Leaves in the list only the partners whose name matches, as JSON in a string: an object with `Field`, `Value` and `Operator`.
                 *     The only field is `Name`.
                 *     Microsoft's Swagger says that names are compared from their start (`starts_with`), and a comment in Microsoft's library says that any part may match (`substring`); send `starts_with`.
                 *     Microsoft's Swagger declares a parameter `filter.operator` instead, which no client sends.
                 * @example {"Field":"Name","Value":"Fabrikam","Operator":"starts_with"}
                 */
                filter?: components["parameters"]["RelationshipFilter"];
                /**
                 * @description Which of the two lists to return, named by what the caller is to the partners in it.
                 *     An indirect provider lists its resellers with `IsIndirectCloudSolutionProviderOf`, and an indirect reseller its providers with `IsIndirectResellerOf`.
                 *     The article requires it; Microsoft's Swagger does not, and has it as a number.
                 *     Replies have other words for the same, in lower case with underscores.
                 * @example IsIndirectCloudSolutionProviderOf
                 */
                relationship_type: components["parameters"]["RelationshipType"];
            };
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PartnerRelationships"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PartnerRelationshipsForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Get webhook registration
     *
     * Returns where the service sends which events.
     * A tenant has one registration, for all its products together: read it before you change it, and keep the events and the address that are not yours.
     *
     * Takes App+User and App tokens.
     * A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
     *
     * **Sources.** Documents show no reply for a tenant without a registration; Microsoft's Swagger lists status 404.
     */
    getWebhookRegistration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookRegistration"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["WebhookRegistrationNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Update webhook registration
     *
     * Replaces the registration: its address and all its events.
     * What is not in the body is gone, even where another product of the tenant put it there; so read the registration first.
     * To have no more events, ask for `test-created` alone.
     *
     * Takes App+User and App tokens.
     * A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
     */
    updateWebhookRegistration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRegistration"];
            };
        };
        responses: {
            200: components["responses"]["WebhookRegistration"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["WebhookRegistrationNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Create webhook registration
     *
     * Makes the service send events to an address, for a tenant that has no registration yet.
     * A tenant that has one gets status 409, and uses `updateWebhookRegistration`.
     * There is no operation that deletes a registration: whoever wants silence asks for `test-created` alone.
     *
     * Takes App+User and App tokens.
     * A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
     */
    createWebhookRegistration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRegistration"];
            };
        };
        responses: {
            200: components["responses"]["WebhookRegistration"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["WebhookRegistrationConflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * List webhook event names
     *
     * Returns the names of all events that a registration may ask for.
     * Read it before registering: names that are not in it may be refused, and new ones come without notice.
     *
     * Takes App+User and App tokens.
     * A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
     */
    listWebhookEvents: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookEventNames"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Send test event
     *
     * Makes the service send a `test-created` event to the registered address.
     * The registration has to ask for that event.
     * The reply has the correlation id under which `getWebhookValidation` tells what became of it.
     *
     * Two a minute are allowed.
     *
     * Takes App+User and App tokens.
     * A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
     */
    createWebhookValidation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookValidationReceipt"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["WebhookRegistrationNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Get state of test event
     *
     * Tells what became of a test event: whether the receiver took it, and what it answered.
     * The state is kept for seven days.
     *
     * Takes App+User and App tokens.
     * A signed-in user needs the role Admin agent, Sales agent, Helpdesk agent or Billing administrator; older copies of Microsoft's page add Global administrator.
     *
     * @param parameters.correlationId The correlation id that `createWebhookValidation` answered with; not one of the ids in the headers.
     */
    getWebhookValidation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The id under which Microsoft's support finds the call in its traces, and the calls that belong to it if you give them the same one.
                 *     The service makes one up when it is absent.
                 * @example 02971f0f-1029-47b2-9fdb-1932f0987470
                 */
                "ms-correlationid"?: components["parameters"]["MsCorrelationId"];
                /**
                 * @description The correlation vector of the caller: a base64 id followed by counters that order the steps of a distributed operation.
                 *     Microsoft tracks requests with it internally.
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
                 *     The service makes one up when it is absent.
                 * @example ee519026-4c67-4113-bec7-a38aca621bf0
                 */
                "ms-requestid"?: components["parameters"]["MsRequestId"];
                /**
                 * @description `true` asks the service to report in `isMfaCompliant` whether the token was obtained with multifactor authentication.
                 *     The header itself makes no call fail.
                 *
                 *     Microsoft enforces multifactor authentication for App+User tokens in stages: in sandbox tenants since March 2026, in production step by step since June 2026.
                 *     Where it does, a token without multifactor authentication gets status 401 with code 900421.
                 *     App tokens are exempt.
                 *
                 *     **Sources.** Microsoft's blog (CSP technical changes, FY26 Q4) has the enforcement and the code; [Partner Center authentication](https://learn.microsoft.com/partner-center/developer/partner-center-authentication) has another date, 1 April 2026.
                 *     The stages and the exemption are from partners' reports of Microsoft's announcements; one of them dates the start in production to 8 June 2026.
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
                 * @description The correlation id that `createWebhookValidation` answered with; not one of the ids in the headers.
                 * @example 7c3e0b96-d48f-4a12-9b65-f0271ce8d354
                 */
                correlationId: components["parameters"]["WebhookValidationId"];
                /**
                 * @description The number behind the `v` of the path.
                 *     Only version 1 is documented.
                 * @example 1
                 */
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookValidation"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppForbidden"];
            404: components["responses"]["WebhookValidationNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
            default: components["responses"]["OtherFailure"];
        };
    };
    /**
     * Customer accepted an indirect reseller
     *
     * An administrator of a customer accepted the relationship with an indirect reseller of the partner, which is an indirect provider.
     * No document shows the body of this event; it is described as the others are.
     *
     * @param parameters.x-ms-signature The signature of the body, in place of that in `Authorization`, when the registration has `signatureTokenToMsSignatureHeader`.
     * @param parameters.X-MS-Certificate-Url Where the certificate of the signing key is.
     * @param parameters.X-MS-Signature-Algorithm How the body was signed: RSA (PKCS #1 v1.5) with SHA-256.
     */
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
            408: components["responses"]["WebhookTimedOut"];
            413: components["responses"]["WebhookTooLarge"];
            503: components["responses"]["WebhookUndecided"];
        };
    };
    /**
     * Customer accepted the partner
     *
     * An administrator of a customer opened the partner's link and accepted the reseller relationship.
     * The customer is now in the partner's list; read it again instead of trusting what the event says of it.
     * No event tells that a link was opened or refused, nor that a customer ended the relationship.
     *
     * @param parameters.x-ms-signature The signature of the body, in place of that in `Authorization`, when the registration has `signatureTokenToMsSignatureHeader`.
     * @param parameters.X-MS-Certificate-Url Where the certificate of the signing key is.
     * @param parameters.X-MS-Signature-Algorithm How the body was signed: RSA (PKCS #1 v1.5) with SHA-256.
     */
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
            408: components["responses"]["WebhookTimedOut"];
            413: components["responses"]["WebhookTooLarge"];
            503: components["responses"]["WebhookUndecided"];
        };
    };
    /**
     * Partner asked for a test
     *
     * The partner asked the service to try its webhook; `ResourceUri` tells how that went.
     * The registration has to name this event, and a tenant may ask for two tests a minute.
     *
     * @param parameters.x-ms-signature The signature of the body, in place of that in `Authorization`, when the registration has `signatureTokenToMsSignatureHeader`.
     * @param parameters.X-MS-Certificate-Url Where the certificate of the signing key is.
     * @param parameters.X-MS-Signature-Algorithm How the body was signed: RSA (PKCS #1 v1.5) with SHA-256.
     */
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
            408: components["responses"]["WebhookTimedOut"];
            413: components["responses"]["WebhookTooLarge"];
            503: components["responses"]["WebhookUndecided"];
        };
    };
}
export type $defs = Record<string, never>;
/** A postal address with the person to ask for; which parts there are depends on the country. */
export interface Address {
    /**
     * @description Street and number.
     * @example 2201 Harbor Avenue
     */
    addressLine1?: string;
    /**
     * @description Building, floor and the like.
     * @example Building 4
     */
    addressLine2?: string;
    /**
     * @description Whatever else a letter needs.
     * @example Receiving dock
     */
    addressLine3?: string;
    /**
     * @description The city.
     * @example Seattle
     */
    city?: string;
    /**
     * @description The country or region, as a code of two letters.
     * @example US
     */
    country?: string;
    /**
     * @description The district within the city.
     * @example Ballard
     */
    district?: string;
    /**
     * @description Where to write to.
     * @example nadia.okafor@contoso.com
     */
    emailAddress?: string;
    /**
     * @description The given name of the person to ask for.
     * @example Nadia
     */
    firstName?: string;
    /**
     * @description The id of the address; no recorded address has one.
     * @example 6a1e9d07-3c58-4f2b-8d90-b75c24e0f183
     */
    id?: string;
    /**
     * @description The family name of the person to ask for.
     * @example Okafor
     */
    lastName?: string;
    /**
     * @description The middle name of the person to ask for.
     * @example Grace
     */
    middleName?: string;
    /**
     * @description Where to call.
     * @example 2065550143
     */
    phoneNumber?: string;
    /**
     * @description The postal code.
     * @example 98107
     */
    postalCode?: string;
    /**
     * @description The region within the country.
     * @example WA
     */
    region?: string;
    /**
     * @description The state or province.
     * @example WA
     */
    state?: string;
}
/** Whether a reseller has signed the Microsoft Partner Agreement. */
export interface AgreementStatus {
    /**
     * @description Whether the agreement is signed.
     *     An agreement that is not signed may also come as a fault, with code 2203 or 2206.
     * @example true
     */
    isAgreementSigned?: boolean;
}
/**
 * Something that a person of the partner, an app or a customer did.
 * Microsoft's Swagger requires `partnerId`, `customerId`, `applicationId`, `resourceType`, `operationType` and `operationDate`.
 * Observed: a sample without `applicationId`, so nothing is required here.
 */
export interface AuditRecord {
    /**
     * @description The app through which it was done: a GUID or a name.
     *     Observed: missing in some records.
     * @example 8d2f6b41-95ce-4a07-b3f8-6c0e7d15a942
     */
    applicationId?: string;
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /**
     * @description The tenant id of the customer.
     * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
     */
    customerId?: string;
    /**
     * @description The name of the customer.
     *     Observed: missing in some records.
     * @example Contoso
     */
    customerName?: string;
    /** @description Details, by names that depend on the operation. */
    customizedData?: components["schemas"]["KeyValuePair"][];
    /**
     * @description The id of the record: partner, customer, what it is about, operation and time, joined by underscores.
     *     Missing in records of 2017; without customer and operation in those of 2018.
     * @example 3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321
     */
    id?: string;
    /**
     * Format: date-time
     * @description When it was done, in UTC.
     *     Observed: seven digits after the seconds.
     * @example 2025-11-12T09:28:43.7654321Z
     */
    operationDate?: string;
    /**
     * @description How it ended; known are `succeeded`, `failed`, `progress` and `decline`.
     * @example succeeded
     */
    operationStatus?: "succeeded" | "failed" | "progress" | "decline" | (string & {});
    /**
     * @description What was done.
     *     The known ones for relationships are `add_customer`, `remove_partner_customer_relationship`, `extend_relationship`, `create_partner_relationship` and `remove_partner_relationship`; there are many others, and every published list is incomplete.
     *     The acceptance of a link is in none of them; `reseller_relationship_accepted_by_customer` follows from the event that tells of it.
     * @example reseller_relationship_accepted_by_customer
     */
    operationType?: "add_customer" | "remove_partner_customer_relationship" | "extend_relationship" | "create_partner_relationship" | "remove_partner_relationship" | "reseller_relationship_accepted_by_customer" | (string & {});
    /**
     * @description The correlation id of the call that did it.
     * @example 02971f0f-1029-47b2-9fdb-1932f0987470
     */
    originalCorrelationId?: string;
    /**
     * @description The tenant ids of the partners that took part.
     *     In no document; observed in a sample of 2020.
     */
    participants?: string[];
    /**
     * @description The tenant id of the partner.
     * @example 3b33e682-00c3-41ee-9dd2-a548adf56438
     */
    partnerId?: string;
    /**
     * @description What it was afterwards, as JSON in a string, in PascalCase.
     * @example {"RelationshipToPartner":"reseller"}
     */
    resourceNewValue?: string;
    /**
     * @description What it was before, as JSON in a string, in PascalCase.
     * @example {"RelationshipToPartner":"none"}
     */
    resourceOldValue?: string;
    /**
     * @description What it was done to.
     *     The known ones for relationships are `customer`, `partner_relationship`, `partner_customer_relationship`, `partner_customer_dap`, `granular_admin_relationship` and `granular_admin_access_assignment`; there are many others.
     * @example customer
     */
    resourceType?: "customer" | "partner_relationship" | "partner_customer_relationship" | "partner_customer_dap" | "granular_admin_relationship" | "granular_admin_access_assignment" | (string & {});
    /**
     * @description The session in which it was done.
     * @example c70a5e18-46d9-4b3c-9f52-e81d037b6a24
     */
    sessionId?: string;
    /**
     * @description The sign-in name of the person who did it.
     * @example lee.gu@fabrikam.onmicrosoft.com
     */
    userPrincipalName?: string;
}
/**
 * A page of audit records.
 * There is another page where `links.next` is, or, without it, a `continuationToken`.
 */
export interface AuditRecordCollection {
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /**
     * @description The token of the next page, for the header `MS-ContinuationToken`.
     *     Documented for audit records alone; prefer `links.next`, which has it too.
     * @example AQAAAACvYnkLQx3mGg==
     */
    continuationToken?: string;
    /** @description The records of this page; the newest is not documented to be the first. */
    items?: components["schemas"]["AuditRecord"][];
    /**
     * Where a resource leads; a link is missing where it would lead nowhere.
     * A list without `next` ends with this page.
     */
    readonly links?: components["schemas"]["ResourceLinks"];
    /**
     * @description How many there are, says the documentation.
     *     Observed: the number of `items` in most samples, and something else in those that were shortened; whether it counts all pages is unknown, so count the items yourself.
     * @example 2
     */
    totalCount?: number;
}
/** An event as Microsoft's Swagger names its properties. */
export interface CamelCaseWebhookEvent {
    /**
     * @description Where the audit record of the change is; null for tests.
     * @example https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/7a1c52c0-5d0e-4a43-9f26-0f6cf0f0b1b7_customer
     */
    auditUri?: string | null;
    /** @description What happened; there may be names that no page lists. */
    eventName?: components["schemas"]["WebhookEventName"];
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
     * @description Where to read what changed; for an accepted relationship that is the customer.
     *     Null or absent for some events, and plain http or on another host for others.
     * @example https://api.partnercenter.microsoft.com/v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1
     */
    resourceUri?: string | null;
}
/**
 * A registration as Microsoft's Swagger spells its properties.
 * Observed: replies of 2026 have this spelling.
 */
export interface CamelCaseWebhookRegistration {
    /**
     * Format: date-time
     * @description When the registration was last changed.
     *     In Microsoft's Swagger, and observed in replies, in this spelling alone.
     * @example 2025-11-10T08:15:02.1170000Z
     */
    readonly lastModifiedTimestamp?: string;
    /**
     * @description Further settings, by names that no document lists.
     *     In Microsoft's Swagger alone, and so in this spelling alone.
     */
    properties?: {
        [key: string]: string;
    };
    /**
     * @description The other spelling of `SignatureTokenToMsSignatureHeader`.
     * @example true
     */
    signatureTokenToMsSignatureHeader?: boolean;
    /**
     * @description The other spelling of `SubscriberId`.
     * @example b9f47c20-51ad-4e38-86c3-2d70e9a5f814
     */
    readonly subscriberId?: string;
    /** @description The other spelling of `WebhookEvents`. */
    webhookEvents?: components["schemas"]["WebhookEventName"][];
    /**
     * Format: uri
     * @description The other spelling of `WebhookUrl`.
     * @example https://hooks.fabrikam.com/partner-center
     */
    webhookUrl?: string;
}
/**
 * A customer as its partner sees it.
 * Only `id` is required: a list has less of each customer than `getCustomer` returns, and what a partner sees of a customer depends on the partner's rights.
 */
export interface Customer {
    /**
     * @description Whether the partner has delegated administration rights of the old kind (DAP), which links have not brought since October 2023.
     *     Lists do not have it.
     * @example false
     */
    allowDelegatedAccess?: boolean;
    /**
     * @description The PartnerID of the indirect reseller through which a provider sells to the customer.
     * @example 4871236
     */
    associatedPartnerId?: string;
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /** To whom the customer's bills are addressed. */
    billingProfile?: components["schemas"]["CustomerBillingProfile"];
    /**
     * @description The id of the customer in the commerce system.
     * @example e4160b8d-7f23-4a95-8c1e-d29b5f37a068
     */
    commerceId?: string;
    /** The customer's company. */
    companyProfile?: components["schemas"]["CustomerCompanyProfile"];
    /**
     * @description The domain names of the customer's tenant.
     *     Left out since 2023 unless the partner has delegated administration rights.
     */
    customDomains?: string[];
    /**
     * @description The tenant id of the customer, a GUID.
     *     Observed in every reply.
     *     Newer tables write `ID`, `commerceID` and `tenantID`; the samples next to them have the names of this description.
     * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
     */
    id: string;
    /**
     * Where a resource leads; a link is missing where it would lead nowhere.
     * A list without `next` ends with this page.
     */
    readonly links?: components["schemas"]["ResourceLinks"];
    /**
     * @description What the calling partner is to the customer: `reseller` once the customer has accepted the link.
     *     The known values are `unknown`, `reseller`, `advisor`, `syndication`, `microsoft_support` and `none`; there may be others.
     *     Microsoft's Swagger has numbers here; every recorded reply has these words.
     * @example reseller
     */
    relationshipToPartner?: "unknown" | "reseller" | "advisor" | "syndication" | "microsoft_support" | "none" | (string & {});
    /**
     * @description The first administrator of a tenant that the caller has just created.
     *     Documented for customers in general; no recorded reply of these operations has it.
     */
    userCredentials?: {
        /**
         * @description The first password of the administrator.
         *     Microsoft's Swagger has an object with a length here, the type of a protected string in .NET; the wire has text.
         * @example N0t-a-real-0ne
         */
        password?: string;
        /**
         * @description The name of the administrator.
         * @example admin
         */
        userName?: string;
    };
}
/** To whom the customer's bills are addressed. */
export interface CustomerBillingProfile {
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /**
     * @description The name of the company on the bills.
     * @example Contoso
     */
    companyName?: string;
    /**
     * @description The language and the country whose formats the bills have.
     * @example en-US
     */
    culture?: string;
    /** A postal address with the person to ask for; which parts there are depends on the country. */
    defaultAddress?: components["schemas"]["Address"];
    /**
     * @description Where the bills are sent.
     * @example billing@contoso.com
     */
    email?: string;
    /**
     * @description The given name of the person who gets the bills.
     * @example Nadia
     */
    firstName?: string;
    /**
     * @description The id of the billing profile.
     * @example 0e7b3a95-d416-4c8f-a25e-91f6d80c4b37
     */
    id?: string;
    /**
     * @description The language of the bills.
     * @example en
     */
    language?: string;
    /**
     * @description The family name of the person who gets the bills.
     * @example Okafor
     */
    lastName?: string;
    /**
     * Where a resource leads; a link is missing where it would lead nowhere.
     * A list without `next` ends with this page.
     */
    readonly links?: components["schemas"]["ResourceLinks"];
}
/**
 * A page of the partner's customers.
 * There is another page where `links.next` is, and only there.
 */
export interface CustomerCollection {
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /**
     * @description The token of the next page.
     *     Observed: libraries of Microsoft's read it here when `links.next` is missing; Microsoft's Swagger has it for audit records alone.
     * @example AQAAAACvYnkLQx3mGg==
     */
    continuationToken?: string;
    /**
     * @description The customers of this page, in no documented order.
     *     Each has `id`, `companyProfile` and `relationshipToPartner`; the rest comes with `getCustomer`.
     */
    items?: components["schemas"]["Customer"][];
    /**
     * Where a resource leads; a link is missing where it would lead nowhere.
     * A list without `next` ends with this page.
     */
    readonly links?: components["schemas"]["ResourceLinks"];
    /**
     * @description How many there are, says the documentation.
     *     Observed: the number of `items` in most samples, and something else in those that were shortened; whether it counts all pages is unknown, so count the items yourself.
     * @example 3
     */
    totalCount?: number;
}
/** The customer's company. */
export interface CustomerCompanyProfile {
    /**
     * @description Where the company is.
     *     Left out since 2023 unless the partner has delegated administration rights.
     */
    address?: components["schemas"]["Address"];
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /**
     * @description The name of the company.
     * @example Contoso
     */
    companyName?: string;
    /**
     * @description The domain name of the customer's tenant.
     * @example contoso.onmicrosoft.com
     */
    domain?: string;
    /**
     * @description Where to write to the company.
     *     Left out since 2023 unless the partner has delegated administration rights.
     * @example office@contoso.com
     */
    email?: string;
    /**
     * Where a resource leads; a link is missing where it would lead nowhere.
     * A list without `next` ends with this page.
     */
    readonly links?: components["schemas"]["ResourceLinks"];
    /**
     * @description The number under which the company is registered, in countries that ask for it.
     * @example HRB 204817
     */
    organizationRegistrationNumber?: string;
    /**
     * @description The tenant id of the customer, the same as the `id` of the customer.
     * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
     */
    tenantId?: string;
}
/**
 * The partners through which the caller sells to a customer.
 * Observed: `null` for a customer without any; an empty body and a missing `items` mean the same.
 */
export type CustomerRelationships = components["schemas"]["PartnerRelationshipCollection"] | null;
/**
 * The body of a failed call.
 * Partner Center itself sends `code`, `description` and, with some codes, `data` and `source`.
 * The gateway in front of it, which throttles callers, sends `statusCode` and `message` instead, without any `MS-` header.
 * Any property may be missing; the body may also be empty, or a proxy's page that is not JSON.
 */
export interface Fault {
    /**
     * @description The error code, a number from the table of error codes.
     *     Documented as a string.
     *     Observed: every printed sample has a JSON number.
     * @example 900329
     */
    code?: string | number;
    /** @description Further details, whose form depends on the code. */
    data?: unknown[];
    /**
     * @description The failure in words, for people; the wording changes.
     * @example App-only tokens are not accepted by this operation.
     */
    description?: string;
    /**
     * @description The failure in words, from the gateway.
     * @example Rate limit is exceeded. Try again in 57 seconds.
     */
    message?: string;
    /**
     * @description The part of Partner Center that failed.
     * @example PartnerFD
     */
    source?: string;
    /**
     * @description The HTTP status, from the gateway.
     * @example 429
     */
    statusCode?: number;
}
/** What to keep in a list, as `filter` has it in JSON. */
export interface Filter {
    /**
     * @description What to look at; each list says which fields it knows.
     * @example CompanyName
     */
    Field: "CompanyName" | "Domain" | "IndirectReseller" | "IndirectCloudSolutionProvider" | "Name" | "CustomerId" | "ResourceType" | (string & {});
    /**
     * @description How to compare.
     *     The known ones are `starts_with`, `substring` and `equals`; each list says which it knows.
     * @example starts_with
     */
    Operator: "starts_with" | "substring" | "equals" | (string & {});
    /**
     * @description What to compare with; upper and lower case are the same.
     * @example Contoso
     */
    Value: string;
}
/**
 * The record, or `null` where there is none with this id.
 * The operation also documents status 404.
 */
export type FoundAuditRecord = components["schemas"]["AuditRecord"] | null;
/** A name and what it stands for. */
export interface KeyValuePair {
    /**
     * @description The name.
     * @example MS-ContinuationToken
     */
    key?: string;
    /**
     * @description What the name stands for.
     *     Observed: `null` in audit records.
     * @example AQAAAACvYnkLQx3mGg==
     */
    value?: string | null;
}
/**
 * A call that leads on from a resource.
 * Make it with all of its headers: without the continuation token in them, the next page is the first one again.
 */
export interface Link {
    /**
     * @description What to send as the body.
     *     Documented; no recorded link has one.
     * @example {"size":500}
     */
    body?: string;
    /** @description The headers that belong to the call, next to the usual ones. */
    headers?: components["schemas"]["KeyValuePair"][];
    /**
     * @description The HTTP method of the call.
     * @example GET
     */
    method?: string;
    /**
     * @description The path to call with its query, relative to the base URL.
     *     Observed: with or without the `/v1` in front, depending on the operation and on the year; take it away before you put it there.
     * @example /v1/customers?size=2&seekOperation=Next
     */
    uri?: string;
}
/** A partner's account in Microsoft's partner programme. */
export interface MpnProfile {
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /**
     * Where a resource leads; a link is missing where it would lead nowhere.
     * A list without `next` ends with this page.
     */
    readonly links?: components["schemas"]["ResourceLinks"];
    /**
     * @description The PartnerID, digits only.
     *     A table of 2022 calls it `partnerId`; the sample below that table has `mpnId`.
     * @example 4871236
     */
    mpnId?: string;
    /**
     * @description The name of the partner.
     *     Missing in samples and recordings of 2018.
     * @example Fabrikam Cloud Services
     */
    partnerName?: string;
    /**
     * @description The type of the profile; the known value is `MpnProfile`.
     * @example MpnProfile
     */
    profileType?: "MpnProfile" | (string & {});
}
/**
 * The PartnerID of a partner's account, digits only; older documents call it the MPN ID, pages of 2025 the PLA ID (partner location account).
 * It names an account in Microsoft's partner programme, not a tenant.
 */
export type PartnerId = string;
/**
 * Another partner that the calling partner works with.
 * `state` and `location` are missing where the partners of a customer are listed.
 */
export interface PartnerRelationship {
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /**
     * @description The tenant id of the other partner, a GUID.
     *     Observed in every reply.
     *     It is what the link wants: as `indirectResellerId` for a reseller, as `indirectCloudSolutionProviderId` for a provider.
     * @example 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90
     */
    id: string;
    /**
     * @description The country or region of the other partner, as a code of two letters.
     *     Observed: missing where the partners of a customer are listed.
     * @example US
     */
    location?: string;
    /**
     * @description The PartnerID of the other partner; documented for resellers.
     *     Newer tables call the property `partnerId`; every recorded reply has `mpnId`.
     * @example 4871236
     */
    mpnId?: string;
    /**
     * @description The name of the other partner's organization.
     * @example Fabrikam Cloud Services
     */
    name?: string;
    /**
     * @description What the caller is to the other partner, in lower case with underscores, unlike `relationship_type` of the call.
     *     The known values are `is_indirect_cloud_solution_provider_of`, `is_indirect_reseller_of` and `none`; there may be others.
     * @example is_indirect_cloud_solution_provider_of
     */
    relationshipType?: "is_indirect_cloud_solution_provider_of" | "is_indirect_reseller_of" | "none" | (string & {});
    /**
     * @description Whether the relationship is in force; the known value is `Active`, and there may be others.
     *     Observed: missing where the partners of a customer are listed.
     * @example Active
     */
    state?: "Active" | (string & {});
}
/**
 * Partners that the caller works with.
 * Treat it as one page: no recorded list has a link to a next one.
 */
export interface PartnerRelationshipCollection {
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /**
     * @description The partners, in no documented order.
     *     Observed: `null` where there is none; take that and a missing `items` for an empty list.
     */
    items?: components["schemas"]["PartnerRelationship"][] | null;
    /**
     * Where a resource leads; a link is missing where it would lead nowhere.
     * A list without `next` ends with this page.
     */
    readonly links?: components["schemas"]["ResourceLinks"];
    /**
     * @description How many there are, says the documentation.
     *     Observed: the number of `items` in most samples, and something else in those that were shortened; whether it counts all pages is unknown, so count the items yourself.
     * @example 2
     */
    totalCount?: number;
}
/** An event as Microsoft's pages print it. */
export interface PascalCaseWebhookEvent {
    /**
     * @description Where the audit record of the change is; null for tests.
     * @example https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/7a1c52c0-5d0e-4a43-9f26-0f6cf0f0b1b7_customer
     */
    AuditUri?: string | null;
    /** @description What happened; there may be names that no page lists. */
    EventName?: components["schemas"]["WebhookEventName"];
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
     * @description Where to read what changed; for an accepted relationship that is the customer.
     *     Null or absent for some events, and plain http or on another host for others.
     * @example https://api.partnercenter.microsoft.com/v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1
     */
    ResourceUri?: string | null;
}
/**
 * The one body that removes the relationship.
 * Microsoft's Swagger takes a whole customer here, and with `AllowDelegatedAccess` in it the same request ends delegated administration instead; so nothing but what the article shows is allowed.
 */
export interface RelationshipRemoval {
    /** @description What the body is about. */
    attributes: {
        /**
         * @description The name of the resource's type.
         * @example Customer
         * @constant
         */
        objectType: "Customer";
    };
    /**
     * @description What the partner is to the customer from now on.
     * @example none
     * @constant
     */
    relationshipToPartner: "none";
}
/**
 * The link with which a customer establishes the relationship, and what kind of resource it is.
 * Microsoft's reference calls the type `Microsoft.Partner.Service.Customers.Contracts.V1.RelationshipRequest`, and marks neither property as required.
 */
export interface RelationshipRequest {
    /**
     * What Partner Center says of any resource, next to the resource's own properties.
     * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
     */
    readonly attributes?: components["schemas"]["ResourceAttributes"];
    /**
     * Format: uri
     * @description The link to send to the customer, unchanged.
     *     Observed in every reply.
     *     Opaque and reusable: it holds no customer and no expiry.
     * @example https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation
     */
    url: string;
}
/**
 * The customer after the relationship has ended, emptied, in PascalCase.
 * Observed: the article and a recording of 2018 have it; Microsoft's Swagger has no body at all.
 * Do not depend on it: the status says that the relationship has ended.
 */
export interface RemovedCustomer {
    /**
     * @description Always `null`.
     * @example null
     */
    AllowDelegatedAccess?: boolean | null;
    /**
     * @description Always `null`.
     * @example null
     */
    AssociatedPartnerId?: string | null;
    /** @description What Partner Center says of any resource, in PascalCase as the rest. */
    Attributes?: {
        /**
         * @description The name of the resource's type.
         * @example Customer
         */
        ObjectType?: string;
    };
    /** @description Always `null`. */
    BillingProfile?: Record<string, never> | null;
    /**
     * @description Always `null`.
     * @example null
     */
    CommerceId?: string | null;
    /** @description Always `null`. */
    CompanyProfile?: Record<string, never> | null;
    /** @description Always `null`. */
    CustomDomains?: string[] | null;
    /**
     * @description Always `null`; you know whose relationship you ended.
     * @example null
     */
    Id?: string | null;
    /**
     * @description What the partner is to the customer now.
     * @example none
     */
    RelationshipToPartner?: string;
    /** @description Always `null`. */
    UserCredentials?: Record<string, never> | null;
}
/** Which PartnerIDs may be partner of record, one result for each that was asked about. */
export interface ResellerValidation {
    /** @description The results. */
    validationResults?: {
        /**
         * @description Why it is not valid.
         *     Known is 900400, which means something else in the table of error codes.
         * @example 900400
         */
        errorCode?: number;
        /**
         * @description The same in words, for people.
         * @example This PartnerID belongs to no authorized indirect reseller.
         */
        errorDescription?: string;
        /**
         * @description Whether the PartnerID belongs to an authorized indirect reseller; this alone decides.
         * @example false
         */
        isValidPartnerIdOnRecord?: boolean;
        /**
         * @description The PartnerID that was asked about.
         * @example 4871236
         */
        partnerId?: string;
    }[];
}
/**
 * What Partner Center says of any resource, next to the resource's own properties.
 * Microsoft's reference calls the type `Microsoft.Partner.Core.Collections.ResourceAttributes`.
 */
export interface ResourceAttributes {
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
}
/**
 * Where a resource leads; a link is missing where it would lead nowhere.
 * A list without `next` ends with this page.
 */
export interface ResourceLinks {
    /**
     * A call that leads on from a resource.
     * Make it with all of its headers: without the continuation token in them, the next page is the first one again.
     */
    next?: components["schemas"]["Link"];
    /**
     * A call that leads on from a resource.
     * Make it with all of its headers: without the continuation token in them, the next page is the first one again.
     */
    previous?: components["schemas"]["Link"];
    /**
     * A call that leads on from a resource.
     * Make it with all of its headers: without the continuation token in them, the next page is the first one again.
     */
    self?: components["schemas"]["Link"];
}
/** The registration as the service returns it, in either spelling; read both. */
export type StoredWebhookRegistration = components["schemas"]["WebhookRegistration"] | components["schemas"]["CamelCaseWebhookRegistration"];
/**
 * Names a tenant of Microsoft Entra ID: by its id, a GUID, or by a domain name that is verified there.
 * Documents ask for the GUID.
 * Observed: public code sends a default domain name in place of the GUID, and the service takes it.
 * A PartnerID, which is digits only, is not a tenant id.
 */
export type TenantId = string;
/**
 * Something that changed in the partner's account: what, and where to read it.
 * Microsoft's pages print the names of the properties in Pascal case, its Swagger in camel case; a receiver has to read both.
 * Nothing but the name of the event is in every printed sample.
 */
export type WebhookEvent = components["schemas"]["PascalCaseWebhookEvent"] | components["schemas"]["CamelCaseWebhookEvent"];
/**
 * The name of an event.
 * The known values are the events of these operations; `listWebhookEvents` has many others.
 */
export type WebhookEventName = "reseller-relationship-accepted-by-customer" | "indirect-reseller-relationship-accepted-by-customer" | "test-created" | (string & {});
/**
 * The names of all events that may be asked for.
 * These operations are about `reseller-relationship-accepted-by-customer`, `indirect-reseller-relationship-accepted-by-customer` and `test-created`; there are many others.
 * Translated pages of Microsoft's documentation have translated names; take them from this list.
 */
export type WebhookEventNames = components["schemas"]["WebhookEventName"][];
/**
 * Which events the service sends, and where.
 * Send the names of the properties in PascalCase, as the article does; the service reads them in any case.
 * The article has the same names in replies; see `StoredWebhookRegistration` for the other spelling.
 */
export interface WebhookRegistration {
    /**
     * @description Whether the signature of each event comes in the header `x-ms-signature` in place of `Authorization`.
     *     For receivers behind a gateway that wants `Authorization` for itself.
     * @example true
     */
    SignatureTokenToMsSignatureHeader?: boolean;
    /**
     * @description The id of the registration.
     *     Missing in the article's reply to reading the registration.
     * @example b9f47c20-51ad-4e38-86c3-2d70e9a5f814
     */
    readonly SubscriberId?: string;
    /** @description The names of the events to send; `listWebhookEvents` has them all. */
    WebhookEvents?: components["schemas"]["WebhookEventName"][];
    /**
     * @description Where the service sends the events, an address that it can reach over the internet.
     * @example https://hooks.fabrikam.com/partner-center
     */
    WebhookUrl?: string;
}
/** What became of a test event. */
export interface WebhookValidation {
    /**
     * Format: uri
     * @description Where the event was sent.
     * @example https://hooks.fabrikam.com/partner-center
     */
    callbackUrl?: string;
    /**
     * @description The correlation id of the test.
     * @example 7c3e0b96-d48f-4a12-9b65-f0271ce8d354
     */
    correlationId?: string;
    /**
     * @description The tenant id of the partner.
     * @example 3b33e682-00c3-41ee-9dd2-a548adf56438
     */
    partnerId?: string;
    /** @description One result for each time that the event was sent. */
    results?: {
        /**
         * @description When the event was sent.
         *     Read it as UTC: the text has no time zone, so it is not a date-time of JSON Schema.
         * @example 2025-11-10T08:16:31.4025513
         */
        dateTimeUtc?: string;
        /**
         * @description What the receiver answered.
         *     The article has the words of the status; recordings have the number.
         * @example OK
         */
        responseCode?: string;
        /**
         * @description What the receiver said, often nothing.
         * @example
         */
        responseMessage?: string;
        /**
         * @description Whether the service failed rather than the receiver.
         * @example false
         */
        systemError?: boolean;
    }[];
    /**
     * @description How far the test has got.
     *     `completed` is documented, `Submitted` and `failed` are observed, and there may be others.
     * @example completed
     */
    status?: "completed" | "Submitted" | "failed" | (string & {});
}
/**
 * The correlation id under which the state of the test can be asked for.
 * The article has it in an object, Microsoft's Swagger as a bare string; take either.
 */
export type WebhookValidationReceipt = {
    /**
     * @description The correlation id.
     * @example 7c3e0b96-d48f-4a12-9b65-f0271ce8d354
     */
    correlationId?: string;
} | string;
/** The parameters of `listPartnerRelationships`. */
export interface ListPartnerRelationshipsParameters {
    /**
     * @description Leaves in the list only the partners whose name matches, as JSON in a string: an object with `Field`, `Value` and `Operator`.
     *     The only field is `Name`.
     *     Microsoft's Swagger says that names are compared from their start (`starts_with`), and a comment in Microsoft's library says that any part may match (`substring`); send `starts_with`.
     *     Microsoft's Swagger declares a parameter `filter.operator` instead, which no client sends.
     * @example {"Field":"Name","Value":"Fabrikam","Operator":"starts_with"}
     */
    filter?: components["parameters"]["RelationshipFilter"] | undefined;
    /**
     * @description Which of the two lists to return, named by what the caller is to the partners in it.
     *     An indirect provider lists its resellers with `IsIndirectCloudSolutionProviderOf`, and an indirect reseller its providers with `IsIndirectResellerOf`.
     *     The article requires it; Microsoft's Swagger does not, and has it as a number.
     *     Replies have other words for the same, in lower case with underscores.
     * @example IsIndirectCloudSolutionProviderOf
     */
    relationship_type: components["parameters"]["RelationshipType"];
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `getAgreementStatus`. */
export interface GetAgreementStatusParameters {
    /**
     * @description The PartnerID of the reseller: of its account in one country, or of all its accounts.
     *     Send either this or `tenantId`; the service refuses a call with both or with neither.
     *     A sample of the article spells it `mpnid`, which is the same to the service.
     * @example 4871236
     */
    mpnId?: components["parameters"]["AgreementMpnId"] | undefined;
    /**
     * @description The tenant id of the reseller, a GUID; the service refuses a domain name here.
     *     Send either this or `mpnId`; the service refuses a call with both or with neither.
     * @example 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90
     */
    tenantId?: components["parameters"]["AgreementTenantId"] | undefined;
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `validateResellers`. */
export interface ValidateResellersParameters {
    /** The request body. */
    body: {
        /** @description The PartnerIDs. */
        partnerIds?: components["schemas"]["PartnerId"][];
    };
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `getMpnProfile`. */
export interface GetMpnProfileParameters {
    /**
     * @description The PartnerID of the partner to look up.
     *     Without it the reply is the caller's own profile.
     * @example 4871236
     */
    mpnId?: components["parameters"]["MpnId"] | undefined;
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `getRelationshipRequestLink`. */
export interface GetRelationshipRequestLinkParameters {
    /**
     * @description Says which relationship is meant when the calling tenant is direct partner and indirect reseller at once, as tenants in transition are: `true` for an indirect one, `false` for a direct one.
     *     Tenants with a single role leave it out.
     * @example true
     */
    dualRoleIndirectRelationship?: components["parameters"]["DualRoleIndirectRelationship"] | undefined;
    /**
     * @description The tenant id of the indirect provider that belongs to both the indirect reseller and the customer: the reseller buys from it, and the customer gets its subscriptions through it.
     *     Indirect resellers send it, so that the customer accepts both of them with one link.
     *     It is the `id` of a provider in the reply of `listPartnerRelationships`.
     *     May be given together with `indirectResellerId`.
     * @example 9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34
     */
    indirectCloudSolutionProviderId?: components["parameters"]["IndirectCloudSolutionProviderId"] | undefined;
    /**
     * @description The tenant id of the indirect reseller for whom the link is meant.
     *     Indirect providers send it when they invite a customer on behalf of one of their resellers; their own tenant id is implied by the token.
     *     It is the `id` of a reseller in the reply of `listPartnerRelationships`, not the reseller's PartnerID.
     * @example 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90
     */
    indirectResellerId?: components["parameters"]["IndirectResellerId"] | undefined;
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `listWebhookEvents`. */
export interface ListWebhookEventsParameters {
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `getWebhookRegistration`. */
export interface GetWebhookRegistrationParameters {
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `updateWebhookRegistration`. */
export interface UpdateWebhookRegistrationParameters {
    /** The request body. */
    body: components["schemas"]["WebhookRegistration"];
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `createWebhookRegistration`. */
export interface CreateWebhookRegistrationParameters {
    /** The request body. */
    body: components["schemas"]["WebhookRegistration"];
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `createWebhookValidation`. */
export interface CreateWebhookValidationParameters {
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `listCustomers`. */
export interface ListCustomersParameters {
    /**
     * @description Leaves in the list only the customers that match, as JSON in a string: an object with `Field`, `Value` and `Operator`.
     *     The fields are `CompanyName`, `Domain`, `IndirectReseller` and `IndirectCloudSolutionProvider`, the latter two with a tenant id as the value; the only operator is `starts_with`, and upper and lower case are the same.
     *     With `IndirectReseller` the list has the customers that came through that reseller, which is documented for App+User alone.
     *     Microsoft's Swagger declares a parameter `filter.operator` instead, which no client sends.
     * @example {"Field":"IndirectReseller","Value":"4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90","Operator":"starts_with"}
     */
    filter?: components["parameters"]["CustomerFilter"] | undefined;
    /**
     * @description Which page to return, seen from the one whose token is sent with it.
     *     The known value is `Next`, in the links of replies; Microsoft's libraries know `First`, `Previous`, `Last` and `PageIndex` as well, and Microsoft's Swagger has a number.
     *     It is part of the `uri` of `links.next`: follow that rather than write it yourself.
     * @example Next
     */
    seekOperation?: components["parameters"]["SeekOperation"] | undefined;
    /**
     * @description How many items a page has at most, 1 to 500.
     *     Samples that filter send 0, which leaves the size to the service, as leaving the parameter out does.
     *     Observed: 500 items a page then.
     *     The article about the customer list requires it; everything else says that it is optional.
     * @example 500
     */
    size?: components["parameters"]["Size"] | undefined;
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `listAuditRecords`. */
export interface ListAuditRecordsParameters {
    /**
     * @description The last day of the records, in UTC, at most 30 days after the first.
     *     Without it: today, or the end of the longest span, whichever comes first.
     * @example 2025-11-30
     */
    endDate?: components["parameters"]["EndDate"] | undefined;
    /**
     * @description Leaves in the list only the records that match, as JSON in a string: an object with `Field`, `Value` and `Operator`.
     *     The fields are `CompanyName` with `substring`, `CustomerId` with `equals`, and `ResourceType` with `equals`; upper and lower case are the same.
     *     The service cannot filter by what was done: filter by `ResourceType`, and choose by `operationType` from what it returns.
     *     Microsoft's Swagger has parameters `auditRequest.filter.field` and the like instead, which no client sends.
     * @example {"Field":"CustomerId","Value":"5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05","Operator":"equals"}
     */
    filter?: components["parameters"]["AuditFilter"] | undefined;
    /**
     * @description How many items a page has at most, 1 to 500.
     *     Samples that filter send 0, which leaves the size to the service, as leaving the parameter out does.
     *     Observed: 500 items a page then.
     *     The article about the customer list requires it; everything else says that it is optional.
     * @example 500
     */
    size?: components["parameters"]["Size"] | undefined;
    /**
     * @description The first day of the records, in UTC.
     *     Records are kept for 90 days; an earlier day is refused.
     *     The article says that it may be left out, for the last 30 days or where there is a filter; Microsoft's Swagger requires it, so send it always.
     *     Observed: libraries of Microsoft's send `6/1/2017 12:00:00 AM`; the article's table asks for the form used here.
     * @example 2025-11-01
     */
    startDate?: components["parameters"]["StartDate"] | undefined;
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `getWebhookValidation`. */
export interface GetWebhookValidationParameters {
    /**
     * @description The correlation id that `createWebhookValidation` answered with; not one of the ids in the headers.
     * @example 7c3e0b96-d48f-4a12-9b65-f0271ce8d354
     */
    correlationId: components["parameters"]["WebhookValidationId"];
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `listCustomerRelationships`. */
export interface ListCustomerRelationshipsParameters {
    /**
     * @description The customer's tenant id, which is the `id` of the customer in lists and in events.
     *     Documents ask for the GUID.
     *     Observed: removing a relationship takes the default domain name as well.
     * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
     */
    customer_id: components["parameters"]["CustomerId"];
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `getCustomer`. */
export interface GetCustomerParameters {
    /**
     * @description The customer's tenant id, which is the `id` of the customer in lists and in events.
     *     Documents ask for the GUID.
     *     Observed: removing a relationship takes the default domain name as well.
     * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
     */
    customer_id: components["parameters"]["CustomerId"];
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `removeResellerRelationship`. */
export interface RemoveResellerRelationshipParameters {
    /**
     * @description The customer's tenant id, which is the `id` of the customer in lists and in events.
     *     Documents ask for the GUID.
     *     Observed: removing a relationship takes the default domain name as well.
     * @example 5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05
     */
    customer_id: components["parameters"]["CustomerId"];
    /** The request body; it can have only this value. */
    body?: components["schemas"]["RelationshipRemoval"] | undefined;
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of `getAuditRecord`. */
export interface GetAuditRecordParameters {
    /**
     * @description The id of the record, the last part of the `AuditUri` of an event.
     *     Opaque: the parts that it is joined from differ from year to year.
     * @example 3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321
     */
    id: components["parameters"]["AuditRecordId"];
    /**
     * The version of the API.
     * @default "1"
     */
    version?: components["parameters"]["Version"] | undefined;
}
/** The parameters of each method, by its `operationId`. */
export interface MethodParameters {
    /** List resellers or providers */
    "listPartnerRelationships": ListPartnerRelationshipsParameters;
    /** Check a reseller's partner agreement */
    "getAgreementStatus": GetAgreementStatusParameters;
    /** Check resellers' PartnerIDs */
    "validateResellers": ValidateResellersParameters;
    /** Get partner by PartnerID */
    "getMpnProfile": GetMpnProfileParameters;
    /** Get relationship request link */
    "getRelationshipRequestLink": GetRelationshipRequestLinkParameters;
    /** List webhook event names */
    "listWebhookEvents": ListWebhookEventsParameters;
    /** Get webhook registration */
    "getWebhookRegistration": GetWebhookRegistrationParameters;
    /** Update webhook registration */
    "updateWebhookRegistration": UpdateWebhookRegistrationParameters;
    /** Create webhook registration */
    "createWebhookRegistration": CreateWebhookRegistrationParameters;
    /** Send test event */
    "createWebhookValidation": CreateWebhookValidationParameters;
    /** List customers */
    "listCustomers": ListCustomersParameters;
    /** List audit records */
    "listAuditRecords": ListAuditRecordsParameters;
    /** Get state of test event */
    "getWebhookValidation": GetWebhookValidationParameters;
    /** List partners of a customer */
    "listCustomerRelationships": ListCustomerRelationshipsParameters;
    /** Get customer */
    "getCustomer": GetCustomerParameters;
    /** Remove reseller relationship */
    "removeResellerRelationship": RemoveResellerRelationshipParameters;
    /** Get audit record */
    "getAuditRecord": GetAuditRecordParameters;
}
