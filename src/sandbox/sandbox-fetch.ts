import { type Clock, platformClock } from "./engine/clock.js";
import { createEngine } from "./engine/engine.js";
import type { SandboxRequest } from "./engine/received.js";
import { createSequence } from "./engine/sequence.js";
import { SCENARIOS, type Scenario } from "./scenarios.js";

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
  const nextScenario = createSequence(scenario);
  const { fetch, requests } = createEngine({
    basePath,
    now,
    nextId: () => crypto.randomUUID(),
    begin() {
      const settings = nextScenario();
      const { play } = SCENARIOS[settings.scenario];
      return (request, operation) =>
        play({ request, operation, settings, clock: { now, schedule } });
    },
  });
  return Object.assign(fetch, { requests });
}
