import { refreshTokenCredential } from "../auth/index.js";
import { type CloudName, clouds } from "../clouds.js";
import type { GetToken, TokenCredential } from "../credential.js";
import { notSignedIn, usageFailure } from "./command-failure.js";
import { findSignIn, type KeptSignIn, renewSignIn, type SignIn } from "./kept-sign-in.js";
import type { Log } from "./log.js";
import { oneLine } from "./one-line.js";
import { isName } from "./option-values.js";
import type { Output, Shell } from "./shell.js";

/** What the arguments say of signing in. */
export interface CredentialSettings {
  readonly tokenStdin: boolean;
  readonly cloud: CloudName | undefined;
  readonly authority: string | undefined;
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
  readonly credential: TokenCredential | GetToken;
}

/** How to sign in, as a command to type. */
export const SIGN_IN_COMMAND = "partner-center sign-in --tenant <tenant> --client-id <app>";
const LONGEST_TOKEN = 65_536;

/**
 * Finds what to sign in with: standard input, the environment, what `sign-in` kept, in this order.
 * Rejects with a failure that says what is missing, or wrong with what was found.
 */
export async function findCredential(
  settings: CredentialSettings,
  shell: Shell,
  log: Log,
): Promise<FoundCredential> {
  const found =
    (await standardInput(settings, shell)) ??
    accessToken(settings, shell.env) ??
    refreshToken(settings, shell.env, log) ??
    (await keptSignIn(settings, shell));
  if (found === undefined) {
    throw notSignedIn(
      `Nobody is signed in. Run \`${SIGN_IN_COMMAND}\`, or put an access token into PARTNER_CENTER_TOKEN.`,
    );
  }
  log.note(`Signing in with ${found.words}.`);
  return found;
}

async function standardInput(
  settings: CredentialSettings,
  shell: Pick<Shell, "stdin">,
): Promise<FoundCredential | undefined> {
  if (!settings.tokenStdin) {
    return undefined;
  }
  const { stdin } = shell;
  if (stdin.isTTY) {
    throw usageFailure(
      "Expected an access token on standard input for `--token-stdin`, got a terminal, which would show it. Send it through a pipe.",
    );
  }
  let text = "";
  for await (const part of stdin) {
    text += part;
    if (text.length > LONGEST_TOKEN) {
      break;
    }
  }
  const words = "the access token on standard input";
  const mend = "Give another access token on standard input.";
  return { ...bearer(settings, text.trim(), "Standard input", mend), words, mend };
}

function accessToken(settings: CredentialSettings, env: Shell["env"]): FoundCredential | undefined {
  const { PARTNER_CENTER_TOKEN: token } = env;
  if (!token) {
    return undefined;
  }
  const words = "the access token in PARTNER_CENTER_TOKEN";
  const mend = `Put another access token into PARTNER_CENTER_TOKEN, or unset it and run \`${SIGN_IN_COMMAND}\`.`;
  return { ...bearer(settings, token, "PARTNER_CENTER_TOKEN", mend), words, mend };
}

function bearer(
  { cloud = "global", authority = clouds[cloud].authority }: CredentialSettings,
  token: string,
  source: string,
  mend: string,
): Pick<FoundCredential, "cloud" | "authority" | "credential"> {
  if (token === "") {
    throw notSignedIn(`${source} has no access token. ${mend}`);
  }
  if (token.length > LONGEST_TOKEN || !/^[\x21-\x7e]+$/.test(token)) {
    throw notSignedIn(`${source} has something else than one access token. ${mend}`);
  }
  return { cloud, authority, credential: () => token };
}

function refreshToken(
  settings: CredentialSettings,
  env: Shell["env"],
  log: Log,
): FoundCredential | undefined {
  const { PARTNER_CENTER_REFRESH_TOKEN: token } = env;
  if (!token) {
    return undefined;
  }
  const account = {
    tenantId: required(env, "PARTNER_CENTER_TENANT_ID", "the id or a domain name of a tenant"),
    clientId: required(env, "PARTNER_CENTER_CLIENT_ID", "the id of an app registration"),
  };
  const { PARTNER_CENTER_CLIENT_SECRET: clientSecret } = env;
  for (const [name, secret] of [
    ["PARTNER_CENTER_REFRESH_TOKEN", token],
    ["PARTNER_CENTER_CLIENT_SECRET", clientSecret],
  ]) {
    if (secret && /\s/.test(secret)) {
      throw notSignedIn(`${name} has white space in it, so it is not used. Set it again.`);
    }
  }
  const { cloud = "global", authority = clouds[cloud].authority } = settings;
  return {
    words: "the refresh token in PARTNER_CENTER_REFRESH_TOKEN",
    account,
    cloud,
    authority,
    mend: "Put the refresh token of another sign-in into PARTNER_CENTER_REFRESH_TOKEN.",
    credential: refreshTokenCredential({
      ...account,
      cloud,
      authority,
      refreshToken: token,
      clientSecret: clientSecret || undefined,
      onRefreshToken: () =>
        log.note(
          "There is a new refresh token, which cannot be kept: PARTNER_CENTER_REFRESH_TOKEN still has the one before.",
        ),
    }),
  };
}

function required(env: Shell["env"], name: string, what: string): string {
  const value = env[name];
  if (!value) {
    throw usageFailure(
      `Expected ${name} to be set where PARTNER_CENTER_REFRESH_TOKEN is: ${what}. Without it the refresh token cannot be redeemed.`,
    );
  }
  if (!isName(value)) {
    // Not repeated: the variables beside it are secrets, and may have been mistaken for it.
    throw usageFailure(`Expected ${name} to be ${what}, got something else.`);
  }
  return value;
}

async function keptSignIn(
  settings: CredentialSettings,
  shell: Shell,
): Promise<FoundCredential | undefined> {
  const kept = await findSignIn(shell);
  if (kept === undefined) {
    return undefined;
  }
  refuseOther(kept, settings);
  const { tenantId, clientId, cloud, authority = clouds[cloud].authority } = kept.signIn;
  const { refreshToken } = kept.signIn;
  const account = { tenantId, clientId };
  return {
    words: `the refresh token that \`partner-center sign-in\` kept in ${kept.place.words}`,
    account,
    cloud,
    authority,
    mend: `Run \`${signInCommand(kept.signIn)}\`.`,
    credential: refreshTokenCredential({
      ...account,
      cloud,
      authority,
      refreshToken,
      onRefreshToken: createRenewal(kept, shell.stderr),
    }),
  };
}

function signInCommand({ tenantId, clientId, cloud, authority }: SignIn): string {
  const command = `partner-center sign-in --tenant ${tenantId} --client-id ${clientId}`;
  const inCloud = cloud === "global" ? command : `${command} --cloud ${cloud}`;
  return authority === undefined ? inCloud : `${inCloud} --authority ${authority}`;
}

function createRenewal(kept: KeptSignIn, stderr: Output): (refreshToken: string) => Promise<void> {
  let current = kept;
  return async (refreshToken) => {
    try {
      await renewSignIn(current, refreshToken);
      current = { ...current, signIn: { ...current.signIn, refreshToken } };
    } catch (error) {
      // The one before goes on being good at Entra ID, so that a full disk is no reason to give no link.
      const why = error instanceof Error ? error.message : "no reason given";
      stderr.write(
        `partner-center: the new refresh token could not be kept, and the one before stays: ${oneLine(why)}\n`,
      );
    }
  };
}

function refuseOther({ signIn }: KeptSignIn, { cloud, authority }: CredentialSettings): void {
  if (cloud !== undefined && cloud !== signIn.cloud) {
    throw notSignedIn(
      `The sign-in that was kept is for the cloud ${signIn.cloud}, not for ${cloud}. Run \`${SIGN_IN_COMMAND} --cloud ${cloud}\`.`,
    );
  }
  if (
    authority !== undefined &&
    authority !== (signIn.authority ?? clouds[signIn.cloud].authority)
  ) {
    throw notSignedIn(
      `The sign-in that was kept is from another authority than ${authority}. Run \`${SIGN_IN_COMMAND} --authority ${authority}\`.`,
    );
  }
}
