/** The contender that the others are compared with. */
export const RAW = "fetch of Node";
export const BARE = "openapi-fetch";
export const CLIENT = "this client";
export const CLIENT_ON_UNDICI = "this client, ./undici";
export const LOGGED_CLIENT = "this client, with onAttempt";
/** The client that the transport on undici has to beat. */
export const AZURE = "@azure-rest/core-client";

/** How calls are made. Enough of them in a round that each has to collect its share of garbage. */
export const WAYS = [
  { way: "1 at a time", atOnce: 1, calls: 500, retried: false },
  { way: "50 at a time", atOnce: 50, calls: 1_000, retried: false },
  { way: "after one 503", atOnce: 1, calls: 200, retried: true },
] as const;

export type Way = (typeof WAYS)[number]["way"];

/** What the process of a client can be asked for. */
export type Order = Way | "allocation";
