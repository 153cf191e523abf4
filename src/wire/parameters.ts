import type { operations } from "../../generated/openapi.js";
import { expected } from "../expected.js";
import { serializeForm } from "../openapi-fetch.js";

/** The query parameters of {@link getRelationshipRequestLink}; all of them are optional. */
export type RelationshipRequestQuery = NonNullable<
  operations["getRelationshipRequestLink"]["parameters"]["query"]
>;

const TENANT_IDS = [
  "indirectCloudSolutionProviderId",
  "indirectResellerId",
] as const satisfies ReadonlyArray<keyof RelationshipRequestQuery>;
const FLAG = "dualRoleIndirectRelationship" satisfies keyof RelationshipRequestQuery;

/** The documented parameters, the only ones that a log may show. */
export const DOCUMENTED_QUERY = [...TENANT_IDS, FLAG] as const;

/**
 * Writes a query string.
 * Throws `TypeError` for values that make no sense: the service documents no error for them, and a link for the wrong
 * relationship looks like any other.
 */
export function serializeQuery(query: Readonly<Record<string, unknown>>): string {
  for (const name of TENANT_IDS) {
    const id = query[name];
    if (id !== undefined && !(typeof id === "string" && id.trim() !== "" && isWellFormed(id))) {
      throw expected(name, "a tenant id", id);
    }
  }
  const flag = query[FLAG];
  if (flag !== undefined && typeof flag !== "boolean") {
    throw expected(FLAG, "true or false", flag);
  }
  return serializeForm(query);
}

/** Whether text can be written as UTF-8; half a surrogate pair cannot. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
