import type { components } from "../../generated/openapi.js";

/** A scenario without settings of its own. */
export interface PlainScenario {
  /** Its name; {@link scenarios} says what each does. */
  readonly scenario:
    | "office-portal-link"
    | "unauthorized"
    | "mfa-required"
    | "mfa-required-2019"
    | "app-only"
    | "bad-request"
    | "not-found"
    | "html-page"
    | "empty"
    | "truncated"
    | "redirect"
    | "dropped-connection"
    | "no-answer";
}

/** Success: for the operation that gets the link, 200 and a link. */
export interface LinkScenario {
  /** Its name. */
  readonly scenario: "link";
  /**
   * The body.
   * @default the first example that the description has for the operation: of the link, one to the admin center
   */
  readonly reply?: Partial<components["schemas"]["RelationshipRequest"]> | undefined;
  /** @default the first status of success that the description has for the operation */
  readonly status?: number | undefined;
  /**
   * What to say to a request that has `ValidateMfa: true`.
   * @default true
   */
  readonly isMfaCompliant?: boolean | undefined;
}

/** A failure of any status. */
export interface FailureScenario {
  /** Its name. */
  readonly scenario: "failure";
  /** @default 500 */
  readonly status?: number | undefined;
  /**
   * The body. One with `statusCode` comes from the gateway, and so without `MS-` headers.
   * @default the first example that the description has for the operation and the status, else of a failure inside the service
   */
  readonly fault?: components["schemas"]["Fault"] | undefined;
}

/** The gateway's "not now": throttled is 429, unavailable is 503. */
export interface NotNowScenario {
  /** Its name. */
  readonly scenario: "throttled" | "unavailable";
  /**
   * Seconds for `Retry-After`, or "none" to leave it out.
   * @default 57 when throttled, "none" when unavailable
   */
  readonly retryAfter?: number | "none" | undefined;
  /**
   * Whether `Retry-After` is an HTTP date instead of seconds.
   * @default false
   */
  readonly asDate?: boolean | undefined;
}

/** 200 and a link whose second half comes late. */
export interface SlowScenario {
  /** Its name. */
  readonly scenario: "slow";
  /**
   * Milliseconds between the halves.
   * @default 1000
   */
  readonly ms?: number | undefined;
}

/** A scenario with its settings. */
export type ScenarioSettings =
  | PlainScenario
  | LinkScenario
  | FailureScenario
  | NotNowScenario
  | SlowScenario;

/** The names of all scenarios. */
export type ScenarioName = ScenarioSettings["scenario"];

/** What the sandbox answers to a request that the service would accept; see {@link scenarios}. */
export type Scenario = ScenarioName | ScenarioSettings;

/** The settings of a scenario, whichever it is. */
export type AnySettings = { readonly scenario: ScenarioName } & WithoutName<LinkScenario> &
  WithoutName<FailureScenario> &
  WithoutName<NotNowScenario> &
  WithoutName<SlowScenario>;

type WithoutName<Settings> = Omit<Settings, "scenario">;
