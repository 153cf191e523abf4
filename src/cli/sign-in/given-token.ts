import { clouds } from "../../token/clouds.js";
import { tokenProblem } from "../../token/token-cache.js";
import { notSignedIn, usageFailure } from "../command-failure.js";
import type { Shell } from "../shell.js";
import { accountIdOf } from "./account-id.js";
import type { CredentialSettings, FoundCredential } from "./found-credential.js";
import { DEFAULT_PROFILE, signInCommand } from "./profile.js";

const LONGEST_TOKEN = 65_536;
const SHORTEST_TOKEN = 8;

/** The access token on standard input, where `--token-stdin` says that there is one. */
export async function tokenOnStandardInput(
  settings: CredentialSettings,
  shell: Pick<Shell, "stdin">,
): Promise<FoundCredential | undefined> {
  if (!settings.tokenStdin) {
    return undefined;
  }
  const { stdin } = shell;
  if (stdin.isTTY) {
    throw usageFailure(
      "`--token-stdin` reads from a pipe, not from a terminal, which would show the token. Nothing was sent.",
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
  const remedy = "Give another access token on standard input.";
  return { ...bearer(settings, text, "Standard input", remedy), words, remedy };
}

/** The access token in the environment. */
export function tokenInEnvironment(
  settings: CredentialSettings,
  { env }: Pick<Shell, "env">,
): FoundCredential | undefined {
  const { PARTNER_CENTER_TOKEN: token } = env;
  if (!token) {
    return undefined;
  }
  const words = "the access token in PARTNER_CENTER_TOKEN";
  const remedy = `Put another access token into PARTNER_CENTER_TOKEN, or unset it and run \`${signInCommand(DEFAULT_PROFILE)}\`.`;
  return { ...bearer(settings, token, "PARTNER_CENTER_TOKEN", remedy), words, remedy };
}

function bearer(
  { cloud = "global", authority = clouds[cloud].authority }: CredentialSettings,
  text: string,
  source: string,
  remedy: string,
): Pick<FoundCredential, "accountId" | "cloud" | "authority" | "credential"> {
  // Whoever reads it from a file has the end of its line as well.
  const token = text.trim();
  const wrong = whatIsWrong(token);
  if (wrong !== undefined) {
    throw notSignedIn(`${source} has ${wrong}. ${remedy}`);
  }
  return { accountId: accountIdOf(token), cloud, authority, credential: () => token };
}

function whatIsWrong(token: string): string | undefined {
  const flaw = tokenProblem(token);
  if (flaw !== undefined) {
    return flaw;
  }
  if (token.length < SHORTEST_TOKEN) {
    return `a token that is too short: it has ${token.length} of at least ${SHORTEST_TOKEN} characters`;
  }
  return token.length > LONGEST_TOKEN ? "a token that is too long" : undefined;
}
