import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import type { Sending } from "../transport/attempt.js";
import type { Head } from "../transport/buffered-response.js";
import { GrowingBuffer } from "../transport/content.js";
import { isWithoutBody, MAX_RESPONSE_BYTES, type Received } from "../transport/read-response.js";
import { unpacked } from "./unpacked.js";

/** Receives one response from undici and collects its body in memory. */
export class Receiver implements Dispatcher.DispatchHandler, Sending {
  readonly received: Promise<Received>;
  readonly #url: string;
  readonly #method: string;
  #resolveHead: ((received: Received) => void) | undefined;
  #rejectHead: ((reason: unknown) => void) | undefined;
  #resolveBody: ((bytes: ArrayBuffer | undefined) => void) | undefined;
  #rejectBody: ((reason: unknown) => void) | undefined;
  #ended: { readonly bytes: ArrayBuffer | undefined } | { readonly reason: unknown } | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #headers: Headers | undefined;
  readonly #body = new GrowingBuffer();

  constructor(url: string, method: string) {
    this.#url = url;
    this.#method = method;
    this.received = new Promise((resolve, reject) => {
      this.#resolveHead = resolve;
      this.#rejectHead = reject;
    });
  }

  abort(reason: unknown): void {
    this.#fail(reason);
    // undici has no controller until there is a connection.
    this.#controller?.abort(new Error("aborted"));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended !== undefined) {
      controller.abort(new Error("aborted"));
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
    this.#headers = headers;
    const head: Head = {
      url: this.#url,
      status,
      statusText,
      headers,
      type: "basic",
      redirected: false,
    };
    this.#resolveHead?.({ head, readBody: () => this.#readBody() });
    if (isWithoutBody(this.#method, status)) {
      // HTTP lets a 205 have a body, which may never end.
      if (status === 205 && received["content-length"] !== "0") {
        controller.abort(new Error("a 205 has no body"));
      }
    } else if (Number(received["content-length"] ?? 0) > MAX_RESPONSE_BYTES) {
      this.#giveUp(controller);
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#body.append(chunk);
    if (this.#body.size > MAX_RESPONSE_BYTES) {
      this.#giveUp(controller);
    }
  }

  onResponseEnd(): void {
    try {
      this.#end(this.#decompressed());
    } catch (cause) {
      this.#fail(new TypeError("terminated", { cause }));
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    this.#fail(
      new TypeError(this.#headers === undefined ? "fetch failed" : "terminated", { cause }),
    );
  }

  #decompressed(): ArrayBuffer | undefined {
    const received = this.#body.toArrayBuffer();
    const codings = this.#headers?.get("content-encoding") ?? null;
    if (codings === null) {
      return received;
    }
    try {
      return Uint8Array.from(unpacked(new Uint8Array(received), codings, MAX_RESPONSE_BYTES))
        .buffer;
    } catch (cause) {
      if (Reflect.get(Object(cause), "code") === "ERR_BUFFER_TOO_LARGE") {
        return undefined;
      }
      throw cause;
    }
  }

  #giveUp(controller: Dispatcher.DispatchController): void {
    this.#end(undefined);
    controller.abort(new Error("too large"));
  }

  /** Rejects the head and the body, as far as they have not arrived. */
  #fail(reason: unknown): void {
    this.#rejectHead?.(reason);
    this.#ended ??= { reason };
    this.#rejectBody?.(reason);
  }

  #end(bytes: ArrayBuffer | undefined): void {
    this.#ended ??= { bytes };
    this.#resolveBody?.(bytes);
  }

  #readBody(): Promise<ArrayBuffer | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#ended === undefined) {
        this.#resolveBody = resolve;
        this.#rejectBody = reject;
      } else if ("reason" in this.#ended) {
        reject(this.#ended.reason);
      } else {
        resolve(this.#ended.bytes);
      }
    });
  }
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
