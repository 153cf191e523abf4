import type { Scenario } from "partner-center-client/sandbox";
import { jwt } from "../jwt.js";
import { LINK } from "../replies.js";
import { withServer } from "../server.js";
import { withHome } from "./bin.js";
import { failureLine, withService } from "./service.js";

const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };
const REFRESH = {
  PARTNER_CENTER_REFRESH_TOKEN: "a-refresh-token",
  PARTNER_CENTER_TENANT_ID: "contoso.com",
  PARTNER_CENTER_CLIENT_ID: "app",
};
const BLOCKED_THREAD = `--import ${new URL("blocked-thread.mjs", import.meta.url).href}`;
const FAILED = String.raw`^partner-center: GET http://127\.0\.0\.1:\d+/v1/customers/relationshiprequests failed`;
const IDS = String.raw` \(MS-RequestId: [-0-9a-f]{36}, MS-CorrelationId: [-0-9a-f]{36}[^()]*\)\n$`;
const line = (text: string) => new RegExp(FAILED + text + IDS);

/** A call of the service that plays this, with so little time that it is not repeated for long. */
const linkFrom = (scenario: Scenario, ...args: string[]) =>
  withService(scenario, ({ run }, { url }) =>
    run(["link", "--base-url", url, "--timeout", scenario === "no-answer" ? "0.2" : "1", ...args], {
      env: ENV,
    }),
  );

describe("partner-center link ends", () => {
  it.each<[title: string, Scenario, string]>([
    [
      "an app's token",
      "app-only",
      ': 403, code 900329, ".*" Sign a user in \\(App\\+User\\)\\. .*',
    ],
    ["a parameter", "bad-request", ': 400, code 800002, ".*" Check what was asked for\\.'],
    [
      "a tenant",
      "not-found",
      ': 404, code 60003, ".*" There is no relationship with this tenant, yet or any more\\.',
    ],
    ["the page of a proxy", "html-page", ": 200 text/html.* such as a proxy\\."],
    ["a method", { scenario: "failure", status: 405 }, ": 405, .* and the base URL\\."],
    ["a redirect", "redirect", ": 302, .* Check the base URL and the proxy; .*"],
  ])(
    "with 1 and what to do when the service refuses or mistakes %s",
    async (_title, scenario, text) => {
      await expect(linkFrom(scenario)).resolves.toEqual(failureLine(1, line(text)));
    },
  );

  it.each<[title: string, Scenario, string]>([
    [
      "does not accept the token",
      "unauthorized",
      ": 401, .* Put another access token into PARTNER_CENTER_TOKEN, or unset it and run `partner-center sign-in --tenant <tenant> --client-id <app>`\\.",
    ],
    [
      "wants multifactor authentication",
      "mfa-required",
      ": 401, code 900421, .* The user has to sign in again with multifactor authentication.* run `partner-center sign-in .*`\\.",
    ],
  ])("with 3 and the command that mends it when the service %s", async (_title, scenario, text) => {
    await expect(linkFrom(scenario)).resolves.toEqual(failureLine(3, line(text)));
  });

  it.each<[title: string, Scenario, string]>([
    [
      "asks to come back",
      { scenario: "throttled", retryAfter: 120 },
      ': 429, ".*" Come back in 120 s; calls made earlier count against the limit\\.',
    ],
    ["is ill", "failure", '( after \\d attempts)?: 500, code 800003, ".*" Try again later\\.'],
    [
      "does not answer in time",
      "no-answer",
      "( after \\d attempts)?: no complete reply within \\d+ ms\\. Try again later, or allow more time with `--timeout`\\.",
    ],
    [
      "breaks the connection",
      "dropped-connection",
      "( after \\d attempts)?: no reply \\(.*\\)\\. Check the base URL, the network and the proxy\\.",
    ],
  ])("with 4 and when to come back when the service %s", async (_title, scenario, text) => {
    await expect(linkFrom(scenario)).resolves.toEqual(failureLine(4, line(text)));
  });

  it("with an object on standard error when `--json` is given", async () => {
    const { stderr, ...ended } = await linkFrom("app-only", "--json");

    expect(ended).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr.split("\n")).toHaveLength(2);
    expect(JSON.parse(stderr)).toMatchObject({
      exitCode: 1,
      reason: "forbidden",
      status: 403,
      code: "900329",
      message: expect.stringContaining("App-only"),
      requestId: expect.any(String),
      correlationId: expect.any(String),
    });
  });

  it.each([
    "https://example.com/\u001b[31m\nhttps://example.org/",
    "https://example.com/\u202emoc.live",
    "http://example.com/",
    "javascript:alert(1)",
    "hello",
  ])("with 1 when the link is none that may be opened: %j", async (url) => {
    const pattern =
      /^partner-center: The service answered with something that is not an https link, so it is not shown\. \(MS-RequestId: [-0-9a-f]{36}, MS-CorrelationId: [-0-9a-f]{36}\)\n$/;

    await expect(linkFrom({ scenario: "link", reply: { url } })).resolves.toEqual(
      failureLine(1, pattern),
    );
  });

  it("with 1 and an object without what is no link with `--json`", async () => {
    const { stderr } = await linkFrom({ scenario: "link", reply: { url: "hello" } }, "--json");

    expect(JSON.parse(stderr)).toEqual({
      reason: "malformed-response",
      exitCode: 1,
      message: expect.stringMatching(/ not an https link, so it is not shown\. /),
      requestId: expect.any(String),
      correlationId: expect.any(String),
      cv: expect.any(String),
      serverId: expect.any(String),
    });
    expect(stderr).not.toContain("hello");
  });

  it("with one line whatever the service says", () =>
    withServer(
      (response) =>
        response
          .writeHead(400, { "Content-Type": "application/json" })
          .end(JSON.stringify({ code: 1, description: "one\ntwo\u001b[2Jthree\u009b" })),
      ({ url }) =>
        withHome(async ({ run }) => {
          const { stderr } = await run(["link", "--base-url", url], { env: ENV });

          expect(stderr).toContain('"one two [2Jthree');
          expect(stderr).toMatch(/^\P{Cc}+\n$/u);
        }),
    ));

  it.each([
    [
      {},
      [],
      /^partner-center: Nobody is signed in\. Run `partner-center sign-in --tenant <tenant> --client-id <app>`, or put an access token into PARTNER_CENTER_TOKEN\.\n$/,
    ],
    [
      {},
      ["--token-stdin"],
      /^partner-center: Standard input has an empty token\. Give another access token on standard input\.\n$/,
    ],
    [
      { PARTNER_CENTER_TOKEN: "two words" },
      [],
      /^partner-center: PARTNER_CENTER_TOKEN has a token with a space, a line break, a comma or another character that no token has\. .*\n$/,
    ],
    [
      { PARTNER_CENTER_TOKEN: "Bearer an-access-token" },
      [],
      /^partner-center: PARTNER_CENTER_TOKEN has a token with the word Bearer before it\. .*\n$/,
    ],
    [
      { PARTNER_CENTER_TOKEN: '"an-access-token"' },
      [],
      /^partner-center: PARTNER_CENTER_TOKEN has a token with quotes, which are not part of it\. .*\n$/,
    ],
    [
      { PARTNER_CENTER_TOKEN: '{"access_token":"an-access-token"}' },
      [],
      /^partner-center: PARTNER_CENTER_TOKEN has a JSON document in place of a token\. .*\n$/,
    ],
    [
      { PARTNER_CENTER_TOKEN: "an-access-token," },
      [],
      /^partner-center: PARTNER_CENTER_TOKEN has a token with a space, a line break, a comma or another character that no token has\. .*\n$/,
    ],
    [
      { PARTNER_CENTER_TOKEN: "a" },
      [],
      /^partner-center: PARTNER_CENTER_TOKEN has a token that is too short: it has 1 of at least 8 characters\. .*\n$/,
    ],
    [
      { ...REFRESH, PARTNER_CENTER_REFRESH_TOKEN: "a" },
      [],
      /^partner-center: PARTNER_CENTER_REFRESH_TOKEN is too short for a secret, so it is not used\. Set it again\.\n$/,
    ],
    [
      { ...REFRESH, PARTNER_CENTER_CLIENT_SECRET: "a" },
      [],
      /^partner-center: PARTNER_CENTER_CLIENT_SECRET is too short for a secret, so it is not used\. Set it again\.\n$/,
    ],
    [
      { ...REFRESH, PARTNER_CENTER_REFRESH_TOKEN: "a\ntoken" },
      [],
      /^partner-center: PARTNER_CENTER_REFRESH_TOKEN has white space in it, so it is not used\. Set it again\.\n$/,
    ],
  ])("with 3 and nothing sent when there is no usable token: %j %j", (env, args, pattern) =>
    withService("link", async ({ run }, { url, requests }) => {
      const ended = await run(["link", "--base-url", url, ...args], { env });

      expect(ended).toEqual(failureLine(3, pattern));
      expect(requests).toEqual([]);
    }),
  );
});

describe("what is printed with `--json` has escapes for", () => {
  // It has an end of string command, a right-to-left override and a separator of lines.
  const text = "one\u009c\u202etwo\u2028\u007f";
  const isPlain = /^(?:[^\p{Cc}\p{Bidi_Control}\u2028\u2029]+\n)+$/u;

  it("controls and bidi characters in the reply", async () => {
    const attributes = { etag: text, objectType: text };
    const { stdout } = await linkFrom(
      { scenario: "link", reply: { ...LINK, attributes } },
      "--json",
    );

    expect(stdout).toMatch(isPlain);
    expect(JSON.parse(stdout)).toMatchObject({ attributes });
  });

  it("those in a parameter that is refused", async () => {
    const args = ["--json", "--verbose", "--indirect-reseller", text];
    const { exitCode, stderr } = await linkFrom("link", ...args);

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(isPlain);
  });

  it("those in a token that doctor explains", () =>
    withService("link", async ({ run }, { url }) => {
      const env = { PARTNER_CENTER_TOKEN: jwt({ upn: text }) };
      const { stdout } = await run(["doctor", "--json", "--base-url", url], { env });

      expect(stdout).toMatch(isPlain);
      expect(stdout).toContain("one\\u009c\\u202etwo\\u2028\\u007f");
    }));

  it("those in a failure", () =>
    withServer(
      (response) =>
        response
          .writeHead(400, { "Content-Type": "application/json" })
          .end(JSON.stringify({ code: 1, description: "A failure.", data: [text] })),
      ({ url }) =>
        withHome(async ({ run }) => {
          const { stderr } = await run(["link", "--json", "--base-url", url], { env: ENV });

          expect(stderr).toMatch(isPlain);
          expect(JSON.parse(stderr).data).toEqual([text]);
        }),
    ));
});

describe("Ctrl-C", () => {
  it("ends a call with 130, at once and without a word", () =>
    withService("no-answer", async ({ startOnTerminal }, { url }) => {
      const { process, printed, ended } = startOnTerminal(["link", "--base-url", url], {
        env: ENV,
      });
      await printed(/Asking Partner Center for the link/);
      const startedAt = Date.now();
      process.stdin?.write("\u0003");
      const { exitCode, stdout } = await ended;

      expect(exitCode).toBe(130);
      expect(Date.now() - startedAt).toBeLessThan(1_000);
      expect(stdout.endsWith("\r\u001b[K")).toBe(true);
    }));

  it("ends also a process one of whose threads waits for something", () =>
    withService("no-answer", async ({ startOnTerminal }, { url }) => {
      const { process, printed, ended } = startOnTerminal(["link", "--base-url", url], {
        env: { ...ENV, NODE_OPTIONS: BLOCKED_THREAD },
      });
      await printed(/Asking Partner Center for the link/);
      const startedAt = Date.now();
      process.stdin?.write("\u0003");

      await expect(ended).resolves.toMatchObject({ exitCode: 130 });
      expect(Date.now() - startedAt).toBeLessThan(1_000);
    }));
});
