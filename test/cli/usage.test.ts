import { COMMANDS } from "../../src/cli/commands/index.js";
import { isArgument } from "../../src/cli/parser/definition.js";
import { withHome } from "./bin.js";
import { failureLine, withService } from "./service.js";

const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };
const SECRET = "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2lnbmF0dXJl";

/** What the arguments are rejected with. Without a service of the test's, whatever is sent fails otherwise. */
function rejectionOf(args: readonly string[]): Promise<string> {
  return withHome(async ({ run }) => {
    const { exitCode, stdout, stderr } = await run(args, { env: ENV });

    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    return stderr.replace(/^partner-center: (.*)\n$/s, "$1");
  });
}

describe("partner-center ends with 2, and sends nothing, when", () => {
  it.each([
    ["lnik", "Unknown command `lnik`. Did you mean `link`? See `partner-center --help`."],
    ["hlep", "Unknown command `hlep`. Did you mean `help`? See `partner-center --help`."],
    [
      "custmers",
      "Unknown command `custmers`. Did you mean `customers`? See `partner-center --help`.",
    ],
    ["login", "Unknown command `login`. Did you mean `sign-in`? See `partner-center --help`."],
    ["logout", "Unknown command `logout`. Did you mean `sign-out`? See `partner-center --help`."],
    ["invoices", "Unknown command `invoices`. See `partner-center --help`."],
    [
      "webhook",
      "`webhook` needs a second word: `webhook show`, `webhook events`, `webhook set`, `webhook test`. See `partner-center webhook --help`.",
    ],
    [
      "webhook shwo",
      "Unknown command `webhook shwo`. Did you mean `webhook show`? See `partner-center webhook --help`.",
    ],
    [
      "webhook shw --base-url http://127.0.0.1:1",
      "Unknown command `webhook shw`. Did you mean `webhook show`? See `partner-center webhook --help`.",
    ],
    ["help lnik", "Unknown command `lnik`. Did you mean `link`? See `partner-center --help`."],
    [
      "help exit-code",
      "Unknown command `exit-code`. Did you mean `exit-codes`? See `partner-center --help`.",
    ],
    [
      "help link doctor",
      "`help` takes the name of one command or topic. See `partner-center --help`.",
    ],
    ["version link", "`version` takes no arguments. See `partner-center --help`."],
    ["--verbose", "Unknown option `--verbose` before a command. See `partner-center --help`."],
    ["--json link", "Unknown option `--json` before a command. See `partner-center --help`."],
    ["link --tokn", "Unknown option `--tokn` of `link`. See `partner-center link --help`."],
    [
      "link --indirect-reseler x",
      "Unknown option `--indirect-reseler` of `link`. Did you mean `--indirect-reseller`? See `partner-center link --help`.",
    ],
    [
      "link --client-id x",
      "Unknown option `--client-id` of `link`. See `partner-center link --help`.",
    ],
    ["link -x", "Unknown option `-x` of `link`. See `partner-center link --help`."],
    ["link word", "`link` takes no arguments. See `partner-center link --help`."],
    ["link -- --json", "`link` takes no arguments. See `partner-center link --help`."],
    ["wait", "Missing `<customer>`: tenant id of the customer. See `partner-center wait --help`."],
    [
      "remove contoso.com fabrikam.com",
      "`remove` takes one argument, `<customer>`. See `partner-center remove --help`.",
    ],
    [
      "link --cloud",
      "`--cloud` needs a value: `--cloud <name>`. See `partner-center link --help`.",
    ],
    [
      "link --indirect-reseller --verbose",
      "`--indirect-reseller` needs a value: `--indirect-reseller <tenant>`. See `partner-center link --help`.",
    ],
    ["link --verbose=1", "`--verbose` takes no value. See `partner-center link --help`."],
    ["link --verbose --verbose", "Pass `--verbose` only once."],
    ["link --cloud china --cloud global", "Pass `--cloud` only once."],
    ["link --dual-role --no-dual-role", "Pass either `--dual-role` or `--no-dual-role`, not both."],
    ["link --no-dual-role --dual-role", "Pass either `--no-dual-role` or `--dual-role`, not both."],
    [
      "link --profile fabrikam --token-stdin",
      "Pass either `--profile` or `--token-stdin`, not both.",
    ],
    [
      "customers --domain contoso --reseller contoso.com",
      "Pass either `--domain` or `--reseller`, not both.",
    ],
    ["links", "Pass either `--from <file>` or `--all-resellers`."],
    [
      "customers --excel --output jsonl",
      "Pass either `--excel` or another format than CSV, not both.",
    ],
    ["links --from a.csv --all-resellers", "Pass either `--from` or `--all-resellers`, not both."],
    [
      "links --from - --token-stdin",
      "Pass either `--from -` or `--token-stdin`: both read from standard input.",
    ],
    [
      "links --all-resellers --concurrency 257",
      "Invalid `--concurrency`: expected a whole number from 1 to 256.",
    ],
    [
      "links --all-resellers --output xml",
      "Invalid `--output`: expected table, csv, json or jsonl.",
    ],

    [
      "wait 4871236",
      "Invalid `<customer>`: expected a tenant id (a GUID or a domain name); digits alone are a PartnerID.",
    ],
    [
      "wait contoso.com --interval 59",
      "Invalid `--interval`: expected seconds from 60 to 2147483.",
    ],
    [
      "remove contoso.com --yes fabrikam.com",
      "Invalid `--yes`: expected the same id as `<customer>`. Nothing was sent.",
    ],
    [
      "remove contoso.com",
      "No terminal to confirm on. Pass `--yes <tenant>` with the customer id. Nothing was sent.",
    ],
    [
      "webhook set http://example.com",
      "Invalid `<url>`: expected an https URL (http only for loopback).",
    ],
    ["webhook set https://example.com --event=", "Invalid `--event`: expected text."],
    ["sandbox --port 65536", "Invalid `--port`: expected a whole number from 0 to 65535."],
    ["completion tcsh", "Invalid `<shell>`: expected bash, zsh, fish or pwsh."],
    [
      "link --indirect-provider=",
      "Invalid `--indirect-provider`: expected a tenant id (a GUID or a domain name).",
    ],
    ["link --cloud germany", "Invalid `--cloud`: expected global, china or usGovernment."],
    ["link --locale de_DE", "Invalid `--locale`: expected a language tag, such as de-DE."],
    [
      "link --correlation-id 1",
      "Invalid `--correlation-id`: expected a GUID, such as 02971f0f-1029-47b2-9fdb-1932f0987470.",
    ],
    [
      "link --base-url http://example.com",
      "Invalid `--base-url`: expected an https URL (http only for loopback).",
    ],
    [
      "link --base-url https://ada:secret@example.com",
      "Invalid `--base-url`: expected a URL without user name, password, query and fragment.",
    ],
    [
      "doctor --authority example",
      "Invalid `--authority`: expected an https URL (http only for loopback).",
    ],
    ["link --timeout 0", "Invalid `--timeout`: expected seconds from 0.001 to 2147483."],
    ["doctor --timeout 3s", "Invalid `--timeout`: expected seconds from 0.001 to 2147483."],
    [
      "link --proxy socks5://127.0.0.1",
      "Invalid `--proxy`: expected none, or the URL of an http or https proxy (SOCKS is not known).",
    ],
    ["sign-in", "Missing option `--tenant <tenant>`: id or domain name of the partner's tenant."],
    [
      "sign-in --tenant contoso.example",
      "Missing option `--client-id <app>`: id of the app registration to sign in with.",
    ],
    [
      "sign-in --tenant a/b --client-id x",
      "Invalid `--tenant`: expected the id or a domain name of a tenant.",
    ],
    [
      "sign-in --tenant contoso --client-id x",
      "Invalid `--tenant`: expected the id or a domain name of a tenant.",
    ],
    [
      "sign-in --tenant contoso.example --client-id x",
      "Invalid `--client-id`: expected the id of an app registration, which is a GUID.",
    ],
    [
      "profiles --profile Fabrikam",
      "Invalid `--profile`: expected a name of at most 32 lower-case letters, digits, - and _ that starts with a letter or digit.",
    ],
  ])("the arguments are `%s`", async (line, message) => {
    await expect(rejectionOf(line.split(" "))).resolves.toBe(message);
  });

  it.each([
    [
      ["link", `--token=${SECRET}`],
      "Unknown option `--token`: the list of processes would show a secret that is an argument. Use `--token-stdin` or PARTNER_CENTER_TOKEN.",
    ],
    [
      ["link", `--refresh-token=${SECRET}`],
      "Unknown option `--refresh-token`: the list of processes would show a secret that is an argument. Use PARTNER_CENTER_REFRESH_TOKEN.",
    ],
    [
      ["sign-in", "--client-secret", "x~secret"],
      "Unknown option `--client-secret`: the list of processes would show a secret that is an argument. Use PARTNER_CENTER_CLIENT_SECRET.",
    ],
    [
      ["link", "--password", "secret"],
      "Unknown option `--password`: the list of processes would show a secret that is an argument. Use PARTNER_CENTER_CLIENT_SECRET.",
    ],
    [["link", `--${SECRET}`], "Unknown option of `link`. See `partner-center link --help`."],
    [["link", "--eyJhbGci"], "Unknown option of `link`. See `partner-center link --help`."],
    [[SECRET], "Unknown command. See `partner-center --help`."],
    [["webhook", SECRET], "Unknown command. See `partner-center webhook --help`."],
    [["help", SECRET], "Unknown command. See `partner-center --help`."],
    [[`a${"b".repeat(32)}`], "Unknown command. See `partner-center --help`."],
    [["link", SECRET], "`link` takes no arguments. See `partner-center link --help`."],
  ])("a secret is in a wrong place: %j", async (args, message) => {
    await expect(rejectionOf(args)).resolves.toBe(message);
  });

  it("a value is invalid, which no error repeats, whatever the option", async () => {
    const options = COMMANDS.flatMap((command) =>
      Object.entries(command.options)
        .filter(([, { type }]) => !["flag", "text"].includes(type))
        .map(([name, definition]) => ({ command, name, definition })),
    );
    expect(options.length).toBeGreaterThan(50);
    for (const { command, name, definition } of options) {
      const required = Object.entries(command.options)
        .filter(
          ([other, option]) => other !== name && ("isArgument" in option || "isRequired" in option),
        )
        .flatMap(([other, option]) =>
          "isArgument" in option ? ["contoso.com"] : [`--${other}=contoso.com`],
        );
      const value = `${SECRET} with spaces`;
      const supplied = isArgument(definition) ? [value] : [`--${name}=${value}`, ...required];
      const message = await rejectionOf([...command.name.split(" "), ...supplied]);

      expect(message).toMatch(/^(Invalid|Missing) /);
      expect(message).not.toContain("eyJ");
    }
  });

  it.each([
    [
      "PARTNER_CENTER_TENANT_ID",
      {},
      /^partner-center: Missing PARTNER_CENTER_TENANT_ID, the id or a domain name of a tenant: /,
    ],
    [
      "PARTNER_CENTER_CLIENT_ID",
      { PARTNER_CENTER_TENANT_ID: "contoso.com" },
      /^partner-center: Missing PARTNER_CENTER_CLIENT_ID, the id of an app registration: /,
    ],
    [
      "a good PARTNER_CENTER_TENANT_ID",
      { PARTNER_CENTER_TENANT_ID: "a-secret~", PARTNER_CENTER_CLIENT_ID: "x" },
      /^partner-center: Invalid PARTNER_CENTER_TENANT_ID: expected the id or a domain name of a tenant\.\n$/,
    ],
  ])("the refresh token in the environment comes without %s", (_title, env, pattern) =>
    withService("link", async ({ run }, { url, requests }) => {
      const ended = await run(["link", "--base-url", url], {
        env: { PARTNER_CENTER_REFRESH_TOKEN: "a-refresh-token", ...env },
      });

      expect(ended).toEqual(failureLine(2, pattern));
      expect(requests).toEqual([]);
    }),
  );

  it("a token would have to be typed where everybody sees it", () =>
    withHome(async ({ startOnTerminal }) => {
      const { exitCode, stdout } = await startOnTerminal(["link", "--token-stdin"]).ended;

      expect(exitCode).toBe(2);
      expect(stdout).toMatch(
        /^partner-center: `--token-stdin` reads from a pipe, not from a terminal, .*Nothing was sent\.\r\n$/,
      );
    }));

  it.each([[["sign-in", "--json"]], [["sign-out", "--json"]], [["link", "--", "--json"]]])(
    "`--json` is no option, and then the failure is a line: %j",
    (args) =>
      withHome(async ({ run }) => {
        await expect(run(args)).resolves.toEqual(failureLine(2, /^partner-center: .*\n$/));
      }),
  );

  it("`--json` asks for an object", () =>
    withHome(async ({ run }) => {
      const { exitCode, stdout, stderr } = await run(["link", "--cloud", "mars", "--json"]);

      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
      expect(JSON.parse(stderr)).toEqual({
        reason: "usage",
        message: "Invalid `--cloud`: expected global, china or usGovernment.",
        exitCode: 2,
      });
      for (const output of [["--output", "json"], ["--output=json"]]) {
        const ended = await run(["customers", "--cloud", "mars", ...output]);
        expect(JSON.parse(ended.stderr)).toMatchObject({ exitCode: 2 });
      }
    }));

  it.each(["links --all-resellers", "customers", "resellers", "providers", "profiles"])(
    "`--json` and another `--output` differ: %s",
    (command) =>
      withHome(async ({ run }) => {
        const args = [...command.split(" "), "--json", "--output", "csv"];
        const { exitCode, stderr } = await run(args, { env: ENV });

        expect(exitCode).toBe(2);
        expect(JSON.parse(stderr)).toMatchObject({
          message: "Pass either `--json` or `--output csv`, not both.",
        });
      }),
  );
});

describe("partner-center", () => {
  it.each([
    [[], ["--help"]],
    [["help"], ["--help"]],
    [
      ["help", "webhook", "set"],
      ["webhook", "set", "--help"],
    ],
    [
      ["help", "webhook"],
      ["webhook", "--help"],
    ],
    [
      ["help", "link"],
      ["link", "--help"],
    ],
    [
      ["doctor", "-h"],
      ["doctor", "--help"],
    ],
    [["version"], ["--version"]],
    [["-v"], ["--version"]],
    [
      ["wait", "-h"],
      ["wait", "--help"],
    ],
    [
      ["webhook", "--help"],
      ["help", "webhook"],
    ],
  ])("takes %j for %j", (args, meant) =>
    withHome(async ({ run }) => {
      const ended = await run(args);

      expect(ended).toEqual(await run(meant));
      expect(ended).toMatchObject({ exitCode: 0, stderr: "" });
    }),
  );
});
