import { sanitized } from "../failure/sanitize.js";
import type { Claims } from "../token/explain-token.js";
import { signInError } from "./sign-in-error.js";

/** Who signed in, as the ID token has it; undefined where it says nothing. */
export interface SignedInUser {
  /** For people to read, such as "Ada Lovelace". */
  readonly name: string | undefined;
  /** As the user signs in, such as an e-mail address. */
  readonly userName: string | undefined;
  /** The id of the tenant. */
  readonly tenantId: string | undefined;
}

const TENANT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the user from the claims. Throws `PartnerCenterError` if `tenantId` is an id and not that of their `tid`. */
export function readUser(
  { name, preferred_username: userName, tid }: Claims,
  tenantId: string,
): SignedInUser {
  const user = { name: readText(name), userName: readText(userName), tenantId: readText(tid) };
  const { tenantId: came } = user;
  if (TENANT_ID.test(tenantId) && came?.toLowerCase() !== tenantId.toLowerCase()) {
    const found =
      came === undefined || came === ""
        ? "the ID token names no tenant"
        : `the user came from tenant ${sanitized(came, undefined, 64)}`;
    throw signInError(
      `Signing in failed: ${found}, and tenant ${tenantId} was expected. ` +
        "Sign in with an account of that tenant.",
      { reason: "sign-in" },
    );
  }
  return user;
}

function readText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
