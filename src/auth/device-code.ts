import { unlessAborted } from "../abort.js";
import { isPartnerCenterError, type PartnerCenterError } from "../failure/error.js";
import { invalidOption } from "../invalid-option.js";
import type { AccessToken } from "../token/credential.js";
import { createAuthority, type DeviceCode } from "./authority.js";
import { type ClientAuthenticationOptions, clientAuthentication } from "./client-authentication.js";
import { resolveSettings, type SignInOptions } from "./options.js";
import type { Refusal } from "./refusal.js";
import { signInError } from "./sign-in-error.js";
import type { Tokens } from "./token-endpoint.js";

/** What to show to the user who signs in. */
export interface UserCode {
  /** What the user enters at `verificationUri`. */
  readonly userCode: string;
  /** Where the user enters it. */
  readonly verificationUri: string;
  /** Code and address in a sentence, in the authority's own words where it has some. */
  readonly message: string;
  /** Milliseconds since 1970, when the code ends. */
  readonly expiresOnTimestamp: number;
}

/** Options of {@link signInWithDeviceCode}. */
export interface DeviceCodeOptions extends SignInOptions, ClientAuthenticationOptions {
  /** Shows the code to the user. */
  readonly onUserCode: (code: UserCode) => unknown;
  /** Ends the wait for the user; the sign-in rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What a sign-in gives. Both tokens are secrets. */
export interface DeviceCodeSignIn {
  /** The first refresh token: what `refreshTokenCredential` starts from. */
  readonly refreshToken: string;
  /** The first access token, which may be used at once. */
  readonly accessToken: AccessToken;
}

// RFC 8628, sections 3.2 and 3.5.
const DEFAULT_INTERVAL_MS = 5_000;
const PENDING = "authorization_pending";
const SLOW_DOWN = "slow_down";
const SLOW_DOWN_MS = 5_000;
/** Milliseconds between polls at least, whatever the authority says. */
const SHORTEST_INTERVAL_MS = 1_000;
/** Milliseconds between polls at most while the authority does not answer, unless it asks for more. */
const LONGEST_BACK_OFF_MS = 60_000;

/**
 * Signs a user in who has a browser elsewhere, once and for the years after: the refresh token is what stays.
 * Polls as often as the authority allows, and less often while that does not answer, until the code has ended.
 *
 * Rejects with `TypeError` for an option that cannot work, with `PartnerCenterError` when the authority refuses or
 * the user declines or comes too late, with the reason of `signal`, and with what `onUserCode` throws.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export async function signInWithDeviceCode(options: DeviceCodeOptions): Promise<DeviceCodeSignIn> {
  const { onUserCode, signal } = options;
  const settings = resolveSettings(options);
  const { now, scopeFor, wait } = settings;
  if (typeof onUserCode !== "function") {
    throw invalidOption("onUserCode", "a function", onUserCode);
  }
  const authority = createAuthority(settings, clientAuthentication(options, settings));

  const code = await authority.requestDeviceCode(scopeFor([]), signal);
  if ("failure" in code) {
    throw code.failure;
  }
  await showCode(code, onUserCode, signal);

  let intervalMs = Math.max(code.intervalMs ?? DEFAULT_INTERVAL_MS, SHORTEST_INTERVAL_MS);
  let waitMs = intervalMs;
  for (;;) {
    await wait(waitMs, signal);
    const reply = await authority.redeemDeviceCode(code.deviceCode, signal).catch(asReply);
    if ("accessToken" in reply) {
      return requireRefreshToken(reply);
    }
    const { oauthError, failure } = reply;
    const isPending = oauthError === PENDING || oauthError === SLOW_DOWN;
    if (!isPending && !isTransient(failure)) {
      throw failure;
    }
    // Whether the code has ended the authority knows better, as long as it can be asked.
    const leftMs = code.expiresOnTimestamp - now();
    const { retryAfterMs = 0 } = failure;
    if (leftMs <= 0 || leftMs < retryAfterMs) {
      throw isPending ? expired() : failure;
    }
    intervalMs += oauthError === SLOW_DOWN ? SLOW_DOWN_MS : 0;
    const backOffMs = Math.min(waitMs * 2, LONGEST_BACK_OFF_MS, leftMs);
    waitMs = Math.max(isPending ? 0 : backOffMs, intervalMs, retryAfterMs);
  }
}

/** Resolves when the user has been shown the code, as far as `onUserCode` tells. */
async function showCode(
  code: DeviceCode,
  onUserCode: DeviceCodeOptions["onUserCode"],
  signal: AbortSignal | undefined,
): Promise<void> {
  const showing = Promise.resolve(onUserCode(readUserCode(code)));
  await (signal === undefined ? showing : unlessAborted(showing, signal));
}

function asReply(error: unknown): Refusal {
  if (!isPartnerCenterError(error)) {
    throw error;
  }
  return { oauthError: undefined, failure: error };
}

function isTransient({ reason }: PartnerCenterError): boolean {
  return ["network", "timeout", "throttled", "service"].includes(reason);
}

function readUserCode({
  userCode,
  verificationUri,
  message,
  expiresOnTimestamp,
}: DeviceCode): UserCode {
  const words = message ?? `Open ${verificationUri} and enter ${userCode}.`;
  return { userCode, verificationUri, message: words, expiresOnTimestamp };
}

/** Returns both tokens. Throws `PartnerCenterError` if the authority sent no refresh token. */
export function requireRefreshToken({ refreshToken, accessToken }: Tokens): DeviceCodeSignIn {
  if (refreshToken === undefined) {
    throw signInError(
      "Signing in failed: the authority gave no refresh token. Check that the app may ask for `offline_access`.",
      { reason: "sign-in" },
    );
  }
  return { refreshToken, accessToken };
}

function expired(): PartnerCenterError {
  return signInError("Signing in failed: nobody entered the user code in time. Start again.", {
    reason: "sign-in",
    code: "expired_token",
  });
}
