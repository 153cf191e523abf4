import type { components } from "../generated/openapi.js";
import type { FetchOptions } from "./openapi-fetch.js";

/** The version of the API that the functions of this package call. */
export const VERSION = "1" satisfies components["parameters"]["Version"];

/**
 * The options of one call: `signal`, `headers`, `middleware` and the like, as openapi-fetch has them; without those that
 * would take a guarantee away, which the raw client still has.
 */
export type CallInit<Operation> = Omit<
  FetchOptions<Operation>,
  | "params"
  | "parseAs"
  | "body"
  | "baseUrl"
  | "fetch"
  | "redirect"
  | "querySerializer"
  | "bodySerializer"
  | "pathSerializer"
>;
