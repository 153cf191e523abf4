import type { paths } from "../generated/openapi.js";
import { checkedBaseUrl } from "./base-url.js";
import { type CloudName, cloudNamed } from "./clouds.js";
import type { GetToken, TokenCredential } from "./credential.js";
import { expected } from "./expected.js";
import { bearerAuth } from "./middleware/bearer-auth.js";
import { errors } from "./middleware/errors.js";
import { type TrackingHeadersOptions, trackingHeaders } from "./middleware/tracking-headers.js";
import { type Client, createClient } from "./openapi-fetch.js";
import { serializeQuery } from "./query.js";
import { createAttempt, type Fetch } from "./transport/attempt.js";

/** Milliseconds that an attempt may take when `timeoutMs` is not given. */
export const DEFAULT_TIMEOUT_MS = 30_000;

// setTimeout takes a longer time for 1 ms.
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** An openapi-fetch client with the paths of the description, narrowed to JSON. */
export type PartnerCenterClient = Client<paths, "application/json">;

/** Options of {@link createPartnerCenterClient}. */
export interface PartnerCenterClientOptions
  extends Pick<TrackingHeadersOptions, "correlationId" | "cv" | "locale" | "applicationName"> {
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
   * Milliseconds that one attempt may take, from sending the request to the end of the reply's body.
   * Waiting for a token is not part of it; end that with a signal.
   * @default 30_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Sends the requests. Gets a `Request`, and a `RequestInit` with the signal of the attempt.
   * @default the `fetch` that is global when the call is made
   */
  readonly fetch?: Fetch | undefined;
}

/**
 * Creates a client: openapi-fetch with sign-in, tracking ids, a timeout for each attempt and errors that say what to do.
 * Throws `TypeError` for an option that cannot work.
 *
 * @example
 * const client = createPartnerCenterClient({ credential: new InteractiveBrowserCredential({ tenantId, clientId }) });
 * const { url } = await getRelationshipRequestLink(client);
 */
export function createPartnerCenterClient(
  options: PartnerCenterClientOptions,
): PartnerCenterClient {
  const cloud = cloudNamed(options.cloud ?? "global");
  const baseUrl = checkedBaseUrl(options.baseUrl ?? cloud.baseUrl);
  const timeoutMs = checkedTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const send = checkedFetch(options.fetch ?? ((request, init) => globalThis.fetch(request, init)));

  const client: PartnerCenterClient = createClient({
    baseUrl,
    fetch: createAttempt(send, timeoutMs),
    querySerializer: serializeQuery,
    redirect: "manual",
  });
  client.use(
    errors(),
    trackingHeaders(options),
    bearerAuth({
      credential: options.credential,
      scope: cloud.scope,
      origin: new URL(baseUrl).origin,
    }),
  );
  return client;
}

function checkedTimeout(timeoutMs: number): number {
  if (!(typeof timeoutMs === "number" && timeoutMs > 0 && timeoutMs <= LONGEST_TIMEOUT_MS)) {
    throw expected("timeoutMs", `milliseconds from 1 to ${LONGEST_TIMEOUT_MS}`, timeoutMs);
  }
  return timeoutMs;
}

function checkedFetch(fetch: Fetch): Fetch {
  if (typeof fetch !== "function") {
    throw expected("fetch", "a function", fetch);
  }
  return fetch;
}
