import type { Command, CommanderError } from "commander";

const SECRET = /^--?(access-?|refresh-?|client-?)?(token|secret|password)\b/;

/** Says in one line what the parser found wrong, and never the value of an argument, which may be a secret. */
export function usageMessage(
  { code, message }: Pick<CommanderError, "code" | "message">,
  program: Command,
): string {
  const names = program.commands.map((command) => command.name());
  const known = `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
  const help = "`partner-center --help` shows them all.";
  const [, suggestion] = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message) ?? [];
  const perhaps = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
  const [, quoted = ""] = /'([^']*)'/.exec(message) ?? [];
  switch (code) {
    case "commander.help":
      return `Expected a command, ${known}. ${help}`;
    case "commander.unknownCommand":
      return `Expected a command, ${known}, got another one.${perhaps} ${help}`;
    case "commander.unknownOption": {
      const [flag = ""] = quoted.split("=");
      return SECRET.test(flag)
        ? `There is no option ${flag}: a secret as an argument would show in the list of processes. Use --token-stdin or PARTNER_CENTER_TOKEN.`
        : `There is no option ${shown(flag)}.${perhaps} ${help}`;
    }
    case "commander.optionMissingArgument":
      return `Expected a value after ${quoted}.`;
    case "commander.missingMandatoryOptionValue":
      return `Expected ${quoted}. \`partner-center sign-in --help\` shows what it is.`;
    case "commander.excessArguments":
      return `Expected options only, got an argument that belongs to none. ${help}`;
    default:
      return message.replace(/^error: /, "");
  }
}

/** A flag that somebody mistyped, but no token that somebody pasted. */
function shown(flag: string): string {
  return flag.length > 40 ? "of that name" : flag;
}
