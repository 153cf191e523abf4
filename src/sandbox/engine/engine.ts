import type { Operation } from "../../../generated/operations.js";
import { CORRELATION_ID_HEADER, REQUEST_ID_HEADER } from "../../wire/headers.js";
import { received, type SandboxRequest } from "./received.js";
import { routed } from "./refusal.js";
import { type Reply, responseTo } from "./reply.js";

/** Answers a request for an operation that it may have. */
export type AnswerRequest = (request: Request, operation: Operation) => Reply | Promise<Reply>;

/** What both sandboxes have in common. */
export interface EngineOptions {
  readonly basePath: string;
  readonly now: () => number;
  /** Returns an id for a request that came without. */
  readonly nextId: () => string;
  /** Called for each request that arrives, whether it is refused or not. */
  readonly begin: () => AnswerRequest;
}

/** The engine of a sandbox. */
export interface Engine {
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What has arrived, oldest first. */
  readonly requests: readonly SandboxRequest[];
}

/** Creates an engine: it records a request, refuses what the service would refuse, and has the rest answered. */
export function createEngine({ basePath, now, nextId, begin }: EngineOptions): Engine {
  const requests: SandboxRequest[] = [];
  return {
    requests,
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      requests.push(await received(request));
      for (const name of [REQUEST_ID_HEADER, CORRELATION_ID_HEADER]) {
        if (!request.headers.has(name)) {
          request.headers.set(name, nextId());
        }
      }
      const answer = begin();
      const { refusal, operation } = routed(request, basePath, now());
      return responseTo(
        request,
        operation === undefined ? refusal : await answer(request, operation),
      );
    },
  };
}
