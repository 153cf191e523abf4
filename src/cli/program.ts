import { Command, Option } from "commander";
import type { CloudName } from "../clouds.js";
import { usageFailure } from "./command-failure.js";
import type { CallArguments, LinkArguments } from "./settings.js";
import type { SignInArguments } from "./sign-in.js";

/** What the commands do; each is loaded when it is asked for, so that help is there at once. */
export interface Commands {
  link(given: LinkArguments): Promise<void>;
  signIn(given: SignInArguments): Promise<void>;
  signOut(): Promise<void>;
  doctor(given: CallArguments): Promise<void>;
}

// A list of the table would cost --help the loading of it; this one does not compile unless it is complete.
const CLOUDS: Readonly<Record<CloudName, true>> = { global: true, china: true, usGovernment: true };

const EXAMPLES = `
Examples:
  partner-center sign-in --tenant contoso.onmicrosoft.com --client-id 0f9f0b57-3a5c-4a41-9d0f-6d6b0c1f7a11
  partner-center link
  partner-center link --indirect-reseller 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90 --json
  partner-center doctor
`;
const CREDENTIALS = `
Signs in with the first of these that is there:
  --token-stdin                 an access token on standard input
  PARTNER_CENTER_TOKEN          an access token
  PARTNER_CENTER_REFRESH_TOKEN  a refresh token, with PARTNER_CENTER_TENANT_ID, PARTNER_CENTER_CLIENT_ID
                                and, for an app that has a secret, PARTNER_CENTER_CLIENT_SECRET
  what \`partner-center sign-in\` kept
`;
const EXIT_CODES = `
Exit codes:
  0    done
  1    the service refused, or answered with something else than a link
  2    the arguments make no sense; nothing was sent
  3    not signed in, or signing in failed
  4    throttled or unreachable; come back later
  130  interrupted
`;
const LINK_EXAMPLES = `
Examples:
  partner-center link
  partner-center link --indirect-provider 9c7f5f0e-8c3b-4d0e-a7e1-5f3c2b1a0d94
  partner-center link --dual-role --indirect-provider 9c7f5f0e-8c3b-4d0e-a7e1-5f3c2b1a0d94
  pass partner-center | partner-center link --token-stdin --json
`;

/** The commands and their options, as words and rules; nothing is run before \`parseAsync\`. */
export function createProgram(version: string, commands: Commands): Command {
  const program = new Command("partner-center")
    .description(
      "Gets from Microsoft Partner Center the link with which a customer accepts a partner as its reseller.",
    )
    .version(version, "--version", "print the version")
    .helpOption("--help", "show this")
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText("after", `${EXAMPLES}${CREDENTIALS}${EXIT_CODES}`);
  addLink(program, commands);
  addSignIn(program, commands);
  program
    .command("sign-out")
    .description("Forget what sign-in kept")
    .action(() => commands.signOut());
  addCallOptions(program.command("doctor"))
    .description(
      "Say what would be used to sign in, what is wrong with it, and whether the service answers",
    )
    .action((given: CallArguments) => commands.doctor(given));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  }
  return program;
}

function addLink(program: Command, commands: Commands): void {
  const command = program
    .command("link")
    .description("Print the link")
    .option("--indirect-provider <tenant>", "tenant id of the indirect provider")
    .option("--indirect-reseller <tenant>", "tenant id of the indirect reseller")
    .option(
      "--dual-role",
      "for a tenant that is both direct partner and reseller: an indirect customer",
    )
    .option("--no-dual-role", "for such a tenant: a direct customer")
    .option("--locale <tag>", "language of texts in the reply, such as de-DE")
    .option(
      "--correlation-id <guid>",
      "the id under which Microsoft finds the call (default: a new one)",
    );
  addCallOptions(command)
    .addHelpText("after", `${LINK_EXAMPLES}${CREDENTIALS}${EXIT_CODES}`)
    .action((given: LinkArguments) => commands.link(given));
  refuseTogether(command, "dual-role", "no-dual-role");
}

function addSignIn(program: Command, commands: Commands): void {
  program
    .command("sign-in")
    .description("Sign a user in by way of any browser, and keep the refresh token")
    .requiredOption("--tenant <tenant>", "id or domain name of the partner's tenant")
    .requiredOption(
      "--client-id <app>",
      "id of an app registration that allows public client flows",
    )
    .addOption(cloudOption())
    .addOption(authorityOption())
    .action((given: SignInArguments) => commands.signIn(given));
}

function addCallOptions(command: Command): Command {
  return command
    .option("--token-stdin", "read the access token from standard input")
    .addOption(cloudOption())
    .addOption(authorityOption())
    .option("--base-url <url>", "another address of the service (https, or http on this machine)")
    .option("--timeout <seconds>", "how long one attempt may take (default: 30)")
    .option("--json", "print an object; a failure is an object on standard error")
    .option("--verbose", "log each attempt on standard error");
}

function cloudOption(): Option {
  const names = Object.keys(CLOUDS).join(", ");
  return new Option(
    "--cloud <name>",
    `national cloud: ${names} (default: that of the sign-in, else global)`,
  );
}

function authorityOption(): Option {
  return new Option(
    "--authority <url>",
    "another address to sign in at (https, or http on this machine)",
  );
}

/** The parser would take the last of two flags with one meaning each. */
function refuseTogether(command: Command, ...names: string[]): void {
  const given = new Set<string>();
  for (const name of names) {
    command.on(`option:${name}`, () => {
      given.add(name);
      if (given.size > 1) {
        throw usageFailure(
          `Expected one of ${names.map((each) => `--${each}`).join(" and ")}, got both.`,
        );
      }
    });
  }
}
