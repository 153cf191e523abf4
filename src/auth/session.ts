import type { PartnerCenterError } from "../failure/error.js";
import { innermostMessage } from "../failure/failures.js";
import type { AccessToken } from "../token/credential.js";
import type { Authority } from "./authority.js";
import { redactionOf } from "./redaction.js";
import { fingerprintOf, type ReadSignIn, type SharedTokens } from "./shared-tokens.js";
import { signInError } from "./sign-in-error.js";
import { within } from "./within.js";

/** A user's sign-in: a line of refresh tokens, each of which came for the one before. */
export interface Session {
  /** Reads the store and adopts a newer refresh token; resolves with whether the store has this sign-in, not an earlier one. */
  sync(): Promise<boolean>;
  /** Tells tokens of this sign-in from those of others, without telling a token. */
  mark(): Promise<string>;
  /** Whether it is, or was, a mark of this sign-in. */
  hasMark(mark: string): Promise<boolean>;
  /** Hands a refresh token over again that could not be kept before. */
  settle(): Promise<void>;
  /**
   * Redeems the newest refresh token, as of the last `sync`. Resolves when the next one has been kept,
   * and nothing else is done before that is written.
   */
  redeem(scope: string, claims: string | undefined): Promise<AccessToken>;
}

/** Where a session starts, and where its tokens go. */
export interface SessionOptions {
  readonly authority: Authority;
  /** The refresh token that was given: the store may hold newer ones of the same sign-in, or of an earlier sign-in. */
  readonly given: string;
  readonly shared: SharedTokens | undefined;
  readonly onRefreshToken: ((refreshToken: string) => unknown) | undefined;
  /** Milliseconds that `onRefreshToken` may take. */
  readonly timeoutMs: number;
  /** The secrets of the app; what cannot keep a token must not repeat them either. */
  readonly appSecrets: readonly string[];
}

// Refusals of the refresh token itself, for which another one may do.
const INTERACTION_REQUIRED = "interaction_required";
const TOKEN_REFUSED = ["invalid_grant", INTERACTION_REQUIRED];
const MOST_TRIES = 4;
/** Four days of them, when one comes each hour. */
const MAX_ANCESTORS = 100;
const NOTHING: ReadSignIn = { text: undefined, signIn: undefined };

export function createSession(options: SessionOptions): Session {
  const { authority, given, shared, onRefreshToken, timeoutMs, appSecrets } = options;
  let newest = given;
  // What was the newest before the store had a newer one.
  let before: string | undefined;
  // Fingerprints of the refresh tokens that `newest` came from: to redeem one of them again would look like theft.
  let ancestors: readonly string[] = [];
  let stored = NOTHING;
  let isInStore = false;
  let unkept: "everywhere" | "by onRefreshToken" | undefined;

  return {
    sync,
    mark: () => fingerprintOf(newest),
    hasMark: async (mark) => ancestors.includes(mark) || mark === (await fingerprintOf(newest)),

    async settle() {
      if (unkept !== undefined) {
        await sync();
        await keep();
      }
    },

    async redeem(scope, claims) {
      const tried = new Set<string>();
      let failure: PartnerCenterError | undefined;
      let isUserWanted = false;
      for (;;) {
        const candidate = nextAfter(tried, isUserWanted);
        if (candidate === undefined) {
          throw failure;
        }
        const nextAncestors = await ancestorsOf(candidate);
        const reply = await authority.redeemRefreshToken(candidate, scope, claims);
        if ("accessToken" in reply) {
          await adopt(candidate, reply.refreshToken, nextAncestors);
          return reply.accessToken;
        }
        const { oauthError = "", refreshToken } = reply;
        if (refreshToken !== undefined) {
          await adopt(candidate, refreshToken, nextAncestors);
        }
        if (!TOKEN_REFUSED.includes(oauthError)) {
          throw reply.failure;
        }
        tried.add(candidate);
        failure ??= reply.failure;
        isUserWanted ||=
          oauthError === INTERACTION_REQUIRED || reply.failure.reason === "mfa-required";
        // Another process may have put a newer one there since.
        await sync();
      }
    },
  };

  async function sync(): Promise<boolean> {
    stored = (await shared?.signIn()) ?? NOTHING;
    const { signIn } = stored;
    if (signIn === undefined) {
      return isInStore;
    }
    isInStore ||=
      signIn.refreshToken === given || signIn.ancestors.includes(await fingerprintOf(given));
    if (isInStore && signIn.refreshToken !== newest && !(await isAncestor(signIn.refreshToken))) {
      before = newest;
      newest = signIn.refreshToken;
      ancestors = signIn.ancestors;
    }
    return isInStore;
  }

  async function isAncestor(refreshToken: string): Promise<boolean> {
    return ancestors.includes(await fingerprintOf(refreshToken));
  }

  function nextAfter(tried: ReadonlySet<string>, isUserWanted: boolean): string | undefined {
    // Where the user is wanted, an older token of the same sign-in will not do.
    const candidates = [newest, isUserWanted ? undefined : before, stored.signIn?.refreshToken];
    return tried.size < MOST_TRIES
      ? candidates.find((token) => token !== undefined && !tried.has(token))
      : undefined;
  }

  async function ancestorsOf(candidate: string): Promise<readonly string[]> {
    const known = stored.signIn?.refreshToken === candidate ? stored.signIn.ancestors : ancestors;
    const own = await Promise.all([candidate, given].map(fingerprintOf));
    return [...new Set([...own, ...known])].slice(0, MAX_ANCESTORS);
  }

  async function adopt(
    redeemed: string,
    rotated: string | undefined,
    nextAncestors: readonly string[],
  ): Promise<void> {
    newest = rotated ?? redeemed;
    before = undefined;
    if (rotated !== undefined) {
      ancestors = nextAncestors;
      unkept = "everywhere";
      await keep();
    } else if (stored.signIn?.refreshToken !== redeemed) {
      await shared?.offerSignIn({ refreshToken: redeemed, ancestors: nextAncestors });
    }
    isInStore = true;
  }

  async function keep(): Promise<void> {
    if (unkept === "everywhere" && stored.signIn?.refreshToken !== newest) {
      await keepInStore();
    }
    try {
      await within(timeoutMs, () => onRefreshToken?.(newest));
    } catch (error) {
      throw notKept("onRefreshToken", error);
    }
    unkept = undefined;
  }

  async function keepInStore(): Promise<void> {
    try {
      await shared?.keepSignIn({ refreshToken: newest, ancestors }, stored);
      unkept = "by onRefreshToken";
    } catch (error) {
      if (onRefreshToken === undefined) {
        throw notKept("store.set", error);
      }
    }
  }

  function notKept(option: string, error: unknown): PartnerCenterError {
    const secrets = [...appSecrets, given, newest];
    const message = innermostMessage(error, redactionOf(secrets));
    return signInError(
      `The new refresh token could not be kept: \`${option}\` failed (${message}). ` +
        "It is still in memory, and the next call hands it over again.",
      { reason: "sign-in" },
    );
  }
}
