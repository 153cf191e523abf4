import { examples } from "../../generated/examples.js";
import type { Operation } from "../../generated/operations.js";
import { RETRY_AFTER_HEADER } from "../wire/headers.js";
import type { Clock } from "./clock.js";
import { linkAskedFor } from "./link-reply.js";
import { encoded, exampleOf, faultReply, type Reply, repliesOf, successReply } from "./reply.js";
import type { AnySettings, ScenarioName } from "./scenario.js";
import { slowly } from "./slowly.js";
import { rateLimitExceeded } from "./throttling.js";

/** What there is to play with: a request that the service would answer, and how. */
export interface Play {
  readonly request: Request;
  readonly operation: Operation;
  readonly settings: AnySettings;
  readonly clock: Clock;
}

/** Answers a request as one scenario has it. Throws, or rejects, as `fetch` does when there is no answer. */
export type Player = (play: Play) => Reply | Promise<never>;

const PROXY_URL = "https://proxy.contoso.example/sign-in";
const proxyPage = (): Reply => ({
  status: 200,
  headers: { "Content-Type": "text/html" },
  body: encoded("<!doctype html>\n<title>Contoso proxy</title>\n<h1>Sign in</h1>\n"),
});

export const players: Readonly<Record<ScenarioName, Player>> = {
  link: ({ request, operation, settings: { reply, status, isMfaCompliant } }) => {
    const body = reply ?? linkAskedFor(request, operation);
    return successReply(request, operation, { body, status, isMfaCompliant });
  },
  "office-portal-link": ({ request, operation }) =>
    successReply(request, operation, { body: officePortalLink(operation) }),
  unauthorized: ({ request }) => faultReply(request, 401, examples.AccessDenied),
  "mfa-required": ({ request }) => faultReply(request, 401, examples.MfaRequired),
  "mfa-required-2019": mfaRequiredIn2019,
  "app-only": ({ request }) => faultReply(request, 403, examples.AppOnlyToken),
  "bad-request": ({ request, operation }) =>
    faultReply(request, 400, describedFault(operation, 400, examples.InvalidInput)),
  "not-found": ({ request, operation }) =>
    faultReply(request, 404, describedFault(operation, 404, examples.TenantNotFound)),
  throttled,
  failure: ({ request, operation, settings: { status = 500, fault } }) =>
    faultReply(
      request,
      status,
      fault ?? describedFault(operation, status, examples.ServiceFailure),
    ),
  unavailable: ({ request, settings, clock }) =>
    faultReply(request, 503, examples.GatewayUnavailable, retryAfter(settings, clock)),
  slow({ request, operation, settings: { ms = 1000 }, clock }) {
    const success = successReply(request, operation, { body: linkAskedFor(request, operation) });
    return { ...success, body: slowly(success.body, ms, request.signal, clock) };
  },
  "html-page": proxyPage,
  empty: ({ request, operation }) => ({ ...successReply(request, operation), body: encoded("") }),
  truncated({ request, operation }) {
    const success = successReply(request, operation);
    return { ...success, body: success.body.slice(0, success.body.length / 2) };
  },
  redirect: redirected,
  "dropped-connection": () => {
    throw networkError("The sandbox dropped the connection.");
  },
  "no-answer": untilAborted,
};

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
