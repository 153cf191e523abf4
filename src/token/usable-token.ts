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
  if (typeof text !== "string" || text.trim() === "") {
    throw new Error("it returned an empty token");
  }
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new Error(
      "it returned a token with a space, a line break or another character that no token has",
    );
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
