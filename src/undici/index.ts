/**
 * A `fetch` for Node with connections of its own, for proxies and for speed.
 *
 * @module partner-center-client/undici
 */

import { type Dispatcher, type Response as UndiciResponse, fetch as undiciFetch } from "undici";
import { unlessAborted } from "../abort.js";
import { createSend, type Send } from "../transport/attempt.js";
import { bufferedResponse } from "../transport/buffered-response.js";
import { poolOf, type UndiciFetchOptions } from "./pool.js";
import { Receiver } from "./receiver.js";

export type { UndiciFetchOptions };

/** A `fetch` with connections of its own. */
export interface UndiciFetch {
  (input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Waits for the replies that are under way and closes all connections. What is sent afterwards fails. */
  close(): Promise<void>;
}

/** The options of a call that has connections of its own, as the fetch of Node takes them. */
interface WithDispatcher {
  readonly dispatcher?: Dispatcher | undefined;
}

const USER_AGENT = "node";
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Creates a `fetch` for Node that keeps a limited number of connections open and supports proxies. It is undici's `fetch`
 * for http and https, except that redirects are not followed (one fails, unless `redirect` is "manual") and that the body
 * of a request is read before it is sent.
 * Throws `TypeError` for an invalid option. A call that needs an invalid proxy of the environment fails as it does
 * without a connection.
 *
 * @example
 * const fetch = createUndiciFetch({ proxy: "http://user:password@proxy.contoso.com:8080" });
 * const client = createPartnerCenterClient({ credential, fetch });
 */
export function createUndiciFetch(options: UndiciFetchOptions = {}): UndiciFetch {
  const pool = poolOf(options);

  const dispatcherFor = (origin: string, { dispatcher }: WithDispatcher) =>
    dispatcher ?? pool.dispatcherFor(origin);

  const dispatch = (
    request: Request & WithDispatcher,
    body: Uint8Array | null,
    receiver: Receiver,
  ) => {
    const { url, method } = request;
    const at = url.indexOf("/", url.indexOf("//") + 2);
    const [path = "/"] = url.slice(at).split("#", 1);
    const origin = url.slice(0, at);
    try {
      const headers = headersToSend(request.headers);
      dispatcherFor(origin, request).dispatch({ origin, path, method, headers, body }, receiver);
    } catch (cause) {
      receiver.abort(new TypeError("fetch failed", { cause }));
    }
  };
  const send: Send = (request) => {
    if (request.integrity !== "") {
      return sendByFetch(request);
    }
    const receiver = new Receiver(request.url, request.method);
    if (request.body === null) {
      dispatch(request, null, receiver);
    } else {
      request.arrayBuffer().then(
        (body) => dispatch(request, new Uint8Array(body), receiver),
        (cause: unknown) => receiver.abort(cause),
      );
    }
    return receiver;
  };

  const fetch = async (input: Request | URL | string, init?: RequestInit & WithDispatcher) => {
    const request = new Request(input, init);
    const { url, method, headers, redirect, integrity, referrer, referrerPolicy } = request;
    // Of a request that is collected while its reply is under way the signal tells nothing any more. `null` is for none.
    const { signal: given = input instanceof Request ? input.signal : null } = init ?? {};
    const signal = given ?? request.signal;
    const ended = new AbortController();
    const body = request.body === null ? null : await unlessAborted(request.arrayBuffer(), signal);
    const response = await undiciFetch(url, {
      method,
      headers: { "user-agent": USER_AGENT, ...Object.fromEntries(headers) },
      body,
      signal: AbortSignal.any([signal, ended.signal]),
      redirect: "manual",
      integrity,
      referrer,
      referrerPolicy,
      dispatcher: dispatcherFor(new URL(url).origin, {
        ...(input instanceof Request && input),
        ...init,
      }),
    });
    const { status } = response;
    const isRefused = REDIRECTS.includes(status) && redirect !== "manual";
    if (isRefused || status === 205) {
      // Its body is not read, and may never end; HTTP lets a 205 announce one, too.
      ended.abort();
    }
    if (isRefused) {
      const cause = new Error(`redirected with ${status}, which is not followed`);
      throw new TypeError("fetch failed", { cause });
    }
    return ofThePlatform(response);
  };
  const sendByFetch = createSend(fetch);
  // `send` is what the client uses: it builds no `Response`, which costs half of a fetch.
  return Object.assign(fetch, { close: pool.close, send });
}

/** Returns the headers of a request, and those that Node's fetch adds; some firewalls refuse a request without. */
function headersToSend(headers: Headers): string[] {
  const sent = headers.has("accept") ? [] : ["accept", "*/*"];
  if (!headers.has("user-agent")) {
    sent.push("user-agent", USER_AGENT);
  }
  headers.forEach((value, name) => {
    // The host is that of the URL, as with Node's fetch: another one would get the token.
    if (name !== "host") {
      sent.push(name, value);
    }
  });
  return sent;
}

/** A response of undici as one of Node, which are of two classes. */
function ofThePlatform(response: UndiciResponse): Response {
  const { url, status, statusText, type, redirected } = response;
  const headers = new Headers([...response.headers]);
  // The types of Node and of the DOM disagree about what a stream is.
  const whole: Response = Reflect.construct(Response, [response.body, { headers }]);
  // undici cancels the body of a response that is collected, unless somebody reads it already.
  Object.defineProperty(whole, "keeps", { value: response });
  return bufferedResponse({ url, status, statusText, type, redirected, headers }, whole);
}
