import { COMMANDS, findCommand } from "../commands/index.js";
import type { Shell } from "../shell.js";
import { CLOUD_NAMES } from "./common-options.js";
import { isArgument, type OptionDefinition } from "./definition.js";
import { TOPICS } from "./topics.js";

/** A word that may come next, and what it is. */
interface Candidate {
  readonly word: string;
  readonly description: string;
}

/** What the scripts of the shells read as "complete the names of files". */
const FILES = ":files";

/**
 * Returns what may come in place of the last word, a line each: the word, a tab, and what it is; or one line that asks
 * the shell for names of files. `words` come without the program; the last one may be empty or incomplete.
 */
export async function complete(
  words: readonly string[],
  shell: Pick<Shell, "env" | "platform" | "home">,
): Promise<string> {
  const before = words.slice(0, -1);
  // Some shells pass an empty word as quotes.
  const current = (words.at(-1) ?? "").replace(/^""$/, "");
  const command = findCommand(before);
  const candidates =
    command === undefined
      ? commandWords(before, current)
      : await wordsFor(
          command.options,
          before.slice(command.name.split(" ").length),
          current,
          shell,
        );
  if (candidates === FILES) {
    return `${FILES}\n`;
  }
  return candidates
    .filter(({ word }) => word.startsWith(current))
    .map(({ word, description }) => `${word}\t${description}\n`)
    .join("");
}

function commandWords([first, ...rest]: readonly string[], current: string): Candidate[] {
  const all = COMMANDS.map(({ name, summary }) => ({ word: name, description: summary }));
  if (first === undefined && current.startsWith("-")) {
    return [
      { word: "--help", description: "print help" },
      { word: "--version", description: "print the version" },
    ];
  }
  const topics = Object.entries(TOPICS).map(([word, { title }]) => ({ word, description: title }));
  const help = { word: "help", description: "Print help for a command or a topic." };
  if (first === "help") {
    return nextWords([...all, ...topics], rest);
  }
  return nextWords(
    [...all, ...(first === undefined ? [help] : [])],
    [first ?? []].flat().concat(rest),
  );
}

/** Returns the words that follow these in the names of commands. */
function nextWords(candidates: readonly Candidate[], words: readonly string[]): Candidate[] {
  const prefix = words.map((word) => `${word} `).join("");
  const next = new Map<string, Candidate>();
  for (const { word: name, description } of candidates) {
    const [word = "", second] = name.slice(prefix.length).split(" ");
    if (name.startsWith(prefix) && !next.has(word)) {
      const group = `Commands that start with ${word}.`;
      next.set(word, { word, description: second === undefined ? description : group });
    }
  }
  return [...next.values()];
}

async function wordsFor(
  options: Readonly<Record<string, OptionDefinition>>,
  before: readonly string[],
  current: string,
  shell: Pick<Shell, "env" | "platform" | "home">,
): Promise<Candidate[] | typeof FILES> {
  const optionIn = (word: string | undefined) =>
    word?.startsWith("--") ? options[word.slice("--".length)] : undefined;
  const valued = optionIn(before.at(-1));
  if (valued !== undefined && valued.type !== "flag") {
    return valuesOf(valued, shell);
  }
  const [, inline] = /^(--[\w-]+)=/.exec(current) ?? [];
  const inlined = optionIn(inline);
  if (inline !== undefined) {
    const values = inlined === undefined ? [] : await valuesOf(inlined, shell);
    return values === FILES
      ? []
      : values.map(({ word, description }) => ({ word: `${inline}=${word}`, description }));
  }
  if (current.startsWith("-")) {
    const supplied = before.map((word) => word.split("=", 1).join());
    const left = Object.entries(options).filter(
      ([name, option]) =>
        !isArgument(option) && (!supplied.includes(`--${name}`) || "isRepeatable" in option),
    );
    return [
      ...left.map(([name, { description }]) => ({ word: `--${name}`, description })),
      { word: "--help", description: "print this help" },
    ];
  }
  const argument = Object.values(options).find(isArgument);
  const isSupplied = before.some(
    (word, index) =>
      !word.startsWith("-") && (optionIn(before[index - 1])?.type ?? "flag") === "flag",
  );
  return argument === undefined || isSupplied ? [] : valuesOf(argument, shell);
}

async function valuesOf(
  option: OptionDefinition,
  shell: Pick<Shell, "env" | "platform" | "home">,
): Promise<Candidate[] | typeof FILES> {
  if ("isFile" in option) {
    return FILES;
  }
  const words =
    option.type === "choice"
      ? option.values
      : option.type === "cloud"
        ? CLOUD_NAMES
        : option.type === "profile"
          ? await profileNames(shell)
          : [];
  return words.map((word) => ({ word, description: "" }));
}

async function profileNames(shell: Pick<Shell, "env" | "platform" | "home">): Promise<string[]> {
  // The only candidates that are not in the definitions.
  const [{ configFolder }, { knownProfiles }] = await Promise.all([
    import("../sign-in/config-folder.js"),
    import("../sign-in/profile-notes.js"),
  ]);
  return (await knownProfiles(configFolder(shell))).map(({ name }) => name);
}
