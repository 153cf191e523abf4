import { httpFailure } from "./failure/failures.js";

/** How a call of the raw client ends when there is a reply: `data` of a success, or `error` of a failure. */
export interface Reply {
  /** The body of a success. */
  readonly data?: unknown;
  /** The body of a failure; empty ones are falsy. */
  readonly error?: unknown;
  /** What came back; its `ok` tells a success from a failure. */
  readonly response: Response;
}

/** Those ways of ending that have data. */
export type Success<Outcome extends Reply> = Extract<
  Outcome,
  {
    /** The body of a success. */
    readonly data: unknown;
  }
>;

/**
 * Turns a call of the raw client, or its reply, into the data.
 * Throws `PartnerCenterError` for a status other than 2xx, however empty the body that came with it.
 *
 * @example
 * const link = await unwrap(client.GET("/v{version}/customers/relationshiprequests", { params: { path: { version: "1" } } }));
 */
export async function unwrap<Outcome extends Reply>(
  call: Outcome | PromiseLike<Outcome>,
): Promise<Success<Outcome>["data"]> {
  return dataOf(await call);
}

/** The data of a reply. Throws as {@link unwrap} does. */
export function dataOf<Outcome extends Reply>(reply: Outcome): Success<Outcome>["data"] {
  if (!isSuccess(reply)) {
    throw httpFailure(reply.response, reply.error, Date.now());
  }
  return reply.data;
}

// An empty 401 has a falsy `error`, so that only the status tells.
function isSuccess<Outcome extends Reply>(reply: Outcome): reply is Success<Outcome> {
  return reply.response.ok;
}
