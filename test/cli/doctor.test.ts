import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Scenario } from "partner-center-client/sandbox";
import { tokenChecks } from "../../src/cli/commands/doctor/token-checks.js";
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from "../auth/app.js";
import { jwt } from "../jwt.js";
import { withAuthority } from "./authority.js";
import { withHome } from "./bin.js";
import { withService } from "./service.js";

const TENANT = "3b33e682-00c3-41ee-9dd2-a548adf56438";
const USER = { upn: "admin@contoso.com", tid: TENANT };

interface Examined {
  readonly exitCode: number | null;
  /** State and words by what was examined. */
  readonly checks: Readonly<Record<string, string>>;
  readonly stderr: string;
}

/** What doctor says of an access token with these claims. */
function examine(
  claims: object,
  scenario: Scenario = "link",
  ...args: string[]
): Promise<Examined> {
  return withService(scenario, async ({ run }, { url }) => {
    const ended = await run(["doctor", "--base-url", url, "--json", ...args], {
      env: { PARTNER_CENTER_TOKEN: jwt({ ...USER, ...claims }) },
    });
    const { checks } = JSON.parse(ended.stdout);
    const entries = checks.map(({ about, state, words }: Record<string, string>) => [
      about,
      `${state}: ${words}`,
    ]);
    return { ...ended, checks: Object.fromEntries(entries) };
  });
}

describe("partner-center doctor", () => {
  it("says how it signs in, for whom, in which cloud, and that all is well", () =>
    withService("link", async ({ run }, { url }) => {
      const env = { PARTNER_CENTER_TOKEN: jwt(USER) };
      const { exitCode, stdout, stderr } = await run(["doctor", "--base-url", url], { env });

      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      expect(stdout.replace(/\d+ days/, "many days").replace(/\d+ ms/, "5 ms")).toBe(
        [
          "ok       credential  the access token in PARTNER_CENTER_TOKEN",
          `ok       cloud       global: ${url}, signing in at https://login.microsoftonline.com`,
          `ok       user        admin@contoso.com of tenant ${TENANT}`,
          "ok       mfa         the user passed multifactor authentication",
          "ok       audience    https://api.partnercenter.microsoft.com",
          "ok       expiry      2100-01-01T00:00:00.000Z, in many days",
          "ok       service     gave a link in 5 ms, and says that the token has multifactor authentication",
          "",
        ].join("\n"),
      );
    }));

  it.each([
    [
      "user",
      { idtyp: "app", scp: undefined },
      "wrong: The token is of an app alone; sign a user in instead (App+User).",
    ],
    ["user", { scp: "other" }, "wrong: The token lacks `user_impersonation` in `scp`."],
    [
      "mfa",
      { amr: ["pwd"] },
      "wrong: The token does not say that its user passed multifactor authentication (no `mfa` in `amr`).",
    ],
    [
      "audience",
      { aud: "https://graph.microsoft.com" },
      "wrong: The token is meant for https://graph.microsoft.com, not for https://api.partnercenter.microsoft.com.",
    ],
    ["expiry", { exp: 1_000_000_000 }, "wrong: The token expired at 2001-09-09T01:46:40.000Z."],
  ])("ends with 3 for what is wrong with the %s: %j", async (about, claims, words) => {
    const { exitCode, checks, stderr } = await examine(claims);

    expect(exitCode).toBe(3);
    expect(checks[about]).toBe(
      `${words} Put another access token into PARTNER_CENTER_TOKEN, or unset it and run \`partner-center sign-in --tenant <tenant> --client-id <app>\`.`,
    );
    expect(JSON.parse(stderr)).toMatchObject({ wrong: expect.arrayContaining([about]) });
  });

  it.each<[number, Scenario, string]>([
    [1, "not-found", "404, code 60003"],
    [3, "unauthorized", "401"],
    [4, { scenario: "throttled", retryAfter: 120 }, "Come back in 120 s"],
  ])("ends with %d when that is how the service answers: %j", async (code, scenario, words) => {
    const { exitCode, checks } = await examine({}, scenario);

    expect(exitCode).toBe(code);
    expect(checks.service).toMatch(/^wrong: GET /);
    expect(checks.service).toContain(words);
  });

  it("names the cloud, and knows a token of another one", async () => {
    const { checks } = await examine({}, "link", "--cloud", "china");

    expect(checks.cloud).toMatch(/^ok: china: .*https:\/\/login\.partner\.microsoftonline\.cn$/);
    expect(checks.audience).toMatch(
      /^wrong: The token is meant for the cloud `global`, not for `china`\. If that is the cloud to ask, say `--cloud global`\. Put another access token /,
    );
  });

  it("knows names that are not ASCII", async () => {
    const { checks } = await examine({ upn: "zoë.łukasz@contoso.com" });

    expect(checks.user).toBe(`ok: zoë.łukasz@contoso.com of tenant ${TENANT}`);
  });

  it.each([undefined, "soon", 1e300])(
    "does not know when a token with exp %j ends",
    async (exp) => {
      const { exitCode, checks } = await examine({ exp });

      expect(exitCode).toBe(0);
      expect(checks.expiry).toBe("unknown: the token does not say when it ends");
    },
  );

  it("ends with 2 when the environment is half set, and says what is missing", () =>
    withService("link", async ({ run }, { url }) => {
      const env = { PARTNER_CENTER_REFRESH_TOKEN: "a-refresh-token" };
      const { exitCode, stdout } = await run(["doctor", "--base-url", url], { env });

      expect(exitCode).toBe(2);
      expect(stdout).toMatch(
        /^wrong {4}credential {2}Missing PARTNER_CENTER_TENANT_ID, .*\n.*\nok {7}service .*\n$/,
      );
    }));

  it("says that the service does not answer, also where there is no token", () =>
    withHome(async ({ run }) => {
      const args = ["doctor", "--base-url", "http://127.0.0.1:1", "--verbose"];
      const { exitCode, stdout, stderr } = await run(args);

      expect(exitCode).toBe(3);
      expect(stdout).toMatch(
        /^wrong {4}service {5}GET \S+ failed: no reply .* \(MS-RequestId: [-0-9a-f]{36}, .*\)$/m,
      );
      expect(stderr).toMatch(/^GET \S+ network in \d+ ms, attempt 1 \(MS-RequestId .*\)$/m);
    }));

  it.each([
    [`"${jwt(USER)}"`, "a token with quotes, which are not part of it"],
    [JSON.stringify({ accessToken: jwt(USER) }), "a JSON document in place of a token"],
    [`Bearer ${jwt(USER)}`, "a token with the word Bearer before it"],
    [
      `${jwt(USER)},`,
      "a token with a space, a line break, a comma or another character that no token has",
    ],
  ])("says that a token is wrong, and sends nothing of it: %s", (token, words) =>
    withService("link", async ({ run }, { url, requests }) => {
      const env = { PARTNER_CENTER_TOKEN: token };
      const { exitCode, stdout, stderr } = await run(["doctor", "--base-url", url], { env });

      expect(exitCode).toBe(3);
      expect(stdout).toContain(`wrong    credential  PARTNER_CENTER_TOKEN has ${words}. `);
      expect(stdout + stderr).not.toContain(jwt(USER).slice(0, 16));
      expect(requests.map(({ headers }) => headers.get("Authorization"))).toEqual([null]);
      expect(tokenChecks(token, { cloud: "global", remedy: "Give another." }, 0)).toMatchObject([
        {
          about: "token",
          state: "wrong",
          words: `The credential returned ${words}. Give another.`,
        },
      ]);
    }),
  );

  it("says that nobody is signed in, and what to do", () =>
    withService("link", async ({ run }, { url, requests }) => {
      const { exitCode, stdout, stderr } = await run(["doctor", "--base-url", url]);

      expect(exitCode).toBe(3);
      expect(stdout).toMatch(
        /^wrong {4}credential {2}Nobody is signed in\. Run `partner-center sign-in .*\nunknown {2}cloud {7}global, unless the sign-in says otherwise\nok {7}service {5}answers in \d+ ms, with 401 as there is no token\n$/,
      );
      expect(stderr).toBe("partner-center: 1 check failed: credential.\n");
      expect(requests.map(({ headers }) => headers.get("Authorization"))).toEqual([null]);
    }));

  it("says that the file of the sign-in is damaged, and what to do", () =>
    withService("link", async ({ run, file }, { url }) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, "{", { mode: 0o600 });

      const { exitCode, stdout } = await run(["doctor", "--base-url", url]);

      expect(exitCode).toBe(3);
      expect(stdout).toMatch(/^wrong {4}credential {2}What is kept in \S+ is damaged, /);
    }));

  it("signs in with a refresh token, and says for whom", () =>
    withAuthority(({ authority, signIn }) =>
      withService("link", async ({ run }, { url }) => {
        const env = {
          PARTNER_CENTER_REFRESH_TOKEN: await signIn(),
          PARTNER_CENTER_TENANT_ID: TENANT_ID,
          PARTNER_CENTER_CLIENT_ID: CLIENT_ID,
          PARTNER_CENTER_CLIENT_SECRET: CLIENT_SECRET,
        };
        const args = ["doctor", "--base-url", url, "--authority", authority];
        const good = await run(args, { env });
        const bad = await run(args, {
          env: { ...env, PARTNER_CENTER_REFRESH_TOKEN: "an-old-token" },
        });

        expect(good.exitCode).toBe(0);
        expect(good.stdout).toContain(
          `ok       credential  the refresh token in PARTNER_CENTER_REFRESH_TOKEN, for app ${CLIENT_ID} in tenant ${TENANT_ID}\n`,
        );
        expect(bad.exitCode).toBe(3);
        expect(bad.stdout).toMatch(
          /^wrong {4}sign-in {5}POST \S+\/token failed: 400, code invalid_grant.*$/m,
        );
      }),
    ));

  it("has colours on a terminal only, and there not with NO_COLOR", () =>
    withService("link", async ({ startOnTerminal }, { url }) => {
      const args = ["doctor", "--base-url", url];
      const env = { PARTNER_CENTER_TOKEN: jwt(USER) };
      const colored = await startOnTerminal(args, { env }).ended;
      const plain = await startOnTerminal(args, { env: { ...env, NO_COLOR: "1" } }).ended;

      expect(colored.stdout).toContain("\u001b[32mok       \u001b[39mcredential");
      expect(plain.stdout).toContain("ok       credential");
      expect(plain.stdout).not.toContain("\u001b[3");
    }));
});
