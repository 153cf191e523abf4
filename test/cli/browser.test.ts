import { readFile, writeFile } from "node:fs/promises";
import { PUBLIC_CLIENT_ID, TENANT_ID } from "../auth/app.js";
import { CODE } from "../auth/device-code.js";
import { entraRefusal } from "../auth/entra.js";
import { withServer } from "../server.js";
import { withHome } from "./bin.js";
import { comeBack, createBrowser, withCodes } from "./browser-authority.js";
import { keepSignIn } from "./kept.js";
import { failureLine } from "./service.js";

const APP = ["--tenant", TENANT_ID, "--client-id", PUBLIC_CLIENT_ID];
const ADDRESS = /^Sign in with a browser on this machine, at (http\S+)\n/;

describe("partner-center sign-in", () => {
  it("opens the browser, shows its address, names the user and keeps the refresh token", () =>
    withCodes({}, (authority) =>
      withHome(async (home) => {
        const browser = await createBrowser(home);
        const args = ["sign-in", ...APP, "--authority", authority];
        const { ended } = home.start(args, browser);
        const url = await browser.opened();
        await expect(comeBack(url)).resolves.toContain("You are signed in");

        await expect(ended).resolves.toEqual({
          exitCode: 0,
          stdout: `Signed in to ${TENANT_ID} as Ada Lovelace (ada@contoso.com). The refresh token is kept in ${home.file} (mode 0600). It is in a file because the package @napi-rs/keyring is not installed beside this one.\n`,
          stderr: `Sign in with a browser on this machine, at ${url}\n`,
        });
        expect(JSON.parse(await readFile(home.file, "utf8"))).toMatchObject({
          refreshToken: "a-refresh-token-of-the-browser",
          user: "Ada Lovelace (ada@contoso.com)",
          way: "browser",
        });
      }),
    ));

  it("shows no code, verifier or token, and keeps the refresh token alone", () =>
    withCodes({}, (authority, secrets) =>
      withHome(async (home) => {
        const browser = await createBrowser(home);
        const { ended } = home.start(["sign-in", ...APP, "--authority", authority], browser);
        const url = await browser.opened();
        const page = await comeBack(url);
        const { stdout, stderr } = await ended;

        const kept = await readFile(home.file, "utf8");
        const visible = [url, page, stdout, stderr].join("\n");
        expect(secrets.filter((secret) => secret.length > 10)).toHaveLength(4);
        for (const secret of secrets) {
          expect(visible).not.toContain(secret);
          expect(kept).not.toContain(secret);
        }
        expect(visible).not.toContain("a-refresh-token-of-the-browser");
      }),
    ));

  it("shows nothing of a user's name that a terminal would obey", () =>
    withCodes({ name: "Ada\u001b[2J\u202e Lovelace", preferred_username: undefined }, (authority) =>
      withHome(async (home) => {
        const browser = await createBrowser(home);
        const { ended } = home.start(["sign-in", ...APP, "--authority", authority], browser);
        await comeBack(await browser.opened());

        expect((await ended).stdout).toContain(" as Ada [2J Lovelace. The refresh token ");
      }),
    ));

  it("shows on a terminal that it waits, and for how long it will", () =>
    withCodes({}, (authority) =>
      withHome(async (home) => {
        const browser = await createBrowser(home);
        const args = ["sign-in", ...APP, "--authority", authority];
        const { printed, ended } = home.startOnTerminal(args, browser);
        await printed(/\[K[|] Waiting for you to sign in, [45]:\d\d left/);
        await comeBack(await browser.opened());
        const { exitCode, stdout } = await ended;

        expect(exitCode).toBe(0);
        expect(stdout.split("\r\u001b[K").at(-1)).toMatch(/^Signed in to .*\r\n$/);
      }),
    ));

  it.each([
    ["there is no display", {}, "there is no display"],
    [
      "the display is far away",
      { WSL_DISTRO_NAME: "Debian", SSH_CONNECTION: "1 2 3 4" },
      "there is no display",
    ],
    [
      "no program opens it",
      { DISPLAY: ":0", PATH: "/nowhere" },
      "the program that opens it cannot be started: ENOENT",
    ],
  ])("says where %s that no browser was opened, and goes on", (_, env, why) =>
    withCodes({}, (authority) =>
      withHome(async ({ start }) => {
        const { printed, ended } = start(["sign-in", ...APP, "--authority", authority], { env });
        const [, url = ""] = await printed(ADDRESS);
        await printed(/No browser was opened.*\n/);
        await comeBack(url);

        await expect(ended).resolves.toMatchObject({
          exitCode: 0,
          stderr: expect.stringContaining(
            `\nNo browser was opened, as ${why}. Open that address yourself, or end this and sign in with \`--device-code\` and a browser anywhere.\n`,
          ),
        });
      }),
    ),
  );

  it("says that the program failed which opens the browser, and goes on", () =>
    withCodes({}, (authority) =>
      withHome(async (home) => {
        const browser = await createBrowser(home, 3);
        const args = ["sign-in", ...APP, "--authority", authority];
        const { printed, ended } = home.start(args, browser);
        await printed(/No browser was opened, as the program that opens it ended with 3\. /);
        await comeBack(await browser.opened());

        expect((await ended).exitCode).toBe(0);
      }),
    ));

  it("ends with 3 when the user declines, and keeps nothing", () =>
    withCodes({}, (authority) =>
      withHome(async (home) => {
        const browser = await createBrowser(home);
        const { ended } = home.start(["sign-in", ...APP, "--authority", authority], browser);
        const page = await comeBack(await browser.opened(), { error: "access_denied" });

        expect(page).toContain("You are not signed in");
        const { exitCode, stdout, stderr } = await ended;
        expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
        expect(stderr).toMatch(
          /\npartner-center: Signing in failed: the browser came back with code access_denied\. The user, or whoever administers the tenant, did not allow it\. Start again\.\n$/,
        );
        await expect(readFile(home.file)).rejects.toThrow("ENOENT");
      }),
    ));

  it("ends with 3 for a user of another tenant, and says which came", () =>
    withCodes({ tid: "0b7d5c1e-2f48-4a6b-9d3e-8c1f7a2b4e60" }, (authority) =>
      withHome(async (home) => {
        const browser = await createBrowser(home);
        const { ended } = home.start(["sign-in", ...APP, "--authority", authority], browser);
        await comeBack(await browser.opened());

        await expect(ended).resolves.toMatchObject({
          exitCode: 3,
          stderr: expect.stringContaining(
            `the user came from tenant 0b7d5c1e-2f48-4a6b-9d3e-8c1f7a2b4e60, and tenant ${TENANT_ID} was expected. `,
          ),
        });
      }),
    ));

  it("ends on Ctrl-C with 130, and frees its port", () =>
    withCodes({}, (authority) =>
      withHome(async (home) => {
        const browser = await createBrowser(home);
        const args = ["sign-in", ...APP, "--authority", authority];
        const { process, ended } = home.startOnTerminal(args, browser);
        const url = await browser.opened();
        process.stdin?.write("\u0003");

        expect((await ended).exitCode).toBe(130);
        await expect(comeBack(url)).rejects.toThrow("fetch failed");
      }),
    ));
});

describe("a device code that the tenant blocks", () => {
  it.each([
    [
      53003,
      'A Conditional Access policy blocks device codes: most likely "Block device code flow", which Microsoft puts into tenants and turns on by itself.',
    ],
    [530035, "The security defaults of the tenant block device codes."],
  ])("with %d says why, and what to type instead", (code, words) =>
    withServer(
      (response, { url }) =>
        url.endsWith("/devicecode")
          ? response
              .setHeader("Content-Type", "application/json")
              .end(JSON.stringify({ ...CODE, interval: 0.01 }))
          : response
              .writeHead(400, { "Content-Type": "application/json" })
              .end(JSON.stringify(entraRefusal("invalid_grant", code, "Blocked"))),
      ({ url: authority }) =>
        withHome(async ({ run }) => {
          const args = ["sign-in", "--device-code", "--profile", "work", ...APP];

          const { stderr, ...ended } = await run([...args, "--authority", authority]);

          expect({ ...ended, stderr: stderr.split("\n").slice(1).join("\n") }).toEqual(
            failureLine(3, /^partner-center: POST \S+\/token failed: 400, code AADSTS/),
          );
          expect(stderr).toContain(
            `${words} Sign in without \`--device-code\`. Run \`partner-center sign-in --profile work --tenant ${TENANT_ID} --client-id ${PUBLIC_CLIENT_ID} --authority ${authority}\`. (Trace ID: `,
          );
        }),
    ),
  );

  it("later, when what it began is renewed, says to sign in without one", () =>
    withServer(
      (response) =>
        response
          .writeHead(400, { "Content-Type": "application/json" })
          .end(JSON.stringify(entraRefusal("invalid_grant", 530036, "Blocked"))),
      ({ url: authority }) =>
        withHome(async (home) => {
          await keepSignIn(home, authority);
          const signIn = JSON.parse(await readFile(home.file, "utf8"));
          await writeFile(home.file, JSON.stringify({ ...signIn, way: "device-code" }));

          expect((await home.run(["link"])).stderr).toMatch(
            / Run `partner-center sign-in --tenant \S+ --client-id \S+ --authority \S+`\. \(Trace ID: /,
          );
        }),
    ));
});
