import type { RetryEvent } from "../../transport/retry.js";
import type { Shell } from "../shell.js";

/** Says what a command waits for, while it waits. */
export interface Waiting {
  /** Is told of each wait. */
  retry(event: RetryEvent): void;
  /** The wait that ends last, with its seconds counted down; undefined when nothing waits. */
  words(): string | undefined;
}

export function createWaiting({ elapsed }: Pick<Shell, "elapsed">): Waiting {
  let last: { readonly until: number; readonly event: RetryEvent } | undefined;
  return {
    retry(event) {
      const until = elapsed() + event.waitMs;
      if (until > (last?.until ?? 0)) {
        last = { until, event };
      }
    },
    words() {
      const leftMs = last === undefined ? 0 : last.until - elapsed();
      return last !== undefined && leftMs > 0
        ? `${cause(last.event)}, attempt ${last.event.attempt + 1} in ${Math.ceil(leftMs / 1000)} s`
        : undefined;
    },
  };
}

function cause({ reason, isOfAnotherCall }: RetryEvent): string {
  const what =
    reason === "network" ? "no reply" : reason === "timeout" ? "no reply in time" : reason;
  return isOfAnotherCall ? `${what} for another call` : String(what);
}
