import { Agent, Pool as Connections, type Dispatcher, EnvHttpProxyAgent, ProxyAgent } from "undici";
import { expected, expectedSecret } from "../expected.js";
import { isSafeForTokens } from "../wire/base-url.js";
import { withTunnelLimit } from "./tunnel.js";

/** How `createUndiciFetch` makes and keeps connections. */
export interface UndiciFetchOptions {
  /**
   * Most connections to one origin. Requests beyond them wait for one to be free.
   * @default 50
   */
  readonly connections?: number | undefined;
  /**
   * URL of the HTTP proxy that all requests go through, with user name and password if need be; `false` for none.
   * @default what `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` say, each in capitals or not
   */
  readonly proxy?: string | false | undefined;
}

/** Connections, by where they lead. */
export interface Pool {
  dispatcherFor(origin: string): Dispatcher;
  close(): Promise<void>;
}

const DEFAULT_CONNECTIONS = 50;
const PROXY_VARIABLES = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"];

/** Makes connections as the options and the environment say. Throws `TypeError` for what cannot work. */
export function poolOf({ connections = DEFAULT_CONNECTIONS, proxy }: UndiciFetchOptions): Pool {
  if (!(Number.isInteger(connections) && connections > 0)) {
    throw expected("connections", "a whole number from 1 on", connections);
  }
  const direct = new Agent({ connections });
  const dispatcher = proxied(connections, proxy) ?? direct;
  let closing: Promise<unknown> | undefined;

  return {
    // A token may go over plain http inside this machine only, and a proxy is elsewhere.
    dispatcherFor: (origin) =>
      dispatcher !== direct && origin.startsWith("http:") && isSafeForTokens(new URL(origin))
        ? direct
        : dispatcher,
    async close() {
      closing ??= Promise.all([...new Set([direct, dispatcher])].map((one) => one.close()));
      await closing;
    },
  };
}

function proxied(connections: number, proxy: string | false | undefined): Dispatcher | undefined {
  if (proxy === false) {
    return undefined;
  }
  const clientFactory = (origin: URL, options: object) =>
    withTunnelLimit(new Connections(origin, options));
  if (proxy !== undefined) {
    return new ProxyAgent({ uri: checkedProxy("proxy", proxy), connections, clientFactory });
  }
  const variables = PROXY_VARIABLES.filter((name) => process.env[name]);
  for (const name of variables) {
    checkedProxy(name, process.env[name]);
  }
  return variables.length === 0 ? undefined : new EnvHttpProxyAgent({ connections, clientFactory });
}

function checkedProxy(name: string, proxy: unknown): string {
  if (typeof proxy !== "string" || !isProxyUrl(proxy)) {
    throw expectedSecret(name, "the http or https URL of a proxy", proxy);
  }
  return proxy;
}

function isProxyUrl(text: string): boolean {
  try {
    const { protocol, username, password, pathname, search, hash } = new URL(text);
    // undici decodes each of them by itself.
    decodeURIComponent(username);
    decodeURIComponent(password);
    return /^https?:$/.test(protocol) && `${pathname}${search}${hash}` === "/";
  } catch {
    return false;
  }
}
