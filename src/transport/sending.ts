import type { Fetch } from "./fetch.js";
import { LeanRequest } from "./lean-request.js";
import type { Head } from "./lean-response.js";

/** A request that is under way. */
export interface Sending {
  /** The response; its body is in memory, or can be read. */
  readonly response: Promise<Response>;
  /** What has come of it so far, where that is known before the response is. */
  readonly head?: Head | undefined;
  /** Ends it with this reason. */
  cancel(reason: unknown): void;
}

/** Sends a request, which may be a lean one only where the fetch {@link takesLean}. */
export type Send = (request: Request) => Sending;

/** The name under which a fetch has its own way to send lean requests; registered, as both builds can meet. */
export const SEND: unique symbol = Symbol.for("partner-center-client.send");

/** Whether a request may be a lean one, as no foreign code sees it on its way through this fetch. */
export function takesLean(fetch: Fetch | undefined): boolean {
  return fetch === undefined || SEND in fetch;
}

/** Sends with a fetch; without one, with that of the platform, as it is then. */
export function sendWith(fetch: Fetch | undefined): Send {
  const lean: ((request: LeanRequest) => Sending) | undefined = fetch && Reflect.get(fetch, SEND);
  return (request) =>
    request instanceof LeanRequest && lean !== undefined
      ? lean(request)
      : new Fetched(request, fetch ?? globalFetch);
}

function globalFetch(request: Request, { signal = null }: RequestInit = {}): Promise<Response> {
  if (!(request instanceof LeanRequest)) {
    return globalThis.fetch(request, { signal, redirect: "manual" });
  }
  const { url, method, headers, content: body } = request;
  return globalThis.fetch(url, { method, headers, body, signal, redirect: "manual" });
}

class Fetched implements Sending {
  readonly response: Promise<Response>;
  readonly #controller = new AbortController();

  constructor(request: Request, fetch: Fetch) {
    const { signal } = this.#controller;
    try {
      this.response = Promise.resolve(fetch(request, { signal, redirect: "manual" }));
    } catch (cause) {
      this.response = Promise.reject(cause);
    }
  }

  cancel(reason: unknown): void {
    this.#controller.abort(reason);
  }
}
