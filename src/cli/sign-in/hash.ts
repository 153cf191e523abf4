import { createHash } from "node:crypto";

/** Returns the hash of a value, for comparisons where the value itself must not be stored. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
