import { expectedSecret } from "../expected.js";
import type { AccessToken, GetToken, TokenCredential } from "./credential.js";

/** The function that gives tokens. Throws `TypeError` for a credential that has none. */
export function getTokenOf(credential: TokenCredential | GetToken): GetToken {
  if (typeof credential === "function") {
    return credential;
  }
  if (typeof credential?.getToken !== "function") {
    throw expectedSecret(
      "credential",
      "a TokenCredential or a function that returns a token",
      credential,
    );
  }
  return (scopes, options) => credential.getToken(scopes, options);
}

/** What is wrong with a token as a word to send; undefined when nothing is. */
export function flawOf(text: unknown): string | undefined {
  if (typeof text !== "string" || text.trim() === "") {
    return "an empty token";
  }
  return /^[\x21-\x7e]+$/.test(text)
    ? undefined
    : "a token with a space, a line break or another character that no token has";
}

/** Throws for what cannot be sent as a bearer token; its message never holds the token. */
export function usableToken(
  token: AccessToken | string | null | undefined,
  now: number,
): AccessToken {
  if (token === null || token === undefined) {
    throw new Error(`it returned ${token}`);
  }
  // A bare string ends as it arrives: it serves who waited for it.
  const accessToken = typeof token === "string" ? { token, expiresOnTimestamp: now } : token;
  const { token: text, expiresOnTimestamp } = accessToken;
  const flaw = flawOf(text);
  if (flaw !== undefined) {
    throw new Error(`it returned ${flaw}`);
  }
  if (!Number.isFinite(expiresOnTimestamp)) {
    throw new Error("it returned a token without a number in expiresOnTimestamp");
  }
  if (typeof token !== "string" && expiresOnTimestamp <= now) {
    throw new Error(
      `it returned a token that expired at ${new Date(expiresOnTimestamp).toJSON() ?? expiresOnTimestamp}`,
    );
  }
  return accessToken;
}
