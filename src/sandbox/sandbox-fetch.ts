import { type Clock, platformClock } from "./clock.js";
import { players } from "./players.js";
import { refusalOf } from "./refusal.js";
import { responseTo } from "./reply.js";
import type { Scenario } from "./scenario.js";
import { createScript } from "./script.js";

/** A request as it arrived. */
export interface SandboxRequest {
  readonly method: string;
  readonly url: string;
  /** Lower-case names; of `authorization` the word Bearer at most. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A `fetch` behind which the sandbox answers. */
export interface SandboxFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** What has arrived, oldest first. */
  readonly requests: readonly SandboxRequest[];
}

/** Options of {@link createSandboxFetch}. */
export interface SandboxOptions {
  /**
   * What comes before `/v1` in the path of the base URL.
   * @default ""
   */
  readonly basePath?: string | undefined;
  /**
   * The clock, in milliseconds since 1970, for `Retry-After` as a date.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  /**
   * Runs a function some milliseconds later, and returns one that calls it off.
   * @default setTimeout
   */
  readonly schedule?: Clock["schedule"] | undefined;
}

/**
 * Plays the service in this process: a `fetch` that sends nothing, for tests.
 * A list of scenarios has one for each request; the last repeats. A request that the service would refuse gets
 * that refusal and uses its scenario up: 404 for another path or version, 405 for another method than GET, 401 without a
 * token, 403 and 401 for a JWT whose claims show an app alone or a sign-in without multifactor authentication, and 406
 * where only XML is accepted. Any token that is no JWT will do.
 * Throws `TypeError` for a scenario that there is not.
 *
 * @example
 * const fetch = createSandboxFetch(["unavailable", "link"]);
 * const client = createPartnerCenterClient({ credential: () => "any-token", fetch });
 */
export function createSandboxFetch(
  scenario: Scenario | readonly Scenario[] = "link",
  options: SandboxOptions = {},
): SandboxFetch {
  const { basePath = "", now = platformClock.now, schedule = platformClock.schedule } = options;
  const nextScenario = createScript(scenario);
  const requests: SandboxRequest[] = [];

  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    requests.push(received(request));
    const settings = nextScenario();
    const play = () => players[settings.scenario](request, settings, { now, schedule });
    return responseTo(request, refusalOf(request, basePath) ?? (await play()));
  };
  return Object.assign(fetch, { requests });
}

function received({ method, url, headers }: Request): SandboxRequest {
  const entries = Array.from(headers, ([name, value]) => [
    name,
    name === "authorization" ? value.replace(/^(Bearer )?.*/i, "$1[redacted]") : value,
  ]);
  return { method, url, headers: Object.fromEntries(entries) };
}
