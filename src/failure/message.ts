import { type Advice, type Sentences, wordAdvice } from "./advice.js";
import { oneLine } from "./sanitize.js";

/** Far more than any message has, unless somebody else's words are in it. */
const LONGEST_MESSAGE = 8_192;
/** Who may call, where a token of an app alone is refused. */
const USER = "(App+User)";

/** What the message of a failure is composed of, so that the command can compose it in its own words. */
export interface MessageParts {
  /** What was attempted, and what came of it: a sentence. */
  readonly outcome: string;
  /** The failure to sign in that the outcome ends with. */
  readonly cause?: MessageParts | undefined;
  readonly advice?: Advice | undefined;
  readonly hints?: readonly string[] | undefined;
  /** The ids to quote, in parentheses. */
  readonly ids?: string | undefined;
}

/** Returns the message of these parts in these words, on one line. */
export function composeMessage(parts: MessageParts, sentences: Sentences<string>): string {
  return oneLine(composed(parts, sentences), LONGEST_MESSAGE);
}

function composed(
  { outcome, cause, advice, hints = [], ids = "" }: MessageParts,
  sentences: Sentences<string>,
): string {
  const words = advice && wordAdvice(advice, sentences);
  // The token's own claims may say the same, and of this token.
  const isSaid = words?.includes(USER) && hints.some((hint) => hint.includes(USER));
  const all = [outcome, cause && composed(cause, sentences), isSaid ? "" : words, ...hints];
  return all.filter(Boolean).join(" ") + ids;
}

/** Returns a text with a full stop, unless it ends with one. */
export function sentence(text: string): string {
  return /[.!?]"?$/.test(text) ? text : `${text}.`;
}
