import type { CloudName } from "../../token/clouds.js";
import type { GetToken, TokenCredential } from "../../token/credential.js";
import type { AttemptEvent } from "../../transport/observe.js";
import type { Profile } from "./profile.js";
import type { SignIn } from "./sign-in-text.js";

/** What the arguments say of signing in. */
export interface CredentialSettings {
  readonly tokenStdin: boolean;
  /** Undefined when the arguments name none. */
  readonly profile: Profile | undefined;
  readonly cloud: CloudName | undefined;
  readonly authority: string | undefined;
  readonly timeoutMs: number | undefined;
}

/** What to sign in with. */
export interface FoundCredential {
  /** In words, without a secret. */
  readonly words: string;
  /** For whom, where that is known before there is a token. */
  readonly account?: { readonly tenantId: string; readonly clientId: string };
  /** A hash that tells accounts apart, whichever of its tokens is used. */
  readonly accountId: string;
  readonly cloud: CloudName;
  readonly authority: string;
  /** Where the sign-in was kept, if it was. */
  readonly kept?: { readonly profile: Profile } & Pick<SignIn, "user" | "way">;
  /** What to do when it is refused, in a sentence. */
  readonly remedy: string;
  /** The same where the tenant blocks device codes, if it differs. */
  readonly remedyWithoutCode?: string;
  /** Is told that the service has refused the token that was given last. */
  readonly onRefused?: () => void;
  readonly credential: TokenCredential | GetToken;
}

/** Tells a credential of an attempt in which the service refused its token. */
export function heedRefusal(
  { onRefused }: Pick<FoundCredential, "onRefused">,
  { status }: Pick<AttemptEvent, "status">,
): void {
  if (status === 401) {
    onRefused?.();
  }
}
