import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { isWithoutBody, LARGEST_BODY_BYTES } from "../transport/body.js";
import { Content, joined } from "../transport/content.js";
import { type Head, LeanResponse } from "../transport/lean-response.js";
import type { Sending } from "../transport/sending.js";
import { unpacked } from "./unpacked.js";

/** Receives the reply to one request from undici, whole and in memory. */
export class Receiver implements Dispatcher.DispatchHandler, Sending {
  readonly response: Promise<Response>;
  head: Head | undefined;
  readonly #url: string;
  readonly #method: string;
  #resolve: (response: Response) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #isCancelled = false;
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor(url: string, method: string) {
    this.#url = url;
    this.#method = method;
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  cancel(reason: unknown): void {
    // undici looks at it only once there is a connection.
    this.#isCancelled = true;
    this.#reject(reason);
    this.#controller?.abort(new Error("cancelled"));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isCancelled) {
      controller.abort(new Error("cancelled"));
    }
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    received: IncomingHttpHeaders,
    statusText = "",
  ): void {
    if (status < 200) {
      return;
    }
    const headers = headersOf(received);
    this.head = { url: this.#url, status, statusText, headers, type: "basic", redirected: false };
    const length = Number(received["content-length"] ?? 0);
    if (isWithoutBody(this.#method, status)) {
      this.#resolve(new LeanResponse(this.head, null));
      // HTTP lets a 205 have a body, which may never end.
      if (status === 205 && received["content-length"] !== "0") {
        controller.abort(new Error("a 205 has no body"));
      }
    } else if (length > LARGEST_BODY_BYTES) {
      this.#giveUp(controller, this.head);
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.byteLength;
    if (this.head !== undefined && this.#size > LARGEST_BODY_BYTES) {
      this.#giveUp(controller, this.head);
    }
  }

  onResponseEnd(): void {
    if (this.head !== undefined) {
      this.#resolve(new LeanResponse(this.head, this.#body(this.head.headers)));
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    if (this.head === undefined) {
      this.#reject(new TypeError("fetch failed", { cause }));
    } else {
      // What came of it is known, and who reads the rest is told.
      this.#resolve(new LeanResponse(this.head, broken(cause)));
    }
  }

  #body(headers: Headers): Content | Response {
    const received = joined(this.#chunks, this.#size);
    const codings = headers.get("content-encoding");
    if (codings === null) {
      return new Content(received);
    }
    try {
      const bytes = unpacked(new Uint8Array(received), codings, LARGEST_BODY_BYTES);
      return new Content(joined([bytes], bytes.byteLength));
    } catch (cause) {
      return Reflect.get(Object(cause), "code") === "ERR_BUFFER_TOO_LARGE"
        ? tooLarge()
        : broken(cause);
    }
  }

  #giveUp(controller: Dispatcher.DispatchController, head: Head): void {
    this.#resolve(new LeanResponse(head, tooLarge()));
    controller.abort(new Error("too large"));
  }
}

/** Stands for a body that is not kept, as it has more bytes than are read. */
function tooLarge(): Response {
  return new Response(new Uint8Array(LARGEST_BODY_BYTES + 1));
}

function broken(cause: unknown): Response {
  return new Response(
    new ReadableStream({
      start: (controller) => controller.error(new TypeError("terminated", { cause })),
    }),
  );
}

/** The headers of a reply, where only some names come more than once. */
function headersOf(received: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const name in received) {
    const value = received[name];
    if (Array.isArray(value)) {
      value.forEach((one) => {
        headers.append(name, one);
      });
    } else {
      headers.append(name, value ?? "");
    }
  }
  return headers;
}
