import type { Target } from "../../connection.js";
import type { Given } from "../../parser/command-line.js";

/**
 * Returns the command that continues a run of `links`, ready to be typed. What an environment variable or the sign-in
 * chose is among its options, as another shell may choose something else.
 */
export function resumeCommand(
  given: Given,
  file: string,
  { profile, cloud }: Pick<Target, "profile" | "cloud">,
): string {
  const shown = {
    ...given,
    resume: file,
    ...(profile !== undefined && profile.option !== "" && { profile: profile.name }),
    ...(cloud !== "global" && { cloud }),
  };
  const input = given.from === "-" ? " (with the same input)" : "";
  const token = given["token-stdin"] ? " (with an access token on standard input)" : "";
  return `${commandWith("links", shown)}${input}${token}`;
}

/** Returns a command with these options, ready to be typed, but for the password of a proxy. */
export function commandWith(command: string, given: Given): string {
  const shown = { ...given, ...(given.proxy && { proxy: shownProxy(given.proxy) }) };
  const options = Object.entries(shown).map(([name, value]) => {
    const text = String(value);
    return value === true
      ? `--${name}`
      : `--${name}${/^-./.test(text) ? "=" : " "}${shellWord(text)}`;
  });
  return ["partner-center", command, ...options].join(" ");
}

/** The URL of a proxy, unless there may be a password in it. */
function shownProxy(proxy: string | true): string {
  return String(proxy).includes("@") ? "<url>" : String(proxy);
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
