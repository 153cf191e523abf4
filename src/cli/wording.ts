import { type SignInAdviceKey, signInSentences } from "../auth/sign-in-advice.js";
import { type AdviceKey, SENTENCES, type Sentences } from "../failure/advice.js";
import { composeMessage, type MessageParts } from "../failure/message.js";

/** The parameters that options stand for. */
const OPTIONS: Readonly<Record<string, string>> = {
  "`indirectCloudSolutionProviderId`": "`--indirect-provider`",
  "`indirectResellerId`": "`--indirect-reseller`",
  "`dualRoleIndirectRelationship`": "`--dual-role`",
};

/** The command's sentences about failures. */
export const COMMAND_SENTENCES: Sentences<AdviceKey | SignInAdviceKey> = {
  ...SENTENCES,
  ...signInSentences("Sign in again", "Sign in without `--device-code`"),
  "900420": "Ask for a token for Partner Center itself.",
  timeout: "Try again later, or allow more time with `--timeout`.",
  "client-secret":
    "The client secret is wrong. Check that PARTNER_CENTER_CLIENT_SECRET is the value of the secret, not its id.",
  "confidential-app":
    'The app registration is confidential: set PARTNER_CENTER_CLIENT_SECRET (or _CERTIFICATE, or _ASSERTION_FILE), or turn "Allow public client flows" on.',
  "public-app":
    "The app registration is public: unset PARTNER_CENTER_CLIENT_SECRET, _CERTIFICATE and _ASSERTION_FILE.",
  "app-unknown": "The tenant does not know the app. Check app id, tenant and cloud.",
  "tenant-unknown": "There is no such tenant in this cloud. Check tenant and cloud.",
  "resource-unknown": "The tenant does not know Partner Center. Check the cloud.",
  "invalid-client": "Check the app id, and its secret, certificate or assertion.",
  "unauthorized-client": "Check the app id and what the app registration allows.",
  scope: "Check the cloud.",
  "no-port": "Sign in with `--device-code`, which needs none.",
};

/** Returns the message of a failure in the words of the command; `remedy` says what to do, too. */
export function wordFailure(parts: MessageParts, remedy: string | undefined): string {
  const { hints = [] } = parts;
  return composeMessage(
    { ...withOptions(parts), hints: [...hints, ...(remedy === undefined ? [] : [remedy])] },
    COMMAND_SENTENCES,
  );
}

/** Names the options in place of the parameters. */
function withOptions({ advice, cause, ...parts }: MessageParts): MessageParts {
  return {
    ...parts,
    cause: cause && withOptions(cause),
    advice: advice && {
      ...advice,
      supplied: advice.supplied?.map((name) => OPTIONS[name] ?? name),
    },
  };
}
