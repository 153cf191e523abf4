import type { Fetch } from "../transport/fetch.js";
import { collect } from "./received-body.js";
import { WebhookVerificationError } from "./verification-error.js";
import { withTimeout } from "./with-timeout.js";

/** Maximum bytes of a certificate; one has about two thousand. */
const MAX_CERTIFICATE_BYTES = 1_048_576;

/**
 * Fetches a file, without following a redirect.
 * Throws `WebhookVerificationError` (certificate-unavailable) for another status than 200, too many bytes, too much time and a
 * network that fails.
 */
export async function download(fetch: Fetch, url: string, timeoutMs: number): Promise<Uint8Array> {
  try {
    return await withTimeout(
      timeoutMs,
      () => new Error(`no answer within ${timeoutMs} ms`),
      (signal) => received(fetch, url, signal),
    );
  } catch (cause) {
    throw new WebhookVerificationError("certificate-unavailable", cause);
  }
}

async function received(fetch: Fetch, url: string, signal: AbortSignal): Promise<Uint8Array> {
  const init = { redirect: "manual", signal } as const;
  const { status, redirected, body } = await fetch(new Request(url, init), init);
  if (status !== 200 || redirected) {
    discard(body);
    throw new Error(redirected ? "it was redirected" : `the answer is ${status}, not 200`);
  }
  try {
    return body === null ? new Uint8Array() : await collected(body, signal);
  } catch (cause) {
    discard(body);
    throw cause;
  }
}

async function collected(body: ReadableStream, signal: AbortSignal): Promise<Uint8Array> {
  const bytes = await collect(body, MAX_CERTIFICATE_BYTES, signal);
  if (bytes === undefined) {
    throw new RangeError(`more than ${MAX_CERTIFICATE_BYTES} bytes`);
  }
  return bytes;
}

/** Nobody waits for it: of a body that was cloned it ends only with the other copy. */
function discard(body: ReadableStream | null): void {
  body?.cancel().catch(() => undefined);
}
