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

/** Whether an address is in a list of hosts, those below them included, of IP addresses and of networks. */
function isExcepted({ hostname, port, protocol }: URL, list: string): boolean {
  const host = withoutDots(hostname.replace(/^\[|\]$/g, ""));
  const ports = [undefined, port || DEFAULT_PORTS[protocol]];
  return list.split(/[\s,]+/).some((entry) => {
    // An IPv6 address has colons of its own.
    const [, bracketed, name, at] = /^(?:\[(.*)\]|([^:]*))(?::(\d+))?$/.exec(entry) ?? [];
    return ports.includes(at) && isWithin(host, withoutDots(bracketed ?? name ?? entry));
  });
}

function isWithin(host: string, entry: string): boolean {
  if (entry === "*" || entry === "") {
    return entry === "*";
  }
  return isIP(host)
    ? (networkOf(entry)?.check(host, familyOf(host)) ?? false)
    : `.${host}`.endsWith(`.${entry}`);
}

/** The addresses that an entry means; undefined for one that is neither an address nor a network. */
function networkOf(entry: string): BlockList | undefined {
  const [, address = entry, bits] = /^(.*)\/(\d+)$/.exec(entry) ?? [];
  const network = new BlockList();
  try {
    network.addSubnet(address, Number(bits ?? (isIPv6(address) ? 128 : 32)), familyOf(address));
    return network;
  } catch {
    return undefined;
  }
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}

/** A host in small letters, without what stands for those below it, and without the dot of the root. */
function withoutDots(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\*?\./, "")
    .replace(/\.$/, "");
}
