import { BlockList, isIP, isIPv6 } from "node:net";
import { invalidSecretOption } from "../invalid-option.js";

/** A proxy as it was named. */
export interface NamedProxy {
  /** The variable or the option that names it. */
  readonly name: string;
  readonly value: string;
}

/** What a proxy is named by. */
export const PROXY_URL = "the URL of an http or https proxy (SOCKS is not known)";

const DEFAULT_PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/**
 * The proxy that the environment names for an address, as curl, Go and proxy-from-env read it: `HTTPS_PROXY` or
 * `HTTP_PROXY` by the scheme of the address, else `ALL_PROXY`, unless `NO_PROXY` has its host; each in small letters
 * first, and as if it were not there while it is empty.
 *
 * @see https://everything.curl.dev/usingcurl/proxies/env.html
 */
export function proxyFor(
  address: URL,
  env: Readonly<Record<string, string | undefined>>,
): NamedProxy | undefined {
  const scheme = address.protocol.slice(0, -1);
  const [proxy] = [`${scheme}_proxy`, "all_proxy"].flatMap((name) => named(name, env));
  const [exceptions] = named("no_proxy", env);
  return exceptions !== undefined && isExcepted(address, exceptions.value) ? undefined : proxy;
}

function named(name: string, env: Readonly<Record<string, string | undefined>>): NamedProxy[] {
  return [name, name.toUpperCase()].flatMap((one) => {
    const value = env[one]?.trim();
    return value ? [{ name: one, value }] : [];
  });
}

/** The URL of a proxy, which may be named without a scheme. Throws `TypeError` for what is none. */
export function proxyUrl({ name, value }: NamedProxy): string {
  const text = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (!URL.canParse(text) || !isProxyUrl(new URL(text))) {
    throw invalidSecretOption(name, PROXY_URL, value);
  }
  return text;
}

function isProxyUrl({ protocol, username, password, pathname, search, hash }: URL): boolean {
  try {
    decodeURIComponent(`${username}:${password}`);
  } catch {
    return false;
  }
  return /^https?:$/.test(protocol) && `${pathname}${search}${hash}` === "/";
}

/**
 * Whether an address is in a list of hosts, their subdomains included, of IP addresses and of networks. As in curl, but
 * that ports count, that `*` counts beside other entries, and that `*.example.com` means the subdomains.
 */
function isExcepted({ hostname, port, protocol }: URL, list: string): boolean {
  const host = withoutRootDot(hostname.replace(/^\[|\]$/g, ""));
  const ports = [undefined, port || DEFAULT_PORTS[protocol]];
  return list.split(/[\s,]+/).some((entry) => {
    // An IPv6 address has colons of its own.
    const [, bracketed, name, at] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
    return ports.includes(at) && isWithin(host, withoutRootDot(bracketed ?? name ?? entry));
  });
}

function isWithin(host: string, entry: string): boolean {
  if (entry === "*" || entry === "") {
    return entry === "*";
  }
  if (isIP(host)) {
    return isInNetwork(host, entry);
  }
  return entry.startsWith("*.")
    ? host.endsWith(entry.slice(1))
    : `.${host}`.endsWith(`.${entry.replace(/^\./, "")}`);
}

/** Whether an IP address is the one of an entry, or in its network; a mapped IPv6 address is in no network of IPv4. */
function isInNetwork(host: string, entry: string): boolean {
  const [, address = entry, bits] = /^(.*)\/(\d+)$/.exec(entry) ?? [];
  const all = isIPv6(address) ? 128 : 32;
  const network = new BlockList();
  try {
    // curl reads no bits as the address alone.
    network.addSubnet(address, Number(bits ?? all) || all, familyOf(address));
    return familyOf(host) === familyOf(address) && network.check(host, familyOf(host));
  } catch {
    return false;
  }
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}

/** Returns a host in lower case, without the dot of the root. */
function withoutRootDot(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}
