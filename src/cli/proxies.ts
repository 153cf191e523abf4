import { type CloudName, clouds } from "../token/clouds.js";
import { type NamedProxy, proxyFor, proxyUrl } from "../undici/proxy.js";
import { usageFailure } from "./command-failure.js";
import { messageOf } from "./error-code.js";
import type { CallSettings } from "./parser/settings.js";
import type { Shell } from "./shell.js";

/** What decides on the way of a command's requests. */
export interface ProxySettings extends Pick<CallSettings, "baseUrl" | "authority" | "proxy"> {
  readonly cloud: CloudName;
  /** Whether the authority may be asked for a token. */
  readonly signsIn: boolean;
}

/** Where a command may send requests to, for signing in and for what it is about. */
function addressesOf({ baseUrl, authority, cloud, signsIn }: ProxySettings): URL[] {
  const { [cloud]: standard } = clouds;
  const authorities = signsIn ? [authority ?? standard.authority] : [];
  const addresses = new Set([...authorities, baseUrl ?? standard.baseUrl]);
  return [...addresses].map((address) => new URL(address));
}

/** The proxy for an address: that of `--proxy`, else that of the environment; undefined for none. */
function chosenProxy(
  address: URL,
  { proxy }: ProxySettings,
  env: Shell["env"],
): NamedProxy | undefined {
  // Plain http stays in this machine.
  if (proxy === false || address.protocol === "http:") {
    return undefined;
  }
  return proxy === undefined ? proxyFor(address, env) : { name: "--proxy", value: proxy };
}

/**
 * Has all requests of this process take the way that the settings and the environment say. Throws the failure that says
 * which proxy is needed, and cannot be one.
 */
export async function useProxies(settings: ProxySettings, { env }: Shell): Promise<void> {
  const proxies = addressesOf(settings).flatMap((one) => chosenProxy(one, settings, env) ?? []);
  try {
    proxies.forEach(proxyUrl);
  } catch (error) {
    throw usageFailure(messageOf(error));
  }
  if (proxies.length > 0) {
    // Only here, as it takes as long to load as all else.
    const { createUndiciFetch } = await import("../undici/index.js");
    globalThis.fetch = createUndiciFetch({ proxy: settings.proxy });
  }
}

/** Which proxies are used for what, and why; without user names and passwords. */
export function proxyWords(settings: ProxySettings, { env }: Shell): string[] {
  return addressesOf(settings).flatMap((address) => {
    const proxy = chosenProxy(address, settings, env);
    return proxy === undefined
      ? []
      : [`${new URL(proxyUrl(proxy)).origin} for ${address.host}, as ${proxy.name} says`];
  });
}
