import type { Dispatcher } from "undici";

/** Milliseconds that a proxy may take to open a tunnel; undici gives a direct connection as long. */
const LONGEST_CONNECT_MS = 10_000;

/**
 * Lets a proxy open a tunnel, or fail to, once: undici takes a socket that breaks meanwhile for a reason to try again
 * at once and for ever, and waits without end for a proxy that is silent.
 */
export function withTunnelLimit<Proxy extends Dispatcher>(
  proxy: Proxy,
  longestMs = LONGEST_CONNECT_MS,
): Proxy {
  const connect = proxy.connect.bind(proxy);
  return Object.assign(proxy, {
    async connect(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> {
      const signal = AbortSignal.timeout(longestMs);
      try {
        return await connect({ ...options, signal });
      } catch (cause) {
        const limit = `the proxy opened no tunnel within ${longestMs} ms`;
        throw signal.aborted
          ? new Error(limit)
          : new Error("the proxy opened no tunnel", { cause });
      }
    },
  });
}
