/** Returns whether a word may be repeated in an error: it is too short for a token, and looks like none. */
export function isShowable(word: string): boolean {
  return word.length <= 32 && !/~|^-*eyJ|\p{Cc}/u.test(word);
}

/** Names of other programs for what a command here does. */
const SYNONYMS: Readonly<Record<string, string>> = {
  login: "sign-in",
  signin: "sign-in",
  logout: "sign-out",
  signout: "sign-out",
};

/** Options for secrets, which do not exist, and where secrets go. */
const SECRETS: ReadonlyArray<readonly [option: RegExp, instead: string]> = [
  [/^--?(access-?)?token$/, "`--token-stdin` or PARTNER_CENTER_TOKEN"],
  [/^--?refresh-?token$/, "PARTNER_CENTER_REFRESH_TOKEN"],
  [/^--?(client-?)?(secret|password)$/, "PARTNER_CENTER_CLIENT_SECRET"],
];

/** Returns the message for a word that is no command; `near` is the command that the parser suggests. */
export function unknownCommand(word: string, near: string | undefined, group = ""): string {
  const name = isShowable(word) ? `Unknown command \`${group}${word}\`.` : "Unknown command.";
  const suggestion = group === "" && Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : near;
  return `${name}${didYouMean(suggestion && `${group}${suggestion}`)} ${seeHelp(group.trim())}`;
}

/** Returns the message for an option that the command lacks. */
export function unknownOption(
  option: string,
  near: string | undefined,
  command: string,
  flags: readonly string[],
): string {
  const [name = "", value] = option.split("=", 2);
  const secret = SECRETS.find(([pattern]) => pattern.test(name));
  if (secret !== undefined) {
    return `Unknown option \`${name}\`: the list of processes would show a secret that is an argument. Use ${secret[1]}.`;
  }
  if (value !== undefined && flags.includes(name)) {
    return `\`${name}\` takes no value. ${seeHelp(command)}`;
  }
  const where = command === "" ? " before a command" : ` of \`${command}\``;
  const shown = isShowable(name) ? `Unknown option \`${name}\`` : "Unknown option";
  return `${shown}${where}.${didYouMean(near)} ${seeHelp(command)}`;
}

/** Returns the sentence that points to the help of a command, or to the help of all. */
export function seeHelp(command: string): string {
  return `See \`partner-center ${command === "" ? "" : `${command} `}--help\`.`;
}

function didYouMean(near: string | undefined): string {
  return near === undefined ? "" : ` Did you mean \`${near}\`?`;
}
