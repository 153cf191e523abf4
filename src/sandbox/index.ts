/**
 * Plays the service in this process, for tests: with a memory ({@link createSandbox}), or one answer after the other
 * ({@link createSandboxFetch}).
 *
 * @module partner-center-client/sandbox
 */

export type { Acceptance } from "./engine/acceptance.js";
export type { SandboxRequest } from "./engine/received.js";
export { createSandbox, type Sandbox } from "./sandbox.js";
export { createSandboxFetch, type SandboxFetch, type SandboxOptions } from "./sandbox-fetch.js";
export type {
  CreateSandboxOptions,
  SandboxAgreement,
  SandboxPartner,
  SandboxReseller,
} from "./sandbox-options.js";
export type {
  FailureScenario,
  LinkScenario,
  NotNowScenario,
  PlainScenario,
  Scenario,
  ScenarioName,
  ScenarioSettings,
  SlowScenario,
} from "./scenarios.js";
export { scenarios } from "./scenarios.js";
export type { SandboxDelivery } from "./webhooks/delivery.js";
export type { SandboxEvent } from "./webhooks/event.js";
export type { SandboxTrust } from "./webhooks/sandbox-trust.js";
