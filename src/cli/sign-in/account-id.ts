import { claimsOf } from "../../token/explain-token.js";
import { hashOf } from "./hash.js";

/** Returns the same hash for each access token of one user; for a token that names no user, its own. */
export function accountIdOf(token: string): string {
  const { tid, oid, upn, unique_name, sub } = claimsOf(token) ?? {};
  const user = oid ?? upn ?? unique_name ?? sub;
  return hashOf(tid === undefined || user === undefined ? token : [tid, user]);
}
