import { innermostMessage } from "../failure/failures.js";
import { invalidSecretOption } from "../invalid-option.js";
import { assertionSigner, type ClientCertificate } from "./client-certificate.js";
import { checkSecret, type SignInSettings } from "./options.js";
import { redactionOf, secretsIn } from "./redaction.js";
import { signInError } from "./sign-in-error.js";
import type { ClientAuthentication } from "./token-endpoint.js";
import { within } from "./within.js";

/** How a confidential app proves that it is itself, in one of these ways; a public app has none of them. */
export interface ClientAuthenticationOptions {
  /** The secret of the app registration. */
  readonly clientSecret?: string | undefined;
  /** A signed assertion in place of a secret, or a function that makes one for each request, within `timeoutMs`. */
  readonly clientAssertion?: string | (() => string | Promise<string>) | undefined;
  /**
   * A certificate of the app registration with its key, RSA and in PEM, with which an assertion is signed for each
   * request. `passphrase` is that of an encrypted key. Node, Bun and Deno.
   */
  readonly clientCertificate?: ClientCertificate | undefined;
}

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Throws `TypeError` for options that cannot work. */
export function clientAuthentication(
  options: ClientAuthenticationOptions,
  { clientId, now, timeoutMs }: Pick<SignInSettings, "clientId" | "now" | "timeoutMs">,
): ClientAuthentication {
  const { clientSecret, clientAssertion, clientCertificate } = options;
  refuseSeveral(options);
  if (clientSecret !== undefined) {
    checkSecret("clientSecret", clientSecret);
    return async (form) => form.set("client_secret", clientSecret);
  }
  if (clientCertificate !== undefined) {
    const sign = assertionSigner(clientCertificate, now);
    return async (form, tokenEndpoint) => setAssertion(form, sign(clientId, tokenEndpoint));
  }
  if (typeof clientAssertion === "function") {
    return async (form) => {
      const assertion = await made(clientAssertion, form, timeoutMs);
      checkSecret("clientAssertion", assertion);
      setAssertion(form, assertion);
    };
  }
  if (clientAssertion !== undefined) {
    checkSecret("clientAssertion", clientAssertion);
    return async (form) => setAssertion(form, clientAssertion);
  }
  return async () => undefined;
}

function refuseSeveral(options: ClientAuthenticationOptions): void {
  const names = ["clientSecret", "clientAssertion", "clientCertificate"] as const;
  const [one, another] = names.filter((name) => options[name] !== undefined);
  if (one !== undefined && another !== undefined) {
    throw invalidSecretOption(another, `absent beside \`${one}\``, options[another]);
  }
}

function setAssertion(form: URLSearchParams, assertion: string): void {
  form.set("client_assertion_type", ASSERTION_TYPE);
  form.set("client_assertion", assertion);
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
