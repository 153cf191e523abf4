export {
  createSandboxFetch,
  type SandboxFetch,
  type SandboxOptions,
  type SandboxRequest,
} from "./sandbox-fetch.js";
export type {
  FailureScenario,
  LinkScenario,
  NotNowScenario,
  PlainScenario,
  Scenario,
  ScenarioName,
  ScenarioSettings,
  SlowScenario,
} from "./scenario.js";
export { scenarios } from "./scenarios.js";
