import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PUBLIC_CLIENT_ID, TENANT_ID } from "../auth/app.js";
import { jwt } from "../jwt.js";
import { LINK } from "../replies.js";
import type { Home } from "./bin.js";
import { withHome } from "./bin.js";
import { keepSignIn } from "./kept.js";
import { failureLine, withService } from "./service.js";
import { withTokens } from "./tokens.js";

const WORK = "sign-in --profile work --tenant <tenant> --client-id <app>";
const app = (authority: string) =>
  ["--tenant", TENANT_ID, "--client-id", PUBLIC_CLIENT_ID, "--authority", authority] as const;

/** The refresh token that is kept as a profile. */
async function refreshTokenOf({ file }: Pick<Home, "file">, name: string): Promise<string> {
  const text = await readFile(join(dirname(file), `${name}.json`), "utf8");
  return JSON.parse(text).refreshToken;
}

describe("profiles", () => {
  it("keep several sign-ins side by side, of which a call uses and renews one", () =>
    withTokens(
      0,
      ({ url: authority, redeemed }) =>
        withService("link", async (home, { url }) => {
          const { run } = home;
          const link = ["link", "--base-url", url];
          const signIn = ["sign-in", "--device-code", ...app(authority)];
          await run(signIn);
          const work = await run([...signIn, "--profile", "work"]);

          expect(work.stdout).toContain(
            `Signed in to ${TENANT_ID}, profile work. The refresh token is kept in ${dirname(home.file)}/sign-in-work.json `,
          );
          const links = [
            await run(link),
            await run([...link, "--profile", "work"]),
            await run(link, { env: { PARTNER_CENTER_PROFILE: "work" } }),
            await run([...link, "--profile", "default"], {
              env: { PARTNER_CENTER_PROFILE: "work" },
            }),
          ];
          expect(links).toEqual(
            Array(4).fill({ exitCode: 0, stdout: `${LINK.url}\n`, stderr: "" }),
          );
          expect(redeemed).toEqual(["token-1", "token-2", "token-4", "token-3"]);
          await expect(refreshTokenOf(home, "sign-in")).resolves.toBe("token-6");
          await expect(refreshTokenOf(home, "sign-in-work")).resolves.toBe("token-5");
        }),
      // So that each call renews.
      { expiresIn: 60 },
    ));

  it("are forgotten one by one", () =>
    withHome(async (home) => {
      await keepSignIn(home, "https://login.example.com");
      await rename(home.file, join(dirname(home.file), "sign-in-work.json"));
      await keepSignIn(home, "https://login.example.com");

      const signedOut = await home.run(["sign-out", "--profile", "work"]);

      expect(signedOut).toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(/-work\.json/),
      });
      await expect(readdir(dirname(home.file))).resolves.toEqual(["sign-in.json"]);
      await expect(home.run(["sign-out", "--profile", "work"])).resolves.toMatchObject({
        stdout: "Nobody was signed in as profile work.\n",
      });
    }));

  it("that were named are used, and not the token in the environment", () =>
    withService("link", async ({ run }, { url }) => {
      const env = { PARTNER_CENTER_TOKEN: jwt({}) };
      const link = ["link", "--base-url", url];

      await expect(run([...link, "--profile", "work"], { env })).resolves.toEqual(
        failureLine(
          3,
          /^partner-center: Nobody is signed in as profile work\. Run `partner-center sign-in --profile work --tenant <tenant> --client-id <app>`, or see `partner-center profiles`\.\n$/,
        ),
      );
      const named = { ...env, PARTNER_CENTER_PROFILE: "work" };
      await expect(run(link, { env: named })).resolves.toMatchObject({ exitCode: 0 });
    }));

  it.each([["Work"], ["../work"], [""], ["eyJhbGciOi"]])("cannot have the name %j", (name) =>
    withHome(async ({ run, path }) => {
      const args = [`--profile=${name}`, ...app("https://login.example.com")];

      await expect(run(["sign-in", ...args])).resolves.toEqual(
        failureLine(
          2,
          /: Invalid `--profile`: expected a name of at most 32 lower-case letters, [^"]*\.\n$/,
        ),
      );
      await expect(readdir(path)).resolves.toEqual([]);
    }),
  );

  it("cannot have such a name in the environment either", () =>
    withHome(async ({ run }) => {
      const env = { PARTNER_CENTER_PROFILE: "../work" };

      for (const command of ["link", "sign-out", "profiles"]) {
        await expect(run([command], { env })).resolves.toMatchObject({
          exitCode: 2,
          stderr: expect.stringContaining("Invalid PARTNER_CENTER_PROFILE: expected a name of "),
        });
      }
    }));

  it("and a token on standard input exclude each other", () =>
    withHome(async ({ run }) => {
      await expect(run(["link", "--profile", "work", "--token-stdin"])).resolves.toEqual(
        failureLine(2, /Pass either `--profile` or `--token-stdin`, not both\./),
      );
    }));

  it("that are damaged say what to type", () =>
    withHome(async (home) => {
      await keepSignIn(home, "https://login.example.com");
      await writeFile(join(dirname(home.file), "sign-in-work.json"), "{", { mode: 0o600 });

      await expect(home.run(["link", "--profile", "work"])).resolves.toEqual(
        failureLine(
          3,
          new RegExp(
            `is damaged, so it is not used\\. Sign in again with \`partner-center ${WORK}\`, or remove it with \`partner-center sign-out --profile work\`\\.`,
          ),
        ),
      );
    }));
});

describe("partner-center profiles", () => {
  it("lists who is signed in, for what and where, and which one is used", () =>
    withTokens(0, ({ url: authority }) =>
      withHome(async (home) => {
        const { run, file } = home;
        await keepSignIn(home, authority);
        await run(["sign-in", "--device-code", "--profile", "work", ...app(authority)]);
        await writeFile(join(dirname(file), "sign-in-broken.json"), "{", { mode: 0o600 });
        await writeFile(join(dirname(file), "sign-in-No_Name.json"), "{", { mode: 0o600 });

        const listed = await run(["profiles", "--profile", "work"]);

        const kept = `,,,${TENANT_ID},${PUBLIC_CLIENT_ID},global`;
        const folder = dirname(file);
        expect(listed).toEqual({
          exitCode: 0,
          stdout: [
            "name,used,user,tenant,app,cloud,kept in",
            `default${kept},${file}`,
            `broken,,,,,,"What is kept in ${folder}/sign-in-broken.json is damaged, so it is not used. Sign in again with \`partner-center sign-in --profile broken --tenant <tenant> --client-id <app>\`, or remove it with \`partner-center sign-out --profile broken\`."`,
            `work,yes,,${kept.slice(3)},${folder}/sign-in-work.json`,
            "",
          ].join("\r\n"),
          stderr: "",
        });
      }),
    ));

  it("gives JSON on request, with no refresh token in it", () =>
    withHome(async (home) => {
      await keepSignIn(home, "https://login.example.com");
      const env = { PARTNER_CENTER_PROFILE: "work" };

      const { stdout } = await home.run(["profiles", "--json"], { env });

      expect(JSON.parse(stdout)).toEqual([
        {
          name: "default",
          isUsed: false,
          tenantId: TENANT_ID,
          clientId: PUBLIC_CLIENT_ID,
          cloud: "global",
          authority: "https://login.example.com",
          place: home.file,
        },
        { name: "work", isUsed: true, problem: "nobody is signed in" },
      ]);
    }));

  it("knows those that a keyring has, until they are forgotten", () =>
    withTokens(0, ({ url: authority }) =>
      withHome(async ({ run, path }) => {
        const env = { TEST_KEYRING: path };
        await run(["sign-in", "--device-code", "--profile", "work", ...app(authority)], { env });
        await expect(run(["profiles"], { env })).resolves.toMatchObject({
          stdout: expect.stringMatching(
            /^name,used,.*\r\ndefault,yes,,,,,nobody is signed in\r\nwork,,,.*,the operating system's keyring\r\n$/,
          ),
        });

        await run(["sign-out", "--profile", "work"], { env });

        await expect(readdir(join(path, ".config/partner-center"))).resolves.toEqual([]);
        await expect(run(["profiles"], { env })).resolves.toMatchObject({
          stdout: expect.stringMatching(/^name,.*\r\ndefault,yes,,,,,nobody is signed in\r\n$/),
        });
      }),
    ));
});

describe("partner-center doctor", () => {
  it("knows the profile, who signed in as it and how, and the command that mends it", () =>
    withService("link", async (home, { url }) => {
      await keepSignIn(home, "http://127.0.0.1:1");
      const signIn = JSON.parse(await readFile(home.file, "utf8"));
      const known = { ...signIn, user: "Ada Lovelace (ada@contoso.com)", way: "device-code" };
      await writeFile(join(dirname(home.file), "sign-in-work.json"), JSON.stringify(known), {
        mode: 0o600,
      });

      const plain = await home.run(["doctor", "--base-url", url]);
      const work = await home.run(["doctor", "--base-url", url, "--profile", "work"]);

      expect(plain.stdout).toMatch(/^ok {7}profile {5}default$/m);
      expect(work.stdout).toMatch(
        /^ok {7}profile {5}work: Ada Lovelace \(ada@contoso\.com\), signed in with a device code$/m,
      );
    }));
});

describe("a command to type that partner-center prints", () => {
  const env = { PARTNER_CENTER_PROFILE: "work" };

  it.each([
    [["link", "--profile", "default"], "--profile default --tenant <tenant> --client-id <app>"],
    [["link"], "--profile work --tenant <tenant> --client-id <app>"],
    [
      ["link", "--cloud", "china", "--authority", "https://login.example.com"],
      "--profile work --tenant <tenant> --client-id <app> --cloud china --authority https://login.example.com",
    ],
  ])("signs in for what %j asked for", (args, options) =>
    withHome(async ({ run }) => {
      const { exitCode, stderr } = await run(args, { env });

      expect(exitCode).toBe(3);
      expect(stderr).toContain(`Run \`partner-center sign-in ${options}\``);
    }),
  );

  it("signs in to the default profile where the environment chooses another one", () =>
    withHome(async ({ run, file }) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, "{", { mode: 0o600 });

      const { stdout } = await run(["profiles"], { env });

      expect(stdout).toContain(
        "Sign in again with `partner-center sign-in --profile default --tenant <tenant> --client-id <app>`, or remove it with `partner-center sign-out --profile default`.",
      );
    }));

  it("has the cloud and the authority that a kept sign-in has not", () =>
    withHome(async (home) => {
      await keepSignIn(home, "https://login.example.com");
      const args = ["--cloud", "china", "--authority", "https://other.example.com"];

      const { stderr } = await home.run(["link", ...args]);

      expect(stderr).toContain(
        "Run `partner-center sign-in --tenant <tenant> --client-id <app> --cloud china --authority https://other.example.com`.",
      );
    }));
});
