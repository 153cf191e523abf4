import type { CloudName } from "../token/clouds.js";
import type { GetToken, TokenCredential } from "../token/credential.js";

/** What the arguments say of signing in. */
export interface CredentialSettings {
  readonly tokenStdin: boolean;
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
  readonly cloud: CloudName;
  readonly authority: string;
  /** What to do when it is refused, in a sentence. */
  readonly mend: string;
  /** Whether the secret of the app would be sent along. */
  readonly takesSecret?: boolean;
  readonly credential: TokenCredential | GetToken;
}

/** How to sign in, as a command to type. */
export const SIGN_IN_COMMAND = "partner-center sign-in --tenant <tenant> --client-id <app>";
