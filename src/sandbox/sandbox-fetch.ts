import { type Clock, platformClock } from "./clock.js";
import { players } from "./players.js";
import { routed } from "./refusal.js";
import { responseTo } from "./reply.js";
import type { Scenario } from "./scenario.js";
import { createScript } from "./script.js";

/** A request as it arrived. */
export interface SandboxRequest {
  readonly method: string;
  readonly url: string;
  /** Lower-case names; of `authorization` the word Bearer at most. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body: parsed where it is JSON, else its text; undefined when there was none. */
  readonly body?: unknown;
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
 * Plays the service in this process: a `fetch` that sends nothing, for tests. Every operation of the description is
 * answered with its first example.
 * A list of scenarios has one for each request; the last repeats. A request that the service would refuse gets
 * that refusal and uses its scenario up: 404 for a path or version that the description does not have, 405 for another
 * method, 401 without a token, 403 and 401 for a JWT whose claims show an app alone, where that does not do, or a sign-in
 * without multifactor authentication, and 406 where only XML is accepted. Any token that is no JWT will do.
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
    const { refusal, operation } = routed(request, basePath);
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

async function received(request: Request): Promise<SandboxRequest> {
  const { method, url, headers } = request;
  const entries = Array.from(headers, ([name, value]) => [
    name,
    name === "authorization" ? value.replace(/^(Bearer )?.*/i, "$1[redacted]") : value,
  ]);
  const body = request.body === null ? {} : { body: parsed(await request.clone().text()) };
  return { method, url, headers: Object.fromEntries(entries), ...body };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
