import { type Scenario, type ScenarioName, scenarios } from "../index.js";

/** Reads scenarios from text: a name, several with commas between them, or JSON. Throws `TypeError` for anything else. */
export function scenariosIn(text: string): Scenario[] {
  return /^\s*[[{]/.test(text) ? parsed(text) : text.split(",").map((name) => named(name.trim()));
}

function parsed(json: string): Scenario[] {
  try {
    return [JSON.parse(json)].flat();
  } catch {
    throw new TypeError(`Expected the scenario to be JSON or names, got ${json}.`);
  }
}

function named(name: string): ScenarioName {
  if (!isScenarioName(name)) {
    throw new TypeError(
      `Expected the scenario to be one of ${Object.keys(scenarios).join(", ")}, got "${name}".`,
    );
  }
  return name;
}

function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}
