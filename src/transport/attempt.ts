import { abortReason, listen, unlisten } from "../abort.js";
import { expectedSecret } from "../expected.js";
import { fetchFailure, timeoutFailure } from "../failure/failures.js";
import { refuseUnsafe } from "../wire/base-url.js";
import { type Exchange, exchangeFor } from "../wire/exchange.js";
import { cutOff, headOnly, readReply } from "./body.js";
import type { Fetch } from "./fetch.js";
import { LeanRequest } from "./lean-request.js";
import { type Send, type Sending, sendWith } from "./sending.js";

/** Which attempt of its call it is, counted from 1, and the milliseconds that it may take. */
export interface AttemptLimits {
  readonly attempt: number;
  readonly timeoutMs: number;
}

/** Sends a request once. */
export type Attempt = (request: Request, limits: AttemptLimits) => Promise<Response>;

/**
 * Makes the function that sends a request once, body included, and only to `origin`; with the fetch of the platform,
 * unless there is another.
 * A failure that the service answers stays one, with its status and headers, when its body is too large, breaks off,
 * stalls or cannot be unpacked; the body is empty then.
 * Rejects with `PartnerCenterError` (network, timeout, malformed response), with the caller's abort reason, or with
 * `TypeError` for a URL that may not get a token and for a `fetch` that returns no response.
 * Redirects are never followed: the reply of a redirect is a failure, and the token goes nowhere else.
 */
export function createAttempt(fetch: Fetch | undefined, origin: string): Attempt {
  const send = sendWith(fetch);
  return (request, limits) =>
    new Promise((resolve, reject) => {
      // Once more, because middleware of the user may have made another request.
      refuseUnsafe(request.url, origin);
      new UnderWay(request, limits, resolve, reject).start(send, request);
    });
}

/** One attempt; itself what its signal and its timer tell, so that no success pays for what only a failure needs. */
class UnderWay implements EventListenerObject {
  readonly #exchange: Exchange;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal | undefined;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (reason: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Sending | undefined;
  #response: Response | undefined;

  constructor(
    request: Request,
    { attempt, timeoutMs }: AttemptLimits,
    resolve: (response: Response) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#exchange = exchangeFor(request, attempt);
    this.#timeoutMs = timeoutMs;
    this.#signal = LeanRequest.signalOf(request);
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start(send: Send, request: Request): void {
    if (this.#signal?.aborted) {
      this.handleEvent();
      return;
    }
    if (this.#signal !== undefined) {
      listen(this.#signal, this);
    }
    this.#timer = setTimeout(timeOut, this.#timeoutMs, this);
    this.#sending = send(request);
    this.#sending.response.then(
      (response) => this.#receive(response),
      (cause: unknown) => this.#fail(fetchFailure(this.#exchange, cause)),
    );
  }

  #receive(response: Response): void {
    if (typeof response?.arrayBuffer !== "function") {
      this.#fail(expectedSecret("fetch", "a function that returns a Response", response));
      return;
    }
    this.#response = response;
    const reply = readReply(response, this.#exchange);
    if (reply instanceof Promise) {
      reply.then(
        (read) => this.#succeed(read),
        (failure: unknown) => this.#fail(failure),
      );
    } else {
      this.#succeed(reply);
    }
  }

  #succeed(reply: Response): void {
    this.#release();
    this.#resolve(reply);
  }

  #fail(failure: unknown): void {
    this.#release();
    this.#reject(failure);
  }

  /** The caller has aborted. */
  handleEvent(): void {
    this.#stop(this.#signal && abortReason(this.#signal));
  }

  timeOut(): void {
    const head = this.#response ?? this.#sending?.head;
    const response = head && headOnly(head, this.#exchange);
    const timeout = timeoutFailure(this.#exchange, this.#timeoutMs, response);
    if (response !== undefined && !response.ok) {
      this.#resolve(cutOff(response, this.#timeoutMs));
    }
    this.#stop(timeout);
  }

  /** Rejects here, and not only by the signal, which ends the wait for a `fetch` that knows no signals, too. */
  #stop(reason: unknown): void {
    this.#fail(reason);
    this.#sending?.cancel(reason);
  }

  #release(): void {
    clearTimeout(this.#timer);
    if (this.#signal !== undefined) {
      unlisten(this.#signal, this);
    }
  }
}

function timeOut(attempt: UnderWay): void {
  attempt.timeOut();
}
