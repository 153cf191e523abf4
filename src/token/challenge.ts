import { base64Text } from "./base64-text.js";

interface Challenge {
  readonly scheme: string;
  readonly parameters: Map<string, string>;
}

/**
 * Reads the claims challenge out of `WWW-Authenticate`: JSON, for the authority to see; undefined when there is none.
 * Of several challenges that of `Bearer` with the error `insufficient_claims` counts, else the first of `Bearer` that
 * has claims.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(wwwAuthenticate: string | null): string | undefined {
  const candidates = challengesIn(wwwAuthenticate ?? "")
    .filter(({ scheme, parameters }) => scheme === "bearer" && parameters.has("claims"))
    .map(({ parameters }) => parameters);
  const counting =
    candidates.find((parameters) => parameters.get("error") === "insufficient_claims") ??
    candidates[0];
  return decoded(counting?.get("claims") ?? "");
}

// As much as most servers send of all headers together.
const LONGEST_HEADER = 16_384;

// A scheme, or a parameter of the scheme before it (RFC 9110, section 11), and the other characters of base64: some schemes
// have that in place of parameters, and some services leave the quotes out. Anything else is skipped, so that one
// challenge that cannot be read does not hide those on the lines after it.
const PART = /([\w!#$%&'*+./^`|~-]+)(?:\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)(?:"|$)|([^\s,"]*)))?/gs;

function challengesIn(header: string): Challenge[] {
  const challenges: Challenge[] = [];
  for (const [, name = "", quoted, bare] of header.slice(0, LONGEST_HEADER).matchAll(PART)) {
    const value = quoted?.replace(/\\(.)/gs, "$1") ?? bare;
    if (value === undefined) {
      challenges.push({ scheme: name.toLowerCase(), parameters: new Map() });
    } else {
      const parameters = challenges.at(-1)?.parameters;
      parameters?.set(name.toLowerCase(), parameters.get(name.toLowerCase()) ?? value);
    }
  }
  return challenges;
}

function decoded(claims: string): string | undefined {
  try {
    const text = base64Text(claims);
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}
