import { withHome } from "./bin.js";
import { failureLine, withService } from "./service.js";

const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };
const SECRET = "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2lnbmF0dXJl";

describe("partner-center ends with 2, and sends nothing, when", () => {
  it.each([
    [
      "the command is none",
      ["lnk"],
      "Expected a command, got another word. Did you mean `link`? See `partner-center --help`.",
    ],
    [
      "the command is like none",
      ["invoices"],
      "Expected a command, got another word. See `partner-center --help`.",
    ],
    [
      "the second word of a command is missing",
      ["webhook"],
      "Expected webhook show, webhook events, webhook set or webhook test. See `partner-center webhook --help`.",
    ],
    [
      "the second word of a command is another",
      ["webhook", "shwo"],
      "Expected webhook show, webhook events, webhook set or webhook test, got another word. Did you mean `webhook show`? See `partner-center webhook --help`.",
    ],
    [
      "the second word of a command is another, and has options",
      ["webhook", "shw", "--base-url", "http://127.0.0.1:1"],
      "Expected webhook show, webhook events, webhook set or webhook test, got another word. Did you mean `webhook show`? See `partner-center webhook --help`.",
    ],
    [
      "an option is none",
      ["link", "--tokn"],
      "There is no option `--tokn` of link. See `partner-center link --help`.",
    ],
    [
      "an option is like one",
      ["link", "--indirect-reseler", "x"],
      "There is no option `--indirect-reseler` of link. Did you mean `--indirect-reseller`? See `partner-center link --help`.",
    ],
    [
      "the customer is missing",
      ["wait"],
      "Expected `<customer>` after wait: tenant id of the customer. See `partner-center wait --help`.",
    ],
    [
      "there is a word too many",
      ["remove", "contoso.com", "fabrikam.com"],
      "Expected one `<customer>` and options after remove, got another word. See `partner-center remove --help`.",
    ],
    [
      "the customer is a PartnerID",
      ["wait", "4871236"],
      'Expected `<customer>` to be a tenant id (a GUID or a domain name); digits alone are a PartnerID, got "4871236".',
    ],
    [
      "two looks are too close",
      ["wait", "contoso.com", "--interval", "59"],
      "Expected `--interval` to be 60 seconds or more.",
    ],
    [
      "the confirmation is of another customer",
      ["remove", "contoso.com", "--yes", "fabrikam.com"],
      "Expected `--yes` to be the same id as `<customer>`; nothing was sent.",
    ],
    [
      "nobody can confirm",
      ["remove", "contoso.com"],
      "Expected `--yes <tenant>` with the id of the customer once more, as nobody can be asked for its name here; nothing was sent.",
    ],
    [
      "the format is none",
      ["customers", "--output", "xml"],
      'Expected `--output` to be one of table, csv, json, got "xml".',
    ],
    [
      "two filters are given",
      ["customers", "--domain", "contoso", "--reseller", "contoso.com"],
      "Expected one of `--reseller` and `--domain`, got both: the service takes one filter.",
    ],
    [
      "the address of a webhook is not safe",
      ["webhook", "set", "http://example.com"],
      'Expected `<url>` to be an https URL (http only for loopback), got "http://example.com/".',
    ],
    [
      "the port is none",
      ["sandbox", "--port", "65536"],
      'Expected `--port` to be a whole number from 0 to 65535, got "65536".',
    ],
    [
      "the shell is none",
      ["completion", "tcsh"],
      'Expected `<shell>` to be one of bash, zsh, fish, pwsh, got "tcsh".',
    ],
    [
      "many links are wanted of nobody",
      ["links"],
      "Expected one of `--from <file>` and `--all-resellers`, got neither.",
    ],
    [
      "standard input is wanted twice",
      ["links", "--from", "-", "--token-stdin"],
      "Expected one of `--from -` and `--token-stdin`, got both.",
    ],
    [
      "too many calls at a time are wanted",
      ["links", "--all-resellers", "--concurrency", "101"],
      'Expected `--concurrency` to be a whole number from 1 to 100, got "101".',
    ],
    [
      "an option is of another command",
      ["link", "--client-id", "x"],
      "There is no option `--client-id` of link. See `partner-center link --help`.",
    ],
    [
      "an option has no command",
      ["--verbose"],
      "There is no option `--verbose` before a command. See `partner-center --help`.",
    ],
    [
      "a value belongs to no option",
      ["link", "word"],
      "Expected options only after link, got another word. See `partner-center link --help`.",
    ],
    [
      "a value is missing at the end",
      ["link", "--cloud"],
      "Expected a value: `--cloud <name>`. See `partner-center link --help`.",
    ],
    [
      "a value is missing before an option",
      ["link", "--indirect-reseller", "--verbose"],
      "Expected a value: `--indirect-reseller <tenant>`. One that starts with - needs `--indirect-reseller=<tenant>`. See `partner-center link --help`.",
    ],
    [
      "a flag has a value",
      ["link", "--verbose=1"],
      "Expected `--verbose` without a value. See `partner-center link --help`.",
    ],
    [
      "both roles are given",
      ["link", "--dual-role", "--no-dual-role"],
      "Expected one of `--dual-role` and `--no-dual-role`, got both.",
    ],
    [
      "a tenant id is empty",
      ["link", "--indirect-provider", ""],
      "Expected `--indirect-provider` to be a tenant id (a GUID or a domain name), got an empty string.",
    ],
    [
      "a tenant id is blank",
      ["link", "--indirect-reseller", " "],
      'Expected `--indirect-reseller` to be a tenant id (a GUID or a domain name), got " ".',
    ],
    [
      "the cloud is none",
      ["link", "--cloud", "germany"],
      'Expected `--cloud` to be one of global, china, usGovernment, got "germany".',
    ],
    [
      "the locale is none",
      ["link", "--locale", "de_DE"],
      'Expected `--locale` to be a language tag, such as de-DE, got "de_DE".',
    ],
    [
      "the correlation id is none",
      ["link", "--correlation-id", "1"],
      'Expected `--correlation-id` to be a GUID, such as 02971f0f-1029-47b2-9fdb-1932f0987470, got "1".',
    ],
    [
      "the base URL is not safe",
      ["link", "--base-url", "http://example.com"],
      'Expected `--base-url` to be an https URL (http only for loopback), got "http://example.com/".',
    ],
    [
      "the authority is no URL",
      ["doctor", "--authority", "example"],
      'Expected `--authority` to be an https URL (http only for loopback), got "example".',
    ],
    [
      "the time is none",
      ["link", "--timeout", "0"],
      'Expected `--timeout` to be seconds from 0.001 to 2147483, got "0".',
    ],
    [
      "the time has a unit",
      ["doctor", "--timeout", "3s"],
      'Expected `--timeout` to be seconds from 0.001 to 2147483, got "3s".',
    ],
    [
      "the tenant is missing",
      ["sign-in"],
      "`--tenant` is missing: id or domain name of the partner's tenant.",
    ],
    [
      "the app is missing",
      ["sign-in", "--tenant", "contoso.example"],
      "`--client-id` is missing: id of the app registration to sign in with.",
    ],
    [
      "the tenant to sign in to is none",
      ["sign-in", "--tenant", "a/b", "--client-id", "x"],
      'Expected `--tenant` to be the id or a domain name of a tenant, got "a/b".',
    ],
    [
      "the tenant to sign in to is a word",
      ["sign-in", "--tenant", "contoso", "--client-id", "x"],
      'Expected `--tenant` to be the id or a domain name of a tenant, got "contoso".',
    ],
    [
      "the app is no GUID",
      ["sign-in", "--tenant", "contoso.example", "--client-id", "x"],
      'Expected `--client-id` to be the id of an app registration, a GUID, got "x".',
    ],
    [
      "a secret is an argument",
      ["link", `--token=${SECRET}`],
      "There is no option `--token`: a secret as an argument would show in the list of processes. Use `--token-stdin` or PARTNER_CENTER_TOKEN.",
    ],
    [
      "a refresh token is an argument",
      ["link", `--refresh-token=${SECRET}`],
      "There is no option `--refresh-token`: a secret as an argument would show in the list of processes. Use PARTNER_CENTER_REFRESH_TOKEN.",
    ],
    [
      "a client secret is an argument",
      ["sign-in", "--client-secret", "x~secret"],
      "There is no option `--client-secret`: a secret as an argument would show in the list of processes. Use PARTNER_CENTER_CLIENT_SECRET.",
    ],
    [
      "a password is an argument",
      ["link", "--password", "secret"],
      "There is no option `--password`: a secret as an argument would show in the list of processes. Use PARTNER_CENTER_CLIENT_SECRET.",
    ],
    ...[
      ["--cloud", "one of global, china, usGovernment"],
      ["--locale", "a language tag, such as de-DE"],
      ["--timeout", "seconds from 0.001 to 2147483"],
      ["--correlation-id", "a GUID, such as 02971f0f-1029-47b2-9fdb-1932f0987470"],
      ["--base-url", "an https URL (http only for loopback)"],
      ["--indirect-provider", "a tenant id (a GUID or a domain name)"],
    ].map(([option = "", what]): [string, string[], string] => [
      `a token is the value of ${option}`,
      ["link", option, SECRET],
      `Expected \`${option}\` to be ${what}, got something else.`,
    ]),
    [
      "a token is the tenant to sign in to",
      ["sign-in", "--tenant", SECRET, "--client-id", "x"],
      "Expected `--tenant` to be the id or a domain name of a tenant, got something else.",
    ],
    [
      "a secret is the app",
      ["sign-in", "--tenant", "contoso.com", "--client-id", "x~secret"],
      "Expected `--client-id` to be the id of an app registration, a GUID, got something else.",
    ],
    [
      "the start of a token is in place of an option",
      ["link", "--eyJhbGciOiJub25lIn0"],
      "There is no option of that name of link. See `partner-center link --help`.",
    ],
    [
      "a token is in place of a command",
      [SECRET],
      "Expected a command, got another word. See `partner-center --help`.",
    ],
    [
      "a token is in place of an option",
      ["link", `--${SECRET}`],
      "There is no option of that name of link. See `partner-center link --help`.",
    ],
  ])("%s", (_title, args, message) =>
    withHome(async ({ run }) => {
      // Without an address of the test's, so that whatever is sent fails otherwise.
      const ended = await run(args, { env: ENV });

      expect(ended).toEqual({ exitCode: 2, stdout: "", stderr: `partner-center: ${message}\n` });
    }),
  );

  it.each([
    [
      "PARTNER_CENTER_TENANT_ID",
      {},
      /^partner-center: Expected PARTNER_CENTER_TENANT_ID to be set where PARTNER_CENTER_REFRESH_TOKEN is: /,
    ],
    [
      "PARTNER_CENTER_CLIENT_ID",
      { PARTNER_CENTER_TENANT_ID: "contoso.com" },
      /^partner-center: Expected PARTNER_CENTER_CLIENT_ID to be set where PARTNER_CENTER_REFRESH_TOKEN is: /,
    ],
    [
      "a good PARTNER_CENTER_TENANT_ID",
      { PARTNER_CENTER_TENANT_ID: "a-secret~", PARTNER_CENTER_CLIENT_ID: "x" },
      /^partner-center: Expected PARTNER_CENTER_TENANT_ID to be the id or a domain name of a tenant, got something else\.\n$/,
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
        /^partner-center: Expected an access token on standard input .*Send it through a pipe\.\r\n$/,
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
        message: 'Expected `--cloud` to be one of global, china, usGovernment, got "mars".',
        exitCode: 2,
      });
    }));
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
  ])("takes %j for %j", (args, meant) =>
    withHome(async ({ run }) => {
      const ended = await run(args);

      expect(ended).toEqual(await run(meant));
      expect(ended).toMatchObject({ exitCode: 0, stderr: "" });
    }),
  );

  it.each([[["help", "lnk"]], [["help", "link", "doctor"]], [["version", "link"]]])(
    "ends with 2 for %j",
    (args) =>
      withHome(async ({ run }) => {
        await expect(run(args)).resolves.toEqual(
          failureLine(
            2,
            /^partner-center: Expected (the name of one command after help, got something else|no other word after version)\.( Did you mean `link`\?)? See `partner-center --help`\.\n$/,
          ),
        );
      }),
  );
});
