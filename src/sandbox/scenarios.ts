import { examples } from "../../generated/examples.js";
import type { components } from "../../generated/openapi.js";
import type { Operation } from "../../generated/operations.js";
import { RETRY_AFTER_HEADER } from "../wire/headers.js";
import type { Clock } from "./engine/clock.js";
import {
  encoded,
  exampleOf,
  faultReply,
  type Reply,
  repliesOf,
  successReply,
} from "./engine/reply.js";
import { slowly } from "./engine/slowly.js";
import { rateLimitExceeded } from "./engine/throttling.js";
import { sandboxOperations } from "./operations/index.js";

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

/**
 * What there is to play with: a request that the service would answer, and how.
 *
 * @internal
 */
export interface Play {
  readonly request: Request;
  readonly operation: Operation;
  readonly settings: AnySettings;
  readonly clock: Clock;
}

/**
 * Answers a request as one scenario has it. Throws, or rejects, as `fetch` does when there is no answer.
 *
 * @internal
 */
export type Player = (play: Play) => Reply | Promise<never>;

const PROXY_URL = "https://proxy.contoso.example/sign-in";
const proxyPage = (): Reply => ({
  status: 200,
  headers: { "Content-Type": "text/html" },
  body: encoded("<!doctype html>\n<title>Contoso proxy</title>\n<h1>Sign in</h1>\n"),
});

/**
 * A scenario, as the sandbox plays it.
 *
 * @internal
 */
interface PlayedScenario {
  /** What it answers, in a few words. */
  readonly description: string;
  readonly play: Player;
}

/**
 * Every scenario.
 *
 * @internal
 */
export const SCENARIOS: Readonly<Record<ScenarioName, PlayedScenario>> = {
  link: {
    description: "200 and a link to the admin center, or `reply`",
    play: ({ request, operation, settings: { reply, status, isMfaCompliant } }) => {
      const body = reply ?? exampleFor(request, operation);
      return successReply(request, operation, { body, status, isMfaCompliant });
    },
  },
  "office-portal-link": {
    description: "200 and a link of the form used until 2020",
    play: ({ request, operation }) =>
      successReply(request, operation, { body: officePortalLink(operation) }),
  },
  unauthorized: {
    description: "401, as for a token that has expired",
    play: ({ request }) => faultReply(request, 401, examples.AccessDenied),
  },
  "mfa-required": {
    description: "401, code 900421: a token without multifactor authentication",
    play: ({ request }) => faultReply(request, 401, examples.MfaRequired),
  },
  "mfa-required-2019": {
    description: "401 in the form of 2019: no body, 'MFA required' in the reason phrase",
    play: mfaRequiredIn2019,
  },
  "app-only": {
    description: "403, code 900329: a token of an app without a user",
    play: ({ request }) => faultReply(request, 403, examples.AppOnlyToken),
  },
  "bad-request": {
    description: "400, code 800002: a parameter that the service cannot use",
    play: ({ request, operation }) =>
      faultReply(request, 400, describedFault(operation, 400, examples.InvalidInput)),
  },
  "not-found": {
    description: "404, code 60003: a tenant that nobody knows",
    play: ({ request, operation }) =>
      faultReply(request, 404, describedFault(operation, 404, examples.TenantNotFound)),
  },
  throttled: {
    description: "429 of the gateway with Retry-After (`retryAfter`, `asDate`)",
    play: throttled,
  },
  failure: {
    description: "500, or `status`, with the first example of that status, or `fault`",
    play: ({ request, operation, settings: { status = 500, fault } }) =>
      faultReply(
        request,
        status,
        fault ?? describedFault(operation, status, examples.ServiceFailure),
      ),
  },
  unavailable: {
    description: "503 of the gateway, with Retry-After when asked (`retryAfter`, `asDate`)",
    play: ({ request, settings, clock }) =>
      faultReply(request, 503, examples.GatewayUnavailable, retryAfter(settings, clock)),
  },
  slow: {
    description: "200 and a link whose second half comes after `ms`",
    play({ request, operation, settings: { ms = 1000 }, clock }) {
      const success = successReply(request, operation, { body: exampleFor(request, operation) });
      return { ...success, body: slowly(success.body, ms, request.signal, clock) };
    },
  },
  "html-page": {
    description: "200 and the page of a proxy",
    play: proxyPage,
  },
  empty: {
    description: "200 without a body",
    play: ({ request, operation }) => ({ ...successReply(request, operation), body: encoded("") }),
  },
  truncated: {
    description: "200 and the first half of the JSON",
    play({ request, operation }) {
      const success = successReply(request, operation);
      return { ...success, body: success.body.slice(0, success.body.length / 2) };
    },
  },
  redirect: {
    description: "302 to the page of a proxy on another host",
    play: redirected,
  },
  "dropped-connection": {
    description: "no answer: the connection breaks",
    play: () => {
      throw networkError("The sandbox dropped the connection.");
    },
  },
  "no-answer": {
    description: "no answer until the caller gives up",
    play: untilAborted,
  },
};

/** What each scenario answers, in a few words. */
export const scenarios: Readonly<Record<ScenarioName, string>> = describeAll();

function describeAll(): Readonly<Record<ScenarioName, string>> {
  const entries = Object.entries(SCENARIOS).map(([name, { description }]) => [name, description]);
  // A record of entries cannot express that each scenario has one.
  return Object.fromEntries(entries) as Record<ScenarioName, string>;
}

function exampleFor(request: Request, operation: Operation): unknown {
  return sandboxOperations[operation.operationId]?.example?.(request, operation);
}

/** The operation's first example for a status. */
function describedFault(operation: Operation, status: number, otherwise: object): object {
  const example = exampleOf(operation, status);
  return typeof example === "object" && example !== null ? example : otherwise;
}

/** The older form of the link, for the operation that has it. */
function officePortalLink(operation: Operation): unknown {
  const [success] = operation.successStatuses;
  const described = repliesOf(operation).replies.find(({ status }) => status === success);
  const link = examples.RelationshipRequestOfficePortal;
  return described?.examples.includes(link) ? link : undefined;
}

function mfaRequiredIn2019(): Reply {
  return {
    status: 401,
    statusText: "Unauthorized - MFA required",
    headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' },
    // A stream has no length, so that a server sends it in chunks, as the service did.
    body: new ReadableStream({ start: (controller) => controller.close() }),
  };
}

function throttled({ request, settings, clock }: Play): Reply {
  const { retryAfter: seconds = 57 } = settings;
  return faultReply(
    request,
    429,
    rateLimitExceeded(seconds),
    retryAfter({ ...settings, retryAfter: seconds }, clock),
  );
}

function retryAfter(settings: AnySettings, clock: Clock): Record<string, string> {
  const { retryAfter: seconds = "none", asDate = false } = settings;
  if (seconds === "none") {
    return {};
  }
  const date = new Date(clock.now() + seconds * 1000);
  return { [RETRY_AFTER_HEADER]: asDate ? date.toUTCString() : String(seconds) };
}

/** What `fetch` makes of a redirect is up to the caller. */
function redirected({ request }: Play): Reply {
  switch (request.redirect) {
    case "follow":
      return { ...proxyPage(), url: PROXY_URL };
    case "error":
      throw networkError("unexpected redirect");
    case "manual":
      return { status: 302, headers: { Location: PROXY_URL } };
  }
}

function networkError(message: string): TypeError {
  return new TypeError("fetch failed", { cause: new Error(message) });
}

function untilAborted({ request: { signal } }: Play): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
