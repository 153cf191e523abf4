import { type Clock, platformClock } from "./clock.js";
import { players } from "./players.js";
import { received, type SandboxRequest } from "./received.js";
import { routed } from "./refusal.js";
import { responseTo } from "./reply.js";
import type { Scenario } from "./scenario.js";
import { createScript } from "./script.js";

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
   * The clock, in milliseconds since 1970, for `Retry-After` as a date and the expiry of tokens.
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
 * Plays single answers of the service in this process: a `fetch` that sends nothing, for tests. Every operation of the
 * description is answered with its first example, and the link names the tenants that were asked for; it remembers
 * nothing, see {@link createSandbox} for that.
 * A list of scenarios has one for each request; the last repeats. A request that the service would refuse gets
 * that refusal and uses its scenario up: 404 for a path or version that the description does not have, 405 for another
 * method, 401 without a token, 403 and 401 for a JWT whose claims show an app alone, where that does not do, or a sign-in
 * without multifactor authentication, 401 for one that has expired or is meant for another audience, and 406 where only
 * XML is accepted. Any token that is no JWT will do.
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
    requests.push(await received(request));
    const settings = nextScenario();
    const { refusal, operation } = routed(request, basePath, now());
    return responseTo(
      request,
      operation === undefined
        ? refusal
        : await players[settings.scenario]({
            request,
            operation,
            settings,
            clock: { now, schedule },
          }),
    );
  };
  return Object.assign(fetch, { requests });
}
