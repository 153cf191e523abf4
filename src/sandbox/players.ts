import { examples } from "../../generated/examples.js";
import { RETRY_AFTER_HEADER } from "../wire/headers.js";
import type { Clock } from "./clock.js";
import { encoded, faultReply, linkReply, type Reply } from "./reply.js";
import type { AnySettings, ScenarioName } from "./scenario.js";
import { slowly } from "./slowly.js";

/** Answers a request as one scenario has it. Throws, or rejects, as `fetch` does when there is no answer. */
export type Player = (
  request: Request,
  settings: AnySettings,
  clock: Clock,
) => Reply | Promise<never>;

const PROXY_URL = "https://proxy.contoso.example/sign-in";
const PROXY_PAGE: Reply = {
  status: 200,
  headers: { "Content-Type": "text/html" },
  body: encoded("<!doctype html>\n<title>Contoso proxy</title>\n<h1>Sign in</h1>\n"),
};

export const players: Readonly<Record<ScenarioName, Player>> = {
  link: (request, { reply, isMfaCompliant }) => linkReply(request, reply, isMfaCompliant),
  "office-portal-link": (request) => linkReply(request, examples.RelationshipRequestOfficePortal),
  unauthorized: (request) => faultReply(request, 401, examples.AccessDenied),
  "mfa-required": (request) => faultReply(request, 401, examples.MfaRequired),
  "mfa-required-2019": mfaRequiredIn2019,
  "app-only": (request) => faultReply(request, 403, examples.AppOnlyToken),
  "bad-request": (request) => faultReply(request, 400, examples.InvalidInput),
  "not-found": (request) => faultReply(request, 404, examples.TenantNotFound),
  throttled,
  failure: (request, { status = 500, fault = examples.ServiceFailure }) =>
    faultReply(request, status, fault),
  unavailable: (request, settings, clock) =>
    faultReply(request, 503, examples.GatewayUnavailable, retryAfter(settings, clock)),
  slow(request, { ms = 1000 }, clock) {
    const link = linkReply(request);
    return { ...link, body: slowly(link.body, ms, request.signal, clock) };
  },
  "html-page": () => PROXY_PAGE,
  empty: (request) => ({ ...linkReply(request), body: encoded("") }),
  truncated(request) {
    const link = linkReply(request);
    return { ...link, body: link.body.slice(0, link.body.length / 2) };
  },
  redirect: redirected,
  "dropped-connection": () => {
    throw networkError("The sandbox dropped the connection.");
  },
  "no-answer": untilAborted,
};

function mfaRequiredIn2019(): Reply {
  return {
    status: 401,
    statusText: "Unauthorized - MFA required",
    headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' },
    // A stream has no length, so that a server sends it in chunks, as the service did.
    body: new ReadableStream({ start: (controller) => controller.close() }),
  };
}

function throttled(request: Request, settings: AnySettings, clock: Clock): Reply {
  const { retryAfter: seconds = 57 } = settings;
  const { statusCode, message } = examples.RateLimitExceeded;
  const fault = {
    statusCode,
    message:
      seconds === "none"
        ? message.replace(/ Try.*/, "")
        : message.replace(/\d+/, () => String(seconds)),
  };
  return faultReply(request, 429, fault, retryAfter({ ...settings, retryAfter: seconds }, clock));
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
function redirected({ redirect }: Request): Reply {
  switch (redirect) {
    case "follow":
      return { ...PROXY_PAGE, url: PROXY_URL };
    case "error":
      throw networkError("unexpected redirect");
    case "manual":
      return { status: 302, headers: { Location: PROXY_URL } };
  }
}

function networkError(message: string): TypeError {
  return new TypeError("fetch failed", { cause: new Error(message) });
}

function untilAborted({ signal }: Request): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
