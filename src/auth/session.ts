import type { AccessToken } from "../credential.js";
import type { PartnerCenterError } from "../error.js";
import { innermostMessage } from "../failures.js";
import type { Authority } from "./authority.js";
import { redactionOf } from "./redaction.js";
import type { SharedTokens } from "./shared-tokens.js";
import { signInError } from "./sign-in-error.js";

/** A user's sign-in: a line of refresh tokens, each of which came for the one before. */
export interface Session {
  /** Whether what is in the store comes from this sign-in, and not from an earlier one. */
  isInStore(): Promise<boolean>;
  /** Redeems the newest refresh token. Resolves when the next one has been kept. */
  redeem(scope: string, claims: string | undefined): Promise<AccessToken>;
}

// Refusals of the refresh token itself, for which another one may do.
const TOKEN_REFUSED = ["invalid_grant", "interaction_required"];
const MOST_TRIES = 4;

/** Starts from a refresh token that was given: the store may hold newer ones of its line, or of an earlier sign-in. */
export function createSession(
  authority: Authority,
  given: string,
  shared: SharedTokens | undefined,
  onRefreshToken: ((refreshToken: string) => unknown) | undefined,
): Session {
  let newest = given;
  let unkept: string | undefined;
  let isInStore = false;
  // Not while the store may hold the tokens of an earlier sign-in, nor when it failed to keep a token.
  let isStoreAhead = false;

  return {
    isInStore: lookInStore,

    async redeem(scope, claims) {
      await lookInStore();
      if (unkept !== undefined) {
        await keep(unkept);
      }
      const tried = new Set<string>();
      let failure: PartnerCenterError | undefined;
      for (;;) {
        const candidate = await nextAfter(tried);
        if (candidate === undefined) {
          throw failure;
        }
        const reply = await authority.redeemRefreshToken(candidate, scope, claims);
        if ("accessToken" in reply) {
          await follow(candidate, reply.refreshToken);
          return reply.accessToken;
        }
        tried.add(candidate);
        failure ??= reply.failure;
        if (!TOKEN_REFUSED.includes(reply.oauthError ?? "")) {
          throw failure;
        }
      }
    },
  };

  async function lookInStore(): Promise<boolean> {
    if (!isInStore && (await shared?.knows(given))) {
      isInStore = true;
      isStoreAhead = true;
    }
    return isInStore;
  }

  // Reads the store each time: another process may have put a newer token there since.
  async function nextAfter(tried: ReadonlySet<string>): Promise<string | undefined> {
    const stored = await shared?.refreshToken();
    const candidates = isStoreAhead ? [stored, newest, given] : [newest, stored, given];
    return tried.size < MOST_TRIES
      ? candidates.find((token) => token !== undefined && !tried.has(token))
      : undefined;
  }

  async function follow(redeemed: string, rotated: string | undefined): Promise<void> {
    newest = rotated ?? redeemed;
    if (rotated !== undefined) {
      await keep(rotated);
    }
    await shared?.remember(given);
    await shared?.remember(newest);
    isInStore = true;
  }

  async function keep(refreshToken: string): Promise<void> {
    unkept = refreshToken;
    isStoreAhead = false;
    try {
      await shared?.keepRefreshToken(refreshToken);
      isStoreAhead = true;
    } catch (error) {
      if (onRefreshToken === undefined) {
        throw notKept("store.set", refreshToken, error);
      }
    }
    try {
      await onRefreshToken?.(refreshToken);
    } catch (error) {
      throw notKept("onRefreshToken", refreshToken, error);
    }
    unkept = undefined;
  }
}

function notKept(option: string, refreshToken: string, error: unknown): PartnerCenterError {
  const message = redactionOf([refreshToken])(innermostMessage(error));
  return signInError(
    `The new refresh token could not be kept: \`${option}\` failed (${message}). ` +
      "It is still in memory, and the next call hands it over again.",
    { reason: "sign-in" },
  );
}
