import { COMMANDS } from "../src/cli/commands/index.js";
import { EXIT_CODES } from "../src/cli/parser/topics.js";

/** Tables that guides have in common with the help of the command, by the name in the marker before them. */
const TABLES: Readonly<Record<string, () => string>> = {
  commands: () =>
    table(
      ["command", "what it does"],
      COMMANDS.map(({ name, summary }) => [`\`${name}\``, summary]),
    ),
  "exit codes": () => table(["exit code", "meaning"], EXIT_CODES),
};

/** Returns the text of a guide with each table behind a marker `<!-- table: name -->` written anew. */
export function fillTables(markdown: string): string {
  return markdown.replace(
    /^(<!-- table: (.+) -->\n\n)(?:\|.*\n)*/gm,
    (_match, marker: string, name: string) => {
      const { [name]: render } = TABLES;
      if (render === undefined) {
        throw new TypeError(
          `There is no table "${name}"; there are ${Object.keys(TABLES).join(", ")}.`,
        );
      }
      return `${marker}${render()}`;
    },
  );
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |\n`)
    .join("");
}
