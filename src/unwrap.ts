import { httpFailure } from "./failures.js";

/** How a call of the raw client ends when there is a reply: `data` of a success, or `error` of a failure. */
export type Reply<Data> =
  | { readonly data: Data; readonly error?: never; readonly response: Response }
  | { readonly data?: never; readonly error: unknown; readonly response: Response };

/**
 * Turns a call of the raw client, or its reply, into the data.
 * Throws `PartnerCenterError` for a status other than 2xx, however empty the body that came with it.
 *
 * @example
 * const link = await unwrap(client.GET("/v{version}/customers/relationshiprequests", { params: { path: { version: "1" } } }));
 */
export async function unwrap<Data>(call: Reply<Data> | PromiseLike<Reply<Data>>): Promise<Data> {
  const reply = await call;
  if (!isSuccess(reply)) {
    throw httpFailure(reply.response, reply.error, Date.now());
  }
  return reply.data;
}

// An empty 401 has a falsy `error`, so that only the status tells.
function isSuccess<Data>(reply: Reply<Data>): reply is Extract<Reply<Data>, { data: Data }> {
  return reply.response.ok;
}
