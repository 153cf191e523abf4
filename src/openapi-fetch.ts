// The one import of openapi-fetch. The library is frozen upstream; whatever replaces it one day replaces this file.
// It stays at 0.16: the `Readable` type of 0.17 turns `string & {}`, an open set of known values, into an object.
import createClient, { createQuerySerializer, defaultPathSerializer } from "openapi-fetch";

export type { Client, FetchOptions, Middleware } from "openapi-fetch";
export { createClient };

/** Writes a query string, form style. A wrapper, because its declaration is the same for every module system. */
export const serializeForm: (query: Readonly<Record<string, unknown>>) => string =
  /* @__PURE__ */ createQuerySerializer();

/** Puts values into the braces of a path. A wrapper for the same reason. */
export const fillPath = (path: string, values: Readonly<Record<string, unknown>>): string =>
  defaultPathSerializer(path, values);
