import { REDACTED } from "../wire/redaction.js";

/** Hides what looks like a token in words that are not ours, such as a parser's, which quotes what it could not read. */
export function masked(text: string): string {
  return text.replace(/\beyJ[\w.-]*|[\w~+=.-]{30,}/g, (run) =>
    isSecretLike(run) ? REDACTED : run,
  );
}

// Host names, GUIDs and the names of events are long too, but neither of mixed letters and digits nor with a tilde.
function isSecretLike(run: string): boolean {
  const isMixed = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(run));
  const isLong = /[\w+=-]{40}/.test(run) && /[^a-z.-]/.test(run);
  return run.startsWith("eyJ") || run.includes("~") || isMixed || isLong;
}
