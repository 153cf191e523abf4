import { invalidOption, invalidSecretOption } from "../invalid-option.js";
import { type CloudName, cloudNamed } from "../token/clouds.js";
import { delay } from "../transport/delay.js";
import type { Fetch } from "../transport/fetch.js";
import { LONGEST_TIMER_MS } from "../transport/retry-options.js";
import { checkedBaseUrl } from "../wire/base-url.js";

/** Waits so many milliseconds; rejects with the reason of the signal once that is aborted. */
export type Wait = (ms: number, signal?: AbortSignal | undefined) => Promise<void>;

/** Options of everything that signs in. */
export interface SignInOptions {
  /** The partner's tenant: its id, or a domain name of it. */
  readonly tenantId: string;
  /** The id of the app registration (application id). */
  readonly clientId: string;
  /**
   * The national cloud, which gives authority and scope.
   * @default "global"
   */
  readonly cloud?: CloudName | undefined;
  /**
   * Where users of the cloud sign in; https, or http on loopback.
   * @default that of the cloud
   */
  readonly authority?: string | undefined;
  /**
   * The delegated permissions to ask for, with a space between.
   * @default what `getToken` is asked for, else the scope of the cloud
   */
  readonly scope?: string | undefined;
  /**
   * Sends the requests to the authority.
   * @default the `fetch` that is global when the request is made
   */
  readonly fetch?: Fetch | undefined;
  /**
   * Milliseconds that one request to the authority may take, and so may each function of the options that is waited for.
   * @default 30_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * The clock, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  /**
   * Waits.
   * @default with setTimeout
   */
  readonly wait?: Wait | undefined;
}

/** {@link SignInOptions}, checked and complete. */
export interface SignInSettings {
  readonly tenantId: string;
  readonly clientId: string;
  /** Without trailing slash. */
  readonly authority: string;
  /** The scopes to ask the authority for, when `getToken` is asked for these. */
  readonly scopeFor: (asked: string | readonly string[]) => string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly wait: Wait;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/** Validates the options and applies defaults. Throws `TypeError` for invalid ones. */
export function resolveSettings(options: SignInOptions): SignInSettings {
  const { tenantId, clientId, timeoutMs = DEFAULT_TIMEOUT_MS, now = Date.now } = options;
  const cloud = cloudNamed(options.cloud ?? "global");
  const authority = checkedBaseUrl(options.authority ?? cloud.authority, "authority");
  if (!(isWord(tenantId) && /^[\w-]+(\.[\w-]+)*$/.test(tenantId))) {
    throw invalidOption("tenantId", "the id or a domain name of a tenant", tenantId);
  }
  if (!isWord(clientId)) {
    throw invalidOption("clientId", "the id of an app registration", clientId);
  }
  if (options.scope !== undefined && !(typeof options.scope === "string" && options.scope.trim())) {
    throw invalidOption("scope", "scopes with a space between", options.scope);
  }
  if (!(typeof timeoutMs === "number" && timeoutMs >= 1 && timeoutMs <= LONGEST_TIMER_MS)) {
    throw invalidOption("timeoutMs", `milliseconds from 1 to ${LONGEST_TIMER_MS}`, timeoutMs);
  }
  checkFunctions(options, ["fetch", "now", "wait"]);
  return {
    tenantId,
    clientId,
    authority,
    scopeFor: (asked) => {
      const scopes = splitScopes(options.scope ?? asked);
      return scopeText(scopes.length > 0 ? scopes : splitScopes(cloud.scope));
    },
    fetch: options.fetch ?? ((request, init) => globalThis.fetch(request, init)),
    timeoutMs,
    now,
    wait: options.wait ?? ((ms, signal = new AbortController().signal) => delay(ms, signal)),
  };
}

/** Throws `TypeError` for what is no text, or was read with a line end still on it. */
export function checkSecret(option: string, value: unknown): asserts value is string {
  if (!isWord(value)) {
    throw invalidSecretOption(option, "text without white space", value);
  }
}

/** Throws `TypeError` for options that are given but no functions. */
export function checkFunctions<Options extends object>(
  options: Options,
  names: ReadonlyArray<keyof Options & string>,
): void {
  for (const name of names) {
    const value: unknown = options[name];
    if (value !== undefined && typeof value !== "function") {
      throw invalidSecretOption(name, "a function", value);
    }
  }
}

function splitScopes(texts: string | readonly string[]): string[] {
  return [texts]
    .flat()
    .flatMap((text) => text.split(/\s+/))
    .filter((word) => word !== "");
}

/** Each scope once, with the one that brings a refresh token, and without the one that brings an unread ID token. */
function scopeText(scopes: readonly string[]): string {
  return [...new Set([...scopes, "offline_access"])]
    .filter((scope) => scope !== "openid")
    .join(" ");
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && /^\S+$/.test(value);
}
