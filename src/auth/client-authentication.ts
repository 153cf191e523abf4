import { expectedSecret } from "../expected.js";
import { innermostMessage } from "../failure/failures.js";
import type { ClientAuthentication } from "./authority.js";
import { checkSecret } from "./options.js";
import { redactionOf, secretsIn } from "./redaction.js";
import { signInError } from "./sign-in-error.js";
import { within } from "./within.js";

/** How a confidential app proves that it is itself; a public app has neither. */
export interface ClientAuthenticationOptions {
  /** The secret of the app registration. */
  readonly clientSecret?: string | undefined;
  /** A signed assertion in place of a secret, or a function that makes one for each request, within `timeoutMs`. */
  readonly clientAssertion?: string | (() => string | Promise<string>) | undefined;
}

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Throws `TypeError` for options that cannot work. */
export function clientAuthentication(
  options: ClientAuthenticationOptions,
  timeoutMs: number,
): ClientAuthentication {
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
        typeof clientAssertion === "function"
          ? await made(clientAssertion, form, timeoutMs)
          : clientAssertion;
      checkSecret("clientAssertion", assertion);
      form.set("client_assertion_type", ASSERTION_TYPE);
      form.set("client_assertion", assertion);
    }
  };
}

async function made(
  clientAssertion: () => string | Promise<string>,
  form: URLSearchParams,
  timeoutMs: number,
): Promise<string> {
  try {
    return await within(timeoutMs, clientAssertion);
  } catch (error) {
    const message = innermostMessage(error, redactionOf(secretsIn(form)));
    throw signInError(
      `Signing in failed: \`clientAssertion\` failed (${message}). Nothing was sent.`,
      { reason: "sign-in" },
    );
  }
}
