import type { Given } from "./command-line.js";

/** The command that goes on with a run of `links`, as it can be typed. */
export function resumeCommand(given: Given, file: string): string {
  const options = Object.entries({ ...given, resume: file }).map(([name, value]) =>
    value === true ? `--${name}` : `--${name} ${shellWord(String(value))}`,
  );
  const input = given.from === "-" ? " (with the same input)" : "";
  return `partner-center links ${options.join(" ")}${input}`;
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
