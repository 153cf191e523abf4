import { Agent, Pool as Connections, type Dispatcher, ProxyAgent } from "undici";
import { invalidOption, invalidSecretOption } from "../invalid-option.js";
import { isSafeForTokens } from "../wire/base-url.js";
import { type NamedProxy, PROXY_URL, proxyFor, proxyUrl } from "./proxy.js";
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
   * @default what `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` say, each in capitals or not, when an origin is
   * first called
   */
  readonly proxy?: string | false | undefined;
}

/** Connections, by where they lead. */
export interface Pool {
  /** Throws `TypeError` when the environment names a proxy for this origin that cannot be one. */
  dispatcherFor(origin: string): Dispatcher;
  close(): Promise<void>;
}

const DEFAULT_CONNECTIONS = 50;

/** Makes connections as the options and the environment say. Throws `TypeError` for options that cannot work. */
export function poolOf({ connections = DEFAULT_CONNECTIONS, proxy }: UndiciFetchOptions): Pool {
  if (!(Number.isInteger(connections) && connections > 0)) {
    throw invalidOption("connections", "a whole number from 1 on", connections);
  }
  const given = givenProxy(proxy);
  const direct = new Agent({ connections });
  const byOrigin = new Map<string, Dispatcher>();
  const byProxy = new Map<string, Dispatcher>();
  let closing: Promise<unknown> | undefined;

  const chosen = (address: URL): Dispatcher => {
    const named = proxy === undefined ? proxyFor(address, process.env) : given;
    // A token may go over plain http inside this machine only, and a proxy is elsewhere.
    if (named === undefined || (address.protocol === "http:" && isSafeForTokens(address))) {
      return direct;
    }
    const uri = proxyUrl(named);
    const dispatcher = byProxy.get(uri) ?? through({ ...named, value: uri }, connections);
    byProxy.set(uri, dispatcher);
    return dispatcher;
  };

  return {
    dispatcherFor(origin) {
      if (closing !== undefined) {
        return direct;
      }
      const dispatcher = byOrigin.get(origin) ?? chosen(new URL(origin));
      byOrigin.set(origin, dispatcher);
      return dispatcher;
    },
    async close() {
      closing ??= Promise.all([direct, ...byProxy.values()].map((one) => one.close()));
      await closing;
    },
  };
}

function givenProxy(proxy: unknown): NamedProxy | undefined {
  if (proxy === undefined || proxy === false) {
    return undefined;
  }
  if (typeof proxy !== "string") {
    throw invalidSecretOption("proxy", PROXY_URL, proxy);
  }
  return { name: "proxy", value: proxyUrl({ name: "proxy", value: proxy }) };
}

function through({ name, value: uri }: NamedProxy, connections: number): Dispatcher {
  const { username, password } = new URL(uri);
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return new ProxyAgent({
    uri,
    connections,
    // undici sends a user name with a password alone.
    ...(pair !== ":" && { token: `Basic ${Buffer.from(pair).toString("base64")}` }),
    clientFactory: (origin: URL, options: object) =>
      withTunnelLimit(new Connections(origin, options), name),
  });
}
