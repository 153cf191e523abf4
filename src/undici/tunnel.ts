import type { Dispatcher } from "undici";
import { innermostMessage } from "../failure/failures.js";

/** Milliseconds that a proxy may take to open a tunnel; undici gives a direct connection as long. */
const LONGEST_CONNECT_MS = 10_000;

/**
 * Lets a proxy open a tunnel, or fail to, once: undici takes a socket that breaks meanwhile for a reason to try again
 * at once and for ever, and waits without end for a proxy that is silent. `name` is the variable that names the proxy.
 */
export function withTunnelLimit<Proxy extends Dispatcher>(
  proxy: Proxy,
  name: string,
  longestMs = LONGEST_CONNECT_MS,
): Proxy {
  const connect = proxy.connect.bind(proxy);
  const failure = (why: string) =>
    new Error(`the proxy${name === "proxy" ? "" : ` of \`${name}\``} opened no tunnel${why}`);
  return Object.assign(proxy, {
    async connect(options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> {
      const signal = AbortSignal.timeout(longestMs);
      const data = await connect({ ...options, signal }).catch((cause: unknown) => {
        throw failure(signal.aborted ? ` within ${longestMs} ms` : `: ${innermostMessage(cause)}`);
      });
      if (data.statusCode < 200 || data.statusCode > 299) {
        data.socket.destroy();
        throw failure(`: it answered ${data.statusCode}`);
      }
      // Any 2xx opens a tunnel (RFC 9110, section 9.3.6); undici takes nothing but 200 for one.
      return { ...data, statusCode: 200 };
    },
  });
}
