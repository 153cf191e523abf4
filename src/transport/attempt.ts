import { abortReason } from "../abort.js";
import { fetchFailure, timeoutFailure } from "../failure/failures.js";
import { invalidSecretOption } from "../invalid-option.js";
import { refuseUnsafe } from "../wire/base-url.js";
import type { CallContext, DescribeCall } from "../wire/call-context.js";
import { type Head, isSuccess } from "./buffered-response.js";
import type { Fetch } from "./fetch.js";
import {
  afterBodyTimeout,
  isResponse,
  type Received,
  readBytes,
  readResponse,
  withoutBody,
} from "./read-response.js";

/** A request that is being sent. */
export interface Sending {
  /** Resolves once the head of the response has arrived. */
  readonly received: Promise<Received | NoResponse>;
  /** Rejects whatever has not arrived with this reason. */
  abort(reason: unknown): void;
}

/** What a fetch returned in place of a response. */
interface NoResponse {
  readonly head: unknown;
  readonly readBody?: undefined;
}

/** Starts sending a request. */
export type Send = (request: Request) => Sending;

/** A fetch that can also hand over a response without building a `Response`. */
export type SendingFetch = Fetch & { readonly send: Send };

/** What one attempt of a call may do. */
export interface AttemptLimits {
  /** Counted from 1, within one call. */
  readonly attempt: number;
  readonly timeoutMs: number;
  /** Redacted with the token of the request. */
  readonly secrets?: readonly string[] | undefined;
}

/** Sends a request once. */
export type Attempt = (request: Request, limits: AttemptLimits) => Promise<Response>;

/**
 * Creates the function that sends a request once, only to `origin`, and reads the whole response; with the platform's
 * fetch unless there is another.
 * A failure of the service keeps its status and headers when its body is too large, breaks off, stalls or cannot be
 * decompressed; the body is then empty.
 * Rejects with `PartnerCenterError` (network, timeout, malformed-response), with the caller's abort reason, or with
 * `TypeError` for a URL that may not get a token and for a `fetch` that returns no response.
 * Redirects are never followed: a redirect is a failure, and the token goes nowhere else.
 */
export function createAttempt(
  fetch: Fetch | undefined,
  origin: string,
  describe: DescribeCall,
): Attempt {
  const send = createSend(fetch);
  return (request, { attempt, timeoutMs, secrets }) =>
    new Promise((resolve, reject) => {
      // Once more, because the user's middleware may have created another request.
      refuseUnsafe(request.url, origin);
      const context = describe(request, attempt, secrets);
      new InFlightAttempt(request, context, timeoutMs, resolve, reject).start(send);
    });
}

/** One attempt, which is itself the listener of its signal and of its timer, so that a success builds no closures. */
class InFlightAttempt implements EventListenerObject {
  // Kept alive until the end: a garbage-collected `Request` stops forwarding aborts to its signal.
  readonly #request: Request;
  readonly #context: CallContext;
  readonly #timeoutMs: number;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (reason: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Sending | undefined;
  #head: Head | undefined;

  constructor(
    request: Request,
    context: CallContext,
    timeoutMs: number,
    resolve: (response: Response) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#request = request;
    this.#context = context;
    this.#timeoutMs = timeoutMs;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start(send: Send): void {
    const { signal } = this.#request;
    if (signal.aborted) {
      this.handleEvent();
      return;
    }
    signal.addEventListener("abort", this);
    this.#timer = setTimeout(timeOut, this.#timeoutMs, this);
    this.#sending = send(this.#request);
    this.#sending.received.then(
      (received) => this.#receive(received),
      (cause: unknown) => this.#fail(fetchFailure(this.#context, cause)),
    );
  }

  #receive(received: Received | NoResponse): void {
    if (received.readBody === undefined) {
      const { head } = received;
      this.#fail(invalidSecretOption("fetch", "a function that returns a Response", head));
      return;
    }
    this.#head = received.head;
    readResponse(received, this.#context).then(
      (response) => this.#succeed(response),
      (failure: unknown) => this.#fail(failure),
    );
  }

  #succeed(response: Response): void {
    this.#release();
    this.#resolve(response);
  }

  #fail(failure: unknown): void {
    this.#release();
    this.#reject(failure);
  }

  /** Called when the caller aborts. */
  handleEvent(): void {
    this.#stop(abortReason(this.#request.signal));
  }

  timeOut(): void {
    const head = this.#head;
    const response = head && withoutBody(head, this.#context);
    const timeout = timeoutFailure(this.#context, this.#timeoutMs, response);
    if (head !== undefined && !isSuccess(head.status)) {
      this.#resolve(afterBodyTimeout(head, this.#context, this.#timeoutMs));
    }
    this.#stop(timeout);
  }

  /** Rejects as well as aborting, which also ends the wait for a `fetch` that ignores its signal. */
  #stop(reason: unknown): void {
    this.#fail(reason);
    this.#sending?.abort(reason);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#request.signal.removeEventListener("abort", this);
  }
}

function timeOut(attempt: InFlightAttempt): void {
  attempt.timeOut();
}

/** Creates a function that sends with a fetch; without one, with the platform's, as it is at the time of the call. */
export function createSend(fetch: Fetch | undefined): Send {
  if (fetch !== undefined && hasSend(fetch)) {
    return fetch.send;
  }
  return (request) => {
    const controller = new AbortController();
    const receive = async () => {
      const { signal } = controller;
      const response = await (fetch ?? globalThis.fetch)(request, { signal, redirect: "manual" });
      return isResponse(response)
        ? { head: response, readBody: () => readBytes(response) }
        : { head: response };
    };
    return { received: receive(), abort: (reason) => controller.abort(reason) };
  };
}

function hasSend(fetch: Fetch): fetch is SendingFetch {
  return "send" in fetch && typeof fetch.send === "function";
}
