/**
 * A `fetch` for Node with connections of its own, for proxies and for speed.
 *
 * @module partner-center-client/undici
 */

import { unlessAborted } from "../abort.js";
import { LARGEST_BODY_BYTES } from "../transport/body.js";
import type { LeanRequest } from "../transport/lean-request.js";
import { SEND, type Sending } from "../transport/sending.js";
import { poolOf, type UndiciFetchOptions } from "./pool.js";
import { Receiver } from "./receiver.js";

export type { UndiciFetchOptions };

/** A `fetch` with connections of its own. */
export interface UndiciFetch {
  (input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Waits for the replies that are under way and closes all connections. What is sent afterwards fails. */
  close(): Promise<void>;
}

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Makes a `fetch` for Node that keeps connections open, up to a number, knows proxies, and costs less than the one of
 * Node. It differs from that in this: it follows no redirect (one fails, unless `redirect` is "manual"), asks for no
 * compression, reads the body of a request whole before it sends it, knows only http and https, keeps no cookies and
 * no cache, and heeds of a request no more than its URL, method, headers, body, signal and redirect mode.
 * Throws `TypeError` for an option, or a proxy of the environment, that cannot work.
 *
 * @example
 * const fetch = createUndiciFetch({ proxy: "http://user:password@proxy.contoso.com:8080" });
 * const client = createPartnerCenterClient({ credential, fetch });
 */
export function createUndiciFetch(options: UndiciFetchOptions = {}): UndiciFetch {
  const pool = poolOf(options);

  const dispatch = (
    { url, method, headers }: Pick<Request, "url" | "method" | "headers">,
    body: string | Uint8Array | null,
    receiver: Receiver,
  ) => {
    const path = url.indexOf("/", url.indexOf("//") + 2);
    const origin = url.slice(0, path);
    pool
      .dispatcherFor(origin)
      .dispatch({ origin, path: url.slice(path), method, headers: sent(headers), body }, receiver);
    return receiver;
  };

  const send = (request: LeanRequest): Sending => {
    const { url, method } = request;
    const receiver = new Receiver({ url, method, wholeUpTo: LARGEST_BODY_BYTES, signal: null });
    return dispatch(request, request.content, receiver);
  };

  const fetch = async (input: Request | URL | string, init: RequestInit = {}) => {
    const request = isSentAsItIs(input, init) ? input : new Request(input, init);
    const signal = init.signal === undefined ? request.signal : init.signal;
    const redirect = init.redirect ?? request.redirect;
    try {
      const body =
        request.body === null
          ? null
          : new Uint8Array(await unlessAborted(request.arrayBuffer(), signal ?? request.signal));
      signal?.throwIfAborted();
      const { method, headers } = request;
      const url = request.url.replace(/#.*/, "");
      const receiver = new Receiver({ url, method, wholeUpTo: -1, signal });
      const response = await dispatch({ url, method, headers }, body, receiver).response;
      if (redirect !== "manual" && REDIRECTS.includes(response.status)) {
        receiver.cancel(undefined);
        const cause = new Error(`redirected with ${response.status}, which is not followed`);
        throw new TypeError("fetch failed", { cause });
      }
      return response;
    } catch (cause) {
      throw signal?.aborted ? signal.reason : cause;
    }
  };
  return Object.assign(fetch, { close: pool.close, [SEND]: send });
}

/** The headers of a request, and those that the fetch of Node adds; some firewalls refuse a request without. */
function sent(headers: Headers): string[] {
  const sent = headers.has("accept") ? [] : ["accept", "*/*"];
  if (!headers.has("user-agent")) {
    sent.push("user-agent", "node");
  }
  headers.forEach((value, name) => {
    sent.push(name, value);
  });
  return sent;
}

/** Building another `Request`, for nothing but a signal, costs a tenth of a call. */
function isSentAsItIs(input: Request | URL | string, init: RequestInit): input is Request {
  return (
    input instanceof Request &&
    Object.keys(init).every((name) => name === "signal" || name === "redirect")
  );
}
