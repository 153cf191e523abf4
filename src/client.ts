import type { paths } from "../generated/openapi.js";
import { invalidOption, invalidSecretOption } from "./invalid-option.js";
import { createMethods, type Methods } from "./methods.js";
import { createSignIn } from "./middleware/bearer-auth.js";
import { outcomes } from "./middleware/outcomes.js";
import { type TrackingHeadersOptions, trackingHeaders } from "./middleware/tracking-headers.js";
import { type Client, createClient, serializePath, serializeQuery } from "./openapi-fetch.js";
import { type CloudName, cloudNamed } from "./token/clouds.js";
import type { GetToken, TokenCredential } from "./token/credential.js";
import { explainToken } from "./token/explain-token.js";
import { createAttempt } from "./transport/attempt.js";
import { delay } from "./transport/delay.js";
import type { Fetch } from "./transport/fetch.js";
import { type OnAttempt, observed } from "./transport/observe.js";
import { createRetry, type RetryClock, type RetryOptions } from "./transport/retry.js";
import { checkedRetry, LONGEST_TIMER_MS } from "./transport/retry-options.js";
import { checkedBaseUrl } from "./wire/base-url.js";
import { createDescribeCall } from "./wire/call-context.js";
import { explainLoss } from "./wire/operation.js";

/** Milliseconds that an attempt may take when `timeoutMs` is not given. */
export const DEFAULT_TIMEOUT_MS = 30_000;

/** Additional paths: none. */
export type NoPaths = Record<never, never>;

/** The paths of the description with additional ones; a path that both have gains the methods that are added. */
type PathsWith<MorePaths> = [keyof MorePaths] extends [never]
  ? paths
  : {
      [Path in keyof paths | keyof MorePaths]: Path extends keyof MorePaths
        ? Path extends keyof paths
          ? Omit<paths[Path], keyof MorePaths[Path]> & MorePaths[Path]
          : MorePaths[Path]
        : Path extends keyof paths
          ? paths[Path]
          : never;
    };

/**
 * A client: a method for each operation of the description, by its `operationId`, and the raw client of openapi-fetch
 * (`GET`, `POST`, `use` and so on), narrowed to JSON.
 */
export type PartnerCenterClient<MorePaths extends object = NoPaths> = Client<
  PathsWith<MorePaths>,
  "application/json"
> &
  Methods;

/** Options of {@link createPartnerCenterClient}. */
export interface PartnerCenterClientOptions extends Omit<TrackingHeadersOptions, "randomUUID"> {
  /** Where access tokens of a signed-in user come from. */
  readonly credential: TokenCredential | GetToken;
  /**
   * The national cloud, which gives base URL and scope.
   * @default "global"
   */
  readonly cloud?: CloudName | undefined;
  /**
   * Base URL of the API, with a path if need be; https, or http on loopback.
   * @default that of the cloud
   */
  readonly baseUrl?: string | undefined;
  /**
   * The delegated permission to ask a token for.
   * @default that of the cloud
   */
  readonly scope?: string | undefined;
  /**
   * Milliseconds that one attempt may take, from sending the request to the end of the reply's body.
   * Waiting for a token is not part of it; end that with a signal.
   * @default 30_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * When and how often a call is sent again after no reply, a timeout, or a status that may pass; `false` for never.
   * @default up to three times
   */
  readonly retry?: RetryOptions | false | undefined;
  /** Is told of each attempt when it has ended, for logs. What it throws ends the call. */
  readonly onAttempt?: OnAttempt | undefined;
  /**
   * Sends the requests. Gets a `Request`, and a `RequestInit` with the signal of the attempt.
   * @default the `fetch` that is global when the call is made
   */
  readonly fetch?: Fetch | undefined;
}

/**
 * Creates a client with a method for each operation, sign-in, tracking ids, retries, a timeout for each attempt and errors
 * that say what to do. `MorePaths` types additional paths of Partner Center for its raw client.
 * Throws `TypeError` for an invalid option.
 *
 * @example
 * const client = createPartnerCenterClient({ credential: new InteractiveBrowserCredential({ tenantId, clientId }) });
 * const { url } = await client.getRelationshipRequestLink();
 */
export function createPartnerCenterClient<MorePaths extends object = NoPaths>(
  options: PartnerCenterClientOptions,
): PartnerCenterClient<MorePaths> {
  const monotonic = () => performance.now();
  return assembleClient(options, { delay, now: Date.now, monotonic, random: Math.random });
}

/** The assembly: what each call gets, in order. */
export function assembleClient<MorePaths extends object = NoPaths>(
  options: PartnerCenterClientOptions,
  clock: RetryClock,
): PartnerCenterClient<MorePaths> {
  if (typeof options !== "object" || options === null) {
    throw invalidSecretOption("options", "an object with a `credential`", options);
  }
  const { cloud = "global", credential, onAttempt } = options;
  const { now, monotonic } = clock;
  const baseUrl = checkedBaseUrl(options.baseUrl ?? cloudNamed(cloud).baseUrl);
  const scope = options.scope ?? cloudNamed(cloud).scope;
  const { origin } = new URL(baseUrl);
  const timeoutMs = checkedTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const retry = checkedRetry(options.retry ?? {});
  const fetch = options.fetch ?? undefined;
  if (fetch !== undefined) {
    checkedFunction("fetch", fetch);
  }

  const describe = createDescribeCall(
    (token) => explainToken(token, cloud, now, scope),
    explainLoss,
  );
  const { middleware: authorization, renewIfRefused } = createSignIn(
    { credential, cloud, scope, origin, now },
    describe,
  );
  const once = createAttempt(fetch, origin, describe);
  const attempt =
    onAttempt === undefined
      ? once
      : observed(once, checkedFunction("onAttempt", onAttempt), monotonic, describe);
  const transport = createRetry({ ...retry, attempt, timeoutMs, clock, describe, renewIfRefused });

  const client: Client<paths, "application/json"> = createClient({
    baseUrl,
    fetch: transport,
    querySerializer: serializeQuery,
    pathSerializer: serializePath,
    redirect: "manual",
  });
  client.use(outcomes(transport, describe), trackingHeaders(options), authorization);
  // `MorePaths` exist for the compiler alone.
  return Object(Object.assign(client, createMethods(client)));
}

function checkedTimeout(timeoutMs: number): number {
  if (!(typeof timeoutMs === "number" && timeoutMs >= 1 && timeoutMs <= LONGEST_TIMER_MS)) {
    throw invalidOption("timeoutMs", `milliseconds from 1 to ${LONGEST_TIMER_MS}`, timeoutMs);
  }
  return timeoutMs;
}

function checkedFunction<Checked>(option: string, value: Checked): Checked {
  if (typeof value !== "function") {
    throw invalidOption(option, "a function", value);
  }
  return value;
}
