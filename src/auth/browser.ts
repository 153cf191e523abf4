import { abortReason, unlessAborted } from "../abort.js";
import type { PartnerCenterError } from "../failure/error.js";
import { invalidOption } from "../invalid-option.js";
import { createAuthorization, createAuthorizationRequest } from "./authorization-code.js";
import { builtIn } from "./built-in.js";
import { type ClientAuthenticationOptions, clientAuthentication } from "./client-authentication.js";
import { type DeviceCodeSignIn, requireRefreshToken } from "./device-code.js";
import { resolveSettings, type SignInOptions, type SignInSettings } from "./options.js";
import { listenForRedirect, type Redirected } from "./redirect-listener.js";
import { redirectPage } from "./redirect-page.js";
import { adminConsentUrl, parseRedirectRefusal } from "./redirect-refusal.js";
import { signInError } from "./sign-in-error.js";
import { readUser, type SignedInUser } from "./signed-in-user.js";

const PROMPTS = ["login", "select_account", "consent"] as const;

/** Options of {@link signInWithBrowser}. */
export interface BrowserOptions extends SignInOptions, ClientAuthenticationOptions {
  /** Opens the address in the user's browser, which has to be on this machine, or shows it to the user. */
  readonly onUrl: (url: string) => unknown;
  /** Ends the wait for the user; the sign-in rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** The user name to begin with, such as an e-mail address. */
  readonly loginHint?: string | undefined;
  /**
   * What the user is asked who is signed in already: the password, which account, or consent.
   * @default nothing that is not needed
   */
  readonly prompt?: (typeof PROMPTS)[number] | undefined;
}

/** What a sign-in with a browser gives. Both tokens are secrets. */
export interface BrowserSignIn extends DeviceCodeSignIn {
  /** Who signed in, as the token says. */
  readonly user: SignedInUser;
}

/** Milliseconds that a user has. */
const LIMIT_MS = 300_000;

/**
 * Signs a user in with the browser of this machine, by an authorization code with PKCE, once and for the years after:
 * the refresh token is what stays. Works where Conditional Access blocks device codes. The app registration needs
 * `http://localhost` as a redirect URI of the platform "Mobile and desktop applications", or "Web" for a confidential
 * app. Node, Bun and Deno.
 *
 * It listens on a free port of this machine alone, until it ends: with the first browser that comes back from this
 * sign-in, with `signal`, or after five minutes. The user ends on a page that says so, and has no code in its address.
 *
 * Rejects with `TypeError` for an option that cannot work and where the runtime has no `node:http`, with
 * `PartnerCenterError` when the authority refuses, the user declines, comes too late or is of another tenant, with the
 * reason of `signal`, and with what `onUrl` throws.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export async function signInWithBrowser(options: BrowserOptions): Promise<BrowserSignIn> {
  const { onUrl, signal, loginHint, prompt } = options;
  const settings = resolveSettings(options);
  check(options);
  const { createServer } = builtIn("node:http", "`signInWithBrowser`");
  if (signal?.aborted) {
    throw abortReason(signal);
  }
  const authorization = createAuthorization(settings, clientAuthentication(options, settings));
  const request = createAuthorizationRequest();
  const { redirectUri, redirected, close } = await listenForRedirect(request.state, createServer);
  try {
    const url = await authorization.url(request, redirectUri, {
      scope: `${settings.scopeFor([])} openid profile`,
      login_hint: loginHint,
      prompt,
    });
    const answer = await inTime(redirected, async () => onUrl(url), settings, signal);
    return await withPage(answer, async () => {
      const code = answer.parameters.get("code");
      if (code === null) {
        throw parseRedirectRefusal(answer.parameters, settings);
      }
      const reply = await authorization.redeem(code, request, redirectUri, signal);
      if ("failure" in reply) {
        throw reply.failure;
      }
      return { ...requireRefreshToken(reply), user: readUser(reply.claims, settings.tenantId) };
    });
  } finally {
    close();
  }
}

/** What the user's browser brings, unless it is too late, the wait is aborted or the user cannot be shown where to go. */
async function inTime(
  redirected: Promise<Redirected>,
  show: () => Promise<unknown>,
  settings: SignInSettings,
  signal: AbortSignal | undefined,
): Promise<Redirected> {
  const ended = new AbortController();
  const tooLate = settings.wait(LIMIT_MS, ended.signal).then(() => {
    throw nobodyCame(settings);
  });
  const failing = new Promise<never>((_resolve, reject) => {
    show().catch(reject);
  });
  try {
    const first = Promise.race([redirected, tooLate, failing]);
    return await (signal === undefined ? first : unlessAborted(first, signal));
  } finally {
    ended.abort();
  }
}

/** What the sign-in ends with, once the user's page says which end that is. */
async function withPage<Result>(answer: Redirected, end: () => Promise<Result>): Promise<Result> {
  try {
    const result = await end();
    await answer.show(redirectPage("succeeded"));
    return result;
  } catch (error) {
    await answer.show(redirectPage("failed"));
    throw error;
  }
}

function nobodyCame(app: SignInSettings): PartnerCenterError {
  return signInError(
    `Signing in failed: nobody came back from the browser within ${LIMIT_MS / 60_000} minutes. Start again. ` +
      "If it said AADSTS50011, the app registration lacks the redirect URI http://localhost of mobile and desktop applications. " +
      `If it said that an administrator has to approve the app, that is done at ${adminConsentUrl(app)}`,
    { reason: "sign-in" },
  );
}

function check(options: BrowserOptions): void {
  const { onUrl, loginHint, prompt } = options;
  if (typeof onUrl !== "function") {
    throw invalidOption("onUrl", "a function", onUrl);
  }
  if (loginHint !== undefined && !(typeof loginHint === "string" && loginHint.trim())) {
    throw invalidOption("loginHint", "a user name", loginHint);
  }
  if (prompt !== undefined && !PROMPTS.includes(prompt)) {
    throw invalidOption("prompt", `one of ${PROMPTS.join(", ")}`, prompt);
  }
}
