/**
 * Reads the claims challenge out of `WWW-Authenticate`: JSON, for the authority to see; undefined when there is none.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(wwwAuthenticate: string | null): string | undefined {
  const [, encoded] = /(?:^|[\s,])claims\s*=\s*"?([\w+/=-]+)/i.exec(wwwAuthenticate ?? "") ?? [];
  if (encoded === undefined) {
    return undefined;
  }
  try {
    const bytes = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    const claims = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
    JSON.parse(claims);
    return claims;
  } catch {
    return undefined;
  }
}
