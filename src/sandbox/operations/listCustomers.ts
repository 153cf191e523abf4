import { type Answer, invalidInput } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import type { KnownCustomer } from "../engine/customer-store.js";
import { listed } from "../engine/customer-views.js";
import { type Field, filtered } from "../engine/filter.js";
import type { SandboxOperation } from "../engine/operation.js";
import { pageOf } from "../engine/page.js";
import type { Partner } from "../engine/partner.js";

const STARTS_WITH = ["starts_with"];
const FIELDS: Readonly<Record<string, Field<KnownCustomer>>> = {
  CompanyName: {
    operators: STARTS_WITH,
    valueOf: ({ customer }) => customer.companyProfile?.companyName,
  },
  Domain: { operators: STARTS_WITH, valueOf: ({ customer }) => customer.companyProfile?.domain },
  IndirectReseller: { operators: STARTS_WITH, valueOf: ({ resellerId }) => resellerId },
  IndirectCloudSolutionProvider: {
    operators: STARTS_WITH,
    valueOf: ({ providerId }) => providerId,
  },
};

/** Those that have accepted, page by page. */
export const listCustomers: SandboxOperation = {
  answer(call: Call, { customers, pageSize }: Partner): Answer {
    const found = filtered(customers.related, call.query.filter, FIELDS);
    return found === undefined
      ? invalidInput("The filter is none that the list of customers knows.")
      : pageOf(call, "/v1/customers", found, pageSize, ({ customer }) => listed(customer));
  },
};
