import { invalidOption } from "../../invalid-option.js";
import { type AnySettings, SCENARIOS, type Scenario, type ScenarioSettings } from "../scenarios.js";

// setTimeout takes a longer time for 1 ms.
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Creates the function that returns the next scenario, and the last one for ever.
 * Throws `TypeError` for one that cannot be played.
 */
export function createSequence(scenario: Scenario | readonly Scenario[]): () => ScenarioSettings {
  const upcoming = [scenario]
    .flat()
    .map((entry) => checked(typeof entry === "string" ? { scenario: entry } : entry));
  if (upcoming.length === 0) {
    throw invalidOption("scenario", "at least one scenario", scenario);
  }
  let current: ScenarioSettings = { scenario: "link" };
  return () => {
    current = upcoming.shift() ?? current;
    return current;
  };
}

function checked(settings: ScenarioSettings): ScenarioSettings {
  const name: unknown = settings?.scenario;
  if (typeof name !== "string" || !Object.hasOwn(SCENARIOS, name)) {
    throw invalidOption("scenario", `one of ${Object.keys(SCENARIOS).join(", ")}`, name);
  }
  const { status, ms = 0, retryAfter = 0, reply = {}, fault = {} }: AnySettings = settings;
  const [least, most] = name === "failure" ? ([400, 599] as const) : ([200, 299] as const);
  check(
    "status",
    `a whole number from ${least} to ${most}`,
    status,
    status === undefined || isWhole(status, least, most),
  );
  check("ms", "whole milliseconds", ms, isWhole(ms, 0, LONGEST_TIMEOUT_MS));
  check(
    "retryAfter",
    'whole seconds or "none"',
    retryAfter,
    retryAfter === "none" || isWhole(retryAfter, 0, LONGEST_TIMEOUT_MS),
  );
  check("reply", "an object", reply, typeof reply === "object" && reply !== null);
  check("fault", "an object", fault, typeof fault === "object" && fault !== null);
  return settings;
}

function check(option: string, what: string, value: unknown, isRight: boolean): void {
  if (!isRight) {
    throw invalidOption(option, what, value);
  }
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
