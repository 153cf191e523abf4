import { unlessAborted } from "../abort.js";

/**
 * Runs an operation with a signal that aborts after `timeoutMs`, with what `createReason` returns. Also stops waiting for
 * an operation that ignores signals.
 */
export async function withTimeout<Value>(
  timeoutMs: number,
  createReason: () => Error,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(createReason()), timeoutMs);
  try {
    return await unlessAborted(run(signal), signal);
  } finally {
    clearTimeout(timer);
  }
}
