import { clouds } from "../../../token/clouds.js";
import type { Target } from "../../connection.js";
import type { SuppliedOptions } from "../../parser/definition.js";

/**
 * Returns the command that continues a run of `links`, ready to be typed. What an environment variable or the sign-in
 * chose is among its options, as another shell may choose something else.
 */
export function resumeCommand(
  supplied: SuppliedOptions,
  file: string,
  { profile, cloud, baseUrl }: Pick<Target, "profile" | "cloud" | "baseUrl">,
): string {
  const shown = {
    ...supplied,
    resume: file,
    ...(profile !== undefined && profile.option !== "" && { profile: profile.name }),
    ...(cloud !== "global" && { cloud }),
    ...(baseUrl !== clouds[cloud].baseUrl && { "base-url": baseUrl }),
  };
  const input = supplied.from === "-" ? " (with the same input)" : "";
  const token = supplied["token-stdin"] ? " (with an access token on standard input)" : "";
  return `${commandWith("links", shown)}${input}${token}`;
}

/** Returns a command with these options, ready to be typed. */
export function commandWith(command: string, supplied: SuppliedOptions): string {
  const options = Object.entries(supplied).flatMap(([name, value]) =>
    value === true
      ? [`--${name}`]
      : [value].flat().map((text) => `--${name}${/^-./.test(text) ? "=" : " "}${shellWord(text)}`),
  );
  return ["partner-center", command, ...options].join(" ");
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
