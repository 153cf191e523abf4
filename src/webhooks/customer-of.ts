import type { Customer } from "../../generated/openapi.js";
import type { PartnerCenterClient } from "../client.js";
import { invalidSecretOption } from "../invalid-option.js";
import type { CallOptions } from "../methods.js";
import type { Middleware } from "../openapi-fetch.js";
import { VERSION } from "../wire/operation.js";
import type { WebhookEvent } from "./event.js";

const CUSTOMER_PATH = new RegExp(`^/v${VERSION}/customers/([\\w.-]+)$`);

/**
 * Reads the customer of an event again, because an event tells that something changed, not what is true now: the
 * customer has accepted when `relationshipToPartner` is `reseller`.
 *
 * Throws `TypeError` when `resourceUri` is no customer over https on the origin that the client calls, to which alone its
 * token goes; otherwise as every call does: `PartnerCenterError` for a failure, the reason of `options.signal` on abort.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-a-customer-by-id
 */
export async function customerOf(
  client: Pick<PartnerCenterClient, "getCustomer">,
  event: Pick<WebhookEvent, "resourceUri">,
  options: CallOptions = {},
): Promise<Customer> {
  const { url, customerId } = customerAt(event?.resourceUri);
  const sameOrigin: Middleware = {
    onRequest({ request }) {
      if (new URL(request.url).origin !== url.origin) {
        throw unexpected(url.href, "on the origin that the client calls");
      }
    },
  };
  const middleware = [...(options.middleware ?? []), sameOrigin];
  return client.getCustomer({ customer_id: customerId }, { ...options, middleware });
}

function customerAt(uri: unknown): { readonly url: URL; readonly customerId: string } {
  const url = typeof uri === "string" && URL.canParse(uri) ? new URL(uri) : undefined;
  const [, customerId] = CUSTOMER_PATH.exec(url?.pathname ?? "") ?? [];
  if (
    url?.protocol !== "https:" ||
    customerId === undefined ||
    `${url.username}${url.password}${url.search}${url.hash}` !== ""
  ) {
    throw unexpected(uri, `https://…/v${VERSION}/customers/{customer_id}`);
  }
  return { url, customerId };
}

function unexpected(got: unknown, what: string): TypeError {
  return invalidSecretOption("event.resourceUri", `the URL of a customer, ${what}`, got);
}
