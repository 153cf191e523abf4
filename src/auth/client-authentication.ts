import { expectedSecret } from "../expected.js";
import type { ClientAuthentication } from "./authority.js";
import { checkSecret } from "./options.js";

/** How a confidential app proves that it is itself; a public app has neither. */
export interface ClientAuthenticationOptions {
  /** The secret of the app registration. */
  readonly clientSecret?: string | undefined;
  /** A signed assertion in place of a secret, or a function that makes one for each request. */
  readonly clientAssertion?: string | (() => string | Promise<string>) | undefined;
}

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Throws `TypeError` for options that cannot work. */
export function clientAuthentication(options: ClientAuthenticationOptions): ClientAuthentication {
  const { clientSecret, clientAssertion } = options;
  if (clientSecret !== undefined) {
    checkSecret("clientSecret", clientSecret);
  }
  if (clientAssertion !== undefined && typeof clientAssertion !== "function") {
    checkSecret("clientAssertion", clientAssertion);
  }
  if (clientSecret !== undefined && clientAssertion !== undefined) {
    throw expectedSecret("clientAssertion", "absent beside `clientSecret`", clientAssertion);
  }
  return async (form) => {
    if (clientSecret !== undefined) {
      form.set("client_secret", clientSecret);
    }
    if (clientAssertion !== undefined) {
      const assertion =
        typeof clientAssertion === "function" ? await clientAssertion() : clientAssertion;
      checkSecret("clientAssertion", assertion);
      form.set("client_assertion_type", ASSERTION_TYPE);
      form.set("client_assertion", assertion);
    }
  };
}
