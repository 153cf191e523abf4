import type { Answer } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import { shown } from "../engine/customer-views.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";
import { notRelated, relatedCustomer } from "../engine/related-customer.js";

/** The customer, once it has accepted. */
export const getCustomer: SandboxOperation = {
  answer({ path }: Call, partner: Partner): Answer {
    const id = String(path.customer_id);
    const known = relatedCustomer(partner, id);
    return known === undefined ? notRelated(partner, id) : { body: shown(known.customer) };
  },
};
