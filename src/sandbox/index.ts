/**
 * Plays the service in this process, for tests: with a memory ({@link createSandbox}), or one answer after the other
 * ({@link createSandboxFetch}).
 *
 * @module partner-center-client/sandbox
 */

export type { Acceptance } from "./acceptance.js";
export type { SandboxDelivery } from "./delivery.js";
export type { SandboxEvent } from "./event.js";
export type { SandboxRequest } from "./received.js";
export { createSandbox, type Sandbox } from "./sandbox.js";
export { createSandboxFetch, type SandboxFetch, type SandboxOptions } from "./sandbox-fetch.js";
export type {
  CreateSandboxOptions,
  SandboxAgreement,
  SandboxPartner,
  SandboxReseller,
} from "./sandbox-options.js";
export type { SandboxTrust } from "./sandbox-trust.js";
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
