import type { PartnerCenterError } from "../failure/error.js";
import { innermostMessage } from "../failure/failures.js";
import type { AccessToken } from "../token/credential.js";
import type { Authority } from "./authority.js";
import { redactionOf } from "./redaction.js";
import { fingerprintOf, type SharedTokens, type StoredSignIn } from "./shared-tokens.js";
import { signInError } from "./sign-in-error.js";
import { within } from "./within.js";

/** A user's sign-in: a line of refresh tokens, each of which came for the one before. */
export interface Session {
  /** Whether what is in the store comes from this sign-in, and not from an earlier one. */
  isInStore(): Promise<boolean>;
  /** Hands a refresh token over again that could not be kept before. */
  settle(): Promise<void>;
  /** Redeems the newest refresh token. Resolves when the next one has been kept. */
  redeem(scope: string, claims: string | undefined): Promise<AccessToken>;
}

/** Where a session starts, and where its tokens go. */
export interface SessionOptions {
  readonly authority: Authority;
  /** The refresh token that was given: the store may hold newer ones of its line, or of an earlier sign-in. */
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
const MOST_IN_LINE = 100;

export function createSession(options: SessionOptions): Session {
  const { authority, given, shared, onRefreshToken, timeoutMs, appSecrets } = options;
  let newest = given;
  // Its successor came, so that to redeem it again would look like theft.
  let superseded: string | undefined;
  let unkept: { refreshToken: string; isStored: boolean } | undefined;
  let isInStore = false;
  // Not while the store may hold the tokens of an earlier sign-in, nor when it failed to keep a token.
  let isStoreAhead = false;

  return {
    isInStore: lookInStore,
    settle,

    async redeem(scope, claims) {
      await lookInStore();
      await settle();
      const tried = new Set<string>();
      let failure: PartnerCenterError | undefined;
      let isUserWanted = false;
      for (;;) {
        const candidate = await nextAfter(tried, isUserWanted);
        if (candidate === undefined) {
          throw failure;
        }
        const reply = await authority.redeemRefreshToken(candidate, scope, claims);
        if ("accessToken" in reply) {
          await follow(candidate, reply.refreshToken);
          return reply.accessToken;
        }
        const { oauthError = "", refreshToken } = reply;
        if (refreshToken !== undefined) {
          await follow(candidate, refreshToken);
        }
        if (!TOKEN_REFUSED.includes(oauthError)) {
          throw reply.failure;
        }
        tried.add(candidate);
        failure ??= reply.failure;
        isUserWanted ||=
          oauthError === INTERACTION_REQUIRED || reply.failure.reason === "mfa-required";
      }
    },
  };

  async function lookInStore(): Promise<boolean> {
    if (!isInStore && (await isOfLine(given))) {
      isInStore = true;
      isStoreAhead = true;
    }
    return isInStore;
  }

  async function isOfLine(refreshToken: string): Promise<boolean> {
    const stored = await shared?.signIn();
    return stored?.line.includes(await fingerprintOf(refreshToken)) ?? false;
  }

  // Reads the store each time: another process may have put a newer token there since.
  async function nextAfter(
    tried: ReadonlySet<string>,
    isUserWanted: boolean,
  ): Promise<string | undefined> {
    const stored = (await shared?.signIn())?.refreshToken;
    // Where the user is wanted, an older token of the same sign-in will not do.
    const older = isUserWanted ? undefined : newest;
    const candidates = isStoreAhead ? [stored, older] : [newest, stored];
    return tried.size < MOST_TRIES
      ? candidates.find((token) => token !== undefined && token !== superseded && !tried.has(token))
      : undefined;
  }

  async function follow(redeemed: string, rotated: string | undefined): Promise<void> {
    newest = rotated ?? redeemed;
    if (rotated !== undefined) {
      superseded = redeemed;
      unkept = { refreshToken: rotated, isStored: false };
      await settle();
    } else if (!(await isOfLine(given))) {
      await shared?.offerSignIn(await signInOf(redeemed));
    }
    isInStore = true;
  }

  async function settle(): Promise<void> {
    if (unkept === undefined) {
      return;
    }
    if (unkept.isStored) {
      await catchUp(unkept.refreshToken);
    } else {
      await keepInStore(unkept.refreshToken).catch((error: unknown) => {
        if (onRefreshToken === undefined) {
          throw notKept("store.set", error);
        }
      });
    }
    unkept = { refreshToken: newest, isStored: isStoreAhead };
    try {
      await within(timeoutMs, () => onRefreshToken?.(newest));
    } catch (error) {
      throw notKept("onRefreshToken", error);
    }
    unkept = undefined;
  }

  // Another process may have gone on from the token that this one could not hand over.
  async function catchUp(refreshToken: string): Promise<void> {
    const stored = await shared?.signIn();
    if (
      stored?.line.includes(await fingerprintOf(refreshToken)) &&
      stored.refreshToken !== newest
    ) {
      superseded = newest;
      newest = stored.refreshToken;
    }
  }

  async function keepInStore(refreshToken: string): Promise<void> {
    isStoreAhead = false;
    await shared?.keepSignIn(await signInOf(refreshToken));
    isStoreAhead = shared !== undefined;
  }

  async function signInOf(refreshToken: string): Promise<StoredSignIn> {
    const before = isInStore ? ((await shared?.signIn())?.line ?? []) : [];
    const own = await Promise.all([refreshToken, given].map(fingerprintOf));
    return { refreshToken, line: [...new Set([...own, ...before])].slice(0, MOST_IN_LINE) };
  }

  function notKept(option: string, error: unknown): PartnerCenterError {
    const secrets = [...appSecrets, given, superseded ?? "", newest];
    const message = redactionOf(secrets)(innermostMessage(error));
    return signInError(
      `The new refresh token could not be kept: \`${option}\` failed (${message}). ` +
        "It is still in memory, and the next call hands it over again.",
      { reason: "sign-in" },
    );
  }
}
