/** What the service reads in a token, as far as it matters here. */
export interface Claims {
  readonly idtyp?: unknown;
  readonly appid?: unknown;
  readonly azp?: unknown;
  readonly scp?: unknown;
  readonly amr?: unknown;
}

/** The claims of a JWT, which nobody has verified; none for a token that is no JWT. */
export function claimsOf(token: string): Claims {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) {
    return {};
  }
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    return typeof claims === "object" && claims !== null ? claims : {};
  } catch {
    return {};
  }
}

/** Whether the token names an app and no permission that a user delegated to it. */
export function isAppOnly({ idtyp, appid, azp, scp }: Claims): boolean {
  return idtyp === "app" || ((appid ?? azp) !== undefined && scp === undefined);
}

/** Whether the token lists how the user signed in, and multifactor authentication is not among it. */
export function isWithoutMfa({ amr }: Claims): boolean {
  return Array.isArray(amr) && !amr.includes("mfa");
}
