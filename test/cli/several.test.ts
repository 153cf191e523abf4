import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { delay } from "../../src/transport/delay.js";
import { PUBLIC_CLIENT_ID } from "../auth/app.js";
import { LINK } from "../replies.js";
import type { Home, Started } from "./bin.js";
import { keepSignIn } from "./kept.js";
import { withService } from "./service.js";
import { withTokens } from "./tokens.js";

const SLOW_DISK = {
  NODE_OPTIONS: `--import ${new URL("slow-disk.mjs", import.meta.url).href}`,
};
const { signal } = new AbortController();

/** Resolves when there is a draft of a sign-in. */
async function draftIn({ file }: Pick<Home, "file">): Promise<void> {
  while (!(await readdir(dirname(file))).some((name) => /^sign-in\.json\../.test(name))) {
    await delay(20, signal);
  }
}

/** Lets a slow disk go on once another command has ended, or has had the time to: it may wait for the lock. */
async function goAfter({ path }: Pick<Home, "path">, other: Started): Promise<void> {
  await Promise.race([other.ended, delay(4_000, signal)]);
  await writeFile(join(path, "go"), "");
}

describe("of commands that run at the same time", () => {
  it("three links redeem one refresh token each, when access tokens end soon", () =>
    withTokens(
      700,
      ({ url: authority, redeemed }) =>
        withService("link", async (home, { url }) => {
          await keepSignIn(home, authority);
          const args = ["link", "--base-url", url];
          const ended = await Promise.all([args, args, args].map((one) => home.start(one).ended));

          expect(ended).toEqual(
            Array(3).fill({ exitCode: 0, stdout: `${LINK.url}\n`, stderr: "" }),
          );
          expect(redeemed).toEqual(["a-refresh-token", "token-1", "token-2"]);
          expect(await readFile(home.file, "utf8")).toContain("token-3");
        }),
      { expiresIn: 60 },
    ));

  it("a link does not bring back what sign-out forgets", () =>
    withTokens(0, ({ url: authority }) =>
      withService("link", async (home, { url }) => {
        await keepSignIn(home, authority);
        const link = home.start(["link", "--base-url", url], { env: SLOW_DISK });
        await draftIn(home);
        const signOut = home.start(["sign-out"]);
        await goAfter(home, signOut);

        expect((await link.ended).exitCode).toBe(0);
        expect((await signOut.ended).stdout).toMatch(/^Signed out\. /);
        await expect(readdir(dirname(home.file))).resolves.toEqual([]);
      }),
    ));

  it("a link does not put its refresh token over a new sign-in to another tenant", () =>
    withTokens(0, ({ url: authority }) =>
      withService("link", async (home, { url }) => {
        await keepSignIn(home, authority);
        const link = home.start(["link", "--base-url", url], { env: SLOW_DISK });
        await draftIn(home);
        const app = ["--tenant", "fabrikam.example", "--client-id", PUBLIC_CLIENT_ID];
        const signIn = home.start(["sign-in", "--device-code", ...app, "--authority", authority]);
        await goAfter(home, signIn);
        await Promise.all([link.ended, signIn.ended]);

        expect(JSON.parse(await readFile(home.file, "utf8"))).toMatchObject({
          tenantId: "fabrikam.example",
          refreshToken: "token-2",
        });
      }),
    ));

  it("one that is killed keeps no other one waiting", () =>
    withTokens(0, ({ url: authority }) =>
      withService("link", async (home, { url }) => {
        await keepSignIn(home, authority);
        const killed = home.start(["link", "--base-url", url], { env: SLOW_DISK });
        await draftIn(home);
        killed.process.kill("SIGKILL");
        await killed.ended;

        await expect(home.run(["link", "--base-url", url])).resolves.toMatchObject({
          exitCode: 0,
          stderr: "",
        });
        await expect(readdir(dirname(home.file))).resolves.toEqual([
          "access-token.json",
          "sign-in.json",
        ]);
      }),
    ));
});

describe("a command that ends while it writes a refresh token", () => {
  it("by SIGKILL leaves it in a draft, which sign-out forgets as well", () =>
    withTokens(0, ({ url: authority }) =>
      withService("link", async (home) => {
        const app = ["--tenant", "contoso.example", "--client-id", PUBLIC_CLIENT_ID];
        const args = ["sign-in", "--device-code", ...app, "--authority", authority];
        const { process, ended } = home.start(args, { env: SLOW_DISK });
        while (!(await readdir(home.path)).includes(".config")) {
          await delay(20, signal);
        }
        await draftIn(home);
        process.kill("SIGKILL");
        await ended;

        await expect(home.run(["sign-out"])).resolves.toEqual({
          exitCode: 0,
          stdout: `Signed out. The refresh token in ${home.file} is forgotten.\n`,
          stderr: "",
        });
        await expect(readdir(dirname(home.file))).resolves.toEqual([]);
      }),
    ));

  it.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGINT", 130],
  ] as const)("by %s ends with %d and leaves none", (name, exitCode) =>
    withTokens(0, ({ url: authority }) =>
      withService("link", async (home, { url }) => {
        await keepSignIn(home, authority);
        const { process, ended } = home.start(["link", "--base-url", url], { env: SLOW_DISK });
        await draftIn(home);
        process.kill(name);

        await expect(ended).resolves.toEqual({ exitCode, stdout: "", stderr: "" });
        await expect(readdir(dirname(home.file))).resolves.toEqual(["sign-in.json"]);
      }),
    ),
  );
});
