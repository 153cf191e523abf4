import type { PartnerCenterError } from "../failure/error.js";
import { innermostMessage } from "../failure/failures.js";
import type { AccessToken } from "../token/credential.js";
import type { Authority } from "./authority.js";
import { redactionOf } from "./redaction.js";
import { computeFingerprint, type ReadSignIn, type SharedTokens } from "./shared-tokens.js";
import { signInError } from "./sign-in-error.js";
import { within } from "./within.js";

/** A user's sign-in: a chain of refresh tokens, each of which was issued for the one before. */
export interface Session {
  /**
   * Reads the store, adopts a newer refresh token, and returns whether the stored sign-in is this one. Rejects if the
   * store fails and the call is to fail with it.
   */
  sync(): Promise<boolean>;
  /** Returns the fingerprint of the newest refresh token, which identifies this sign-in without revealing a token. */
  mark(): Promise<string>;
  /** Returns whether this is, or was, a mark of this sign-in. */
  hasMark(mark: string): Promise<boolean>;
  /** Tries again to keep a refresh token that could not be kept before. */
  settle(): Promise<void>;
  /**
   * Redeems the newest refresh token as of the last `sync`. Resolves once the next one has been kept; nothing else
   * happens before that write, unless another process may have redeemed one too, as `isAlone` says: then a newer one
   * in the store is adopted, not overwritten.
   */
  redeem(scope: string, claims: string | undefined, isAlone: () => boolean): Promise<AccessToken>;
}

/** Where a session starts, and where its tokens go. */
export interface SessionOptions {
  readonly authority: Authority;
  /** The refresh token that the caller supplied; the store may hold one of its descendants, or of an earlier sign-in. */
  readonly supplied: string;
  readonly shared: SharedTokens | undefined;
  readonly onRefreshToken: ((refreshToken: string) => unknown) | undefined;
  /** Milliseconds that `onRefreshToken` may take. */
  readonly timeoutMs: number;
  /** Secrets of the app, which are redacted from errors of the store and of `onRefreshToken`. */
  readonly appSecrets: readonly string[];
}

// Refusals of the refresh token itself; another one may work.
const INTERACTION_REQUIRED = "interaction_required";
const TOKEN_REFUSED = ["invalid_grant", INTERACTION_REQUIRED];
const MAX_ATTEMPTS = 4;
/** Four days at one token an hour. */
const MAX_ANCESTORS = 100;
const NOTHING: ReadSignIn = { text: undefined, signIn: undefined };

export function createSession(options: SessionOptions): Session {
  const { authority, supplied, shared, onRefreshToken, timeoutMs, appSecrets } = options;
  let newest = supplied;
  // The newest token before a newer one was adopted from the store.
  let previous: string | undefined;
  // Fingerprints of the refresh tokens that `newest` came from; redeeming one again would look like theft.
  let ancestors: readonly string[] = [];
  let stored = NOTHING;
  let isInStore = false;
  let unkept: "everywhere" | "by onRefreshToken" | undefined;

  return {
    sync,
    mark: () => computeFingerprint(newest),
    hasMark: async (mark) =>
      ancestors.includes(mark) || mark === (await computeFingerprint(newest)),

    async settle() {
      if (unkept !== undefined) {
        await keep(() => false);
      }
    },

    async redeem(scope, claims, isAlone) {
      const tried = new Set<string>();
      let failure: PartnerCenterError | undefined;
      let isInteractionRequired = false;
      for (;;) {
        const candidate = nextAfter(tried, isInteractionRequired);
        if (candidate === undefined) {
          throw failure;
        }
        const nextAncestors = await collectAncestors(candidate);
        const reply = await authority.redeemRefreshToken(candidate, scope, claims);
        if ("accessToken" in reply) {
          await adopt(candidate, reply.refreshToken, { nextAncestors, isAlone });
          return reply.accessToken;
        }
        const { oauthError = "", refreshToken } = reply;
        if (refreshToken !== undefined && refreshToken !== candidate) {
          await adopt(candidate, refreshToken, { nextAncestors, isAlone });
        }
        if (!TOKEN_REFUSED.includes(oauthError)) {
          throw reply.failure;
        }
        tried.add(candidate);
        failure ??= reply.failure;
        isInteractionRequired ||=
          oauthError === INTERACTION_REQUIRED || reply.failure.reason === "mfa-required";
        // Another process may have stored a newer one meanwhile.
        await sync();
      }
    },
  };

  async function sync(): Promise<boolean> {
    try {
      return await readStored();
    } catch (error) {
      throw notRead(error);
    }
  }

  async function readStored(): Promise<boolean> {
    stored = (await shared?.signIn()) ?? NOTHING;
    const { signIn } = stored;
    if (signIn === undefined) {
      return isInStore;
    }
    isInStore ||=
      signIn.refreshToken === supplied ||
      signIn.ancestors.includes(await computeFingerprint(supplied));
    if (isInStore && signIn.refreshToken !== newest && !(await isAncestor(signIn.refreshToken))) {
      previous = newest;
      newest = signIn.refreshToken;
      ancestors = signIn.ancestors;
    }
    return isInStore;
  }

  async function isAncestor(refreshToken: string): Promise<boolean> {
    return ancestors.includes(await computeFingerprint(refreshToken));
  }

  function nextAfter(
    tried: ReadonlySet<string>,
    isInteractionRequired: boolean,
  ): string | undefined {
    // If user interaction is required, an older token of the same sign-in will not help.
    const candidates = [
      newest,
      isInteractionRequired ? undefined : previous,
      stored.signIn?.refreshToken,
    ];
    return tried.size < MAX_ATTEMPTS
      ? candidates.find((token) => token !== undefined && !tried.has(token))
      : undefined;
  }

  async function collectAncestors(candidate: string): Promise<readonly string[]> {
    const known = stored.signIn?.refreshToken === candidate ? stored.signIn.ancestors : ancestors;
    const own = await Promise.all([candidate, supplied].map(computeFingerprint));
    return [...new Set([...own, ...known])].slice(0, MAX_ANCESTORS);
  }

  async function adopt(
    redeemed: string,
    rotated: string | undefined,
    { nextAncestors, isAlone }: { nextAncestors: readonly string[]; isAlone: () => boolean },
  ): Promise<void> {
    newest = rotated ?? redeemed;
    previous = undefined;
    if (rotated !== undefined) {
      ancestors = nextAncestors;
      unkept = "everywhere";
      await keep(isAlone);
    } else if (stored.signIn?.refreshToken !== redeemed) {
      await shared?.offerSignIn({ refreshToken: redeemed, ancestors: nextAncestors });
    }
    isInStore = true;
  }

  async function keep(isAlone: () => boolean): Promise<void> {
    await keepInStore(isAlone);
    try {
      await within(timeoutMs, () => onRefreshToken?.(newest));
    } catch (error) {
      throw notKept("onRefreshToken", error);
    }
    unkept = undefined;
  }

  async function keepInStore(isAlone: () => boolean): Promise<void> {
    try {
      if (!isAlone()) {
        await readStored();
      }
      if (unkept === "everywhere" && stored.signIn?.refreshToken !== newest) {
        await shared?.keepSignIn({ refreshToken: newest, ancestors }, stored);
      }
      unkept = "by onRefreshToken";
    } catch (error) {
      if (onRefreshToken === undefined) {
        throw notKept("store.set", error);
      }
    }
  }

  function notRead(error: unknown): PartnerCenterError {
    return signInError(
      `Signing in failed: the \`store\` could not be read (${redactedMessage(error)}), and \`whileStoreFails\` is "fail". ` +
        "Call again once the store answers.",
      { reason: "network" },
    );
  }

  function redactedMessage(error: unknown): string {
    return innermostMessage(error, redactionOf([...appSecrets, supplied, newest]));
  }

  function notKept(option: string, error: unknown): PartnerCenterError {
    return signInError(
      `The new refresh token could not be kept: \`${option}\` failed (${redactedMessage(error)}). ` +
        "It is still in memory, and the next call hands it over again.",
      { reason: "sign-in" },
    );
  }
}
