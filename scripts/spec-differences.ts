import { isDeepStrictEqual } from "node:util";
import type { Facts } from "./spec-facts.js";

/** One statement on which two descriptions differ; `null` where one says nothing. */
export interface Difference {
  /** The operation that the statement is about; `null` where it is about the whole. */
  readonly operation: string | null;
  readonly fact: string;
  readonly here: unknown;
  readonly there: unknown;
}

/** The statements on which two descriptions differ, in order; where one lacks a whole thing, not also what the other says of it. */
export function differences(operation: string | null, here: Facts, there: Facts): Difference[] {
  const differing = [...new Set([...here.keys(), ...there.keys()])]
    .sort()
    .map((fact) => ({
      ...{ operation, fact },
      ...{ here: here.get(fact) ?? null, there: there.get(fact) ?? null },
    }))
    .filter((difference) => !isDeepStrictEqual(difference.here, difference.there));
  return differing.filter(
    ({ fact }) => !differing.some((other) => fact.startsWith(`${other.fact} > `)),
  );
}
