import type { Given } from "./command-line.js";

/** The command that goes on with a run of `links`, as it can be typed. */
export function resumeCommand(given: Given, file: string): string {
  const shown = { ...given, resume: file, ...(given.proxy && { proxy: shownProxy(given.proxy) }) };
  const options = Object.entries(shown).map(([name, value]) =>
    value === true ? `--${name}` : `--${name} ${shellWord(String(value))}`,
  );
  const input = given.from === "-" ? " (with the same input)" : "";
  return `partner-center links ${options.join(" ")}${input}`;
}

/** The URL of a proxy, unless there may be a password in it. */
function shownProxy(proxy: string | true): string {
  return String(proxy).includes("@") ? "<url>" : String(proxy);
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
