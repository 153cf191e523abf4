import type { CloudName } from "../../token/clouds.js";
import type { Shell } from "../shell.js";
import type { Profile } from "../sign-in/profile.js";

/** What the text of an option is read as, by the name of its type. */
export interface ValueTypes {
  readonly text: string;
  /** A tenant id as the description has it. */
  readonly tenant: string;
  /** The id or a domain name of the tenant to sign in to. */
  readonly "sign-in-tenant": string;
  /** The id of an app registration. */
  readonly app: string;
  readonly guid: string;
  readonly locale: string;
  /** Seconds on the command line, milliseconds in the program. */
  readonly seconds: number;
  /** A base URL, without trailing slashes. */
  readonly url: string;
  /** The URL of a webhook, exactly as supplied. */
  readonly webhook: string;
  /** The URL of a proxy; false for none. */
  readonly proxy: string | false;
  readonly cloud: CloudName;
  readonly profile: Profile;
}

/** The name of a type of values that need no further rule. */
export type ValueType = keyof ValueTypes;

interface Described {
  readonly description: string;
  /** An option that contradicts this one. */
  readonly conflictsWith?: string;
}

interface Valued extends Described {
  /** What help calls the value. */
  readonly placeholder: string;
  readonly isRequired?: true;
  readonly isRepeatable?: true;
  /** Whether it is an argument, which comes without the name. */
  readonly isArgument?: true;
  /** Whether shells complete the names of files. */
  readonly isFile?: true;
  /** Least and most seconds. */
  readonly least?: number;
  readonly most?: number;
}

/** An option of a command, or its argument. */
export type OptionDefinition =
  | (Described & { readonly type: "flag" })
  | (Valued & { readonly type: "whole"; readonly least: number; readonly most: number })
  | (Valued & { readonly type: "choice"; readonly values: readonly string[] })
  | (Valued & { readonly type: ValueType });

/** The options of a command, and its argument, by name. */
export type OptionTable = Readonly<Record<string, OptionDefinition>>;

type Read<Definition extends OptionDefinition> = Definition extends {
  readonly type: "choice";
  readonly values: readonly (infer Value)[];
}
  ? Value
  : Definition extends { readonly type: "whole" }
    ? number
    : Definition extends { readonly type: infer Type extends ValueType }
      ? ValueTypes[Type]
      : never;

type Present<Definition extends OptionDefinition> = Definition extends {
  readonly isRepeatable: true;
}
  ? readonly Read<Definition>[]
  : Read<Definition>;

/** The options of a command as its handler gets them. */
export type Options<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends { readonly type: "flag" }
    ? boolean
    : Table[Name] extends { readonly isRequired: true } | { readonly isArgument: true }
      ? Present<Table[Name]>
      : Present<Table[Name]> | undefined;
};

/** Options as they were typed: the texts of their values, `true` for a flag. */
export type SuppliedOptions = Readonly<Record<string, string | true | readonly string[]>>;

/** Does what a command is for. Rejects with the failure that says what went wrong. */
export type Handler<Table extends OptionTable> = (
  options: Options<Table>,
  shell: Shell,
  supplied: SuppliedOptions,
) => Promise<void>;

/** The headings of help, in their order. */
export const GROUPS = ["Links", "Partners and customers", "Sign-in", "Webhooks", "Tools"] as const;

/** What help, completion and the guide say of a command, and how to run it. */
export interface CommandDefinition {
  /** One word, or two. */
  readonly name: string;
  readonly group: (typeof GROUPS)[number];
  readonly summary: string;
  readonly options: OptionTable;
  readonly examples: readonly [string, ...string[]];
  /** The guide to read, by its title. */
  readonly guide: string;
  run(supplied: SuppliedOptions, shell: Shell): Promise<void>;
}

/** Defines a command whose handler loads when the command runs, with its options checked before. */
export function defineCommand<Table extends OptionTable>({
  load,
  ...command
}: Omit<CommandDefinition, "run" | "options"> & {
  readonly options: Table;
  readonly load: () => Promise<Handler<Table>>;
}): CommandDefinition {
  return {
    ...command,
    async run(supplied, shell) {
      const [{ readOptions }, handle] = await Promise.all([import("./values.js"), load()]);
      await handle(readOptions(command.options, supplied), shell, supplied);
    },
  };
}

/** Returns how an option is typed, or how help shows an argument. */
export function labelFor(name: string, definition: OptionDefinition): string {
  return isArgument(definition) ? `<${name}>` : `--${name}`;
}

/** Returns whether this is the argument of a command, not an option. */
export function isArgument(definition: OptionDefinition): boolean {
  return "isArgument" in definition;
}
