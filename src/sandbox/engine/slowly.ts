import type { Clock } from "./clock.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** A body whose second half comes `ms` after the first; it fails with the reason of the signal when that aborts. */
export function slowly(
  body: Bytes,
  ms: number,
  signal: AbortSignal,
  clock: Clock,
): ReadableStream<Bytes> {
  const half = body.length / 2;
  let release = () => {};
  return new ReadableStream({
    start(controller) {
      const onAbort = () => {
        release();
        controller.error(signal.reason);
      };
      const callOff = clock.schedule(() => {
        release();
        controller.enqueue(body.slice(half));
        controller.close();
      }, ms);
      release = () => {
        callOff();
        signal.removeEventListener("abort", onAbort);
      };
      signal.addEventListener("abort", onAbort);
      controller.enqueue(body.slice(0, half));
    },
    cancel: () => release(),
  });
}
