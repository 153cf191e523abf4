import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { LINK } from "../replies.js";
import { withServer } from "../server.js";
import { withHome } from "./bin.js";
import { keepSignIn, signIn } from "./kept.js";
import { failureLine, withService } from "./service.js";
import { withTokens } from "./tokens.js";

const AUTHORITY = "http://127.0.0.1:1";
const TOKENS = {
  access_token: "an-access-token",
  refresh_token: "another-refresh-token",
  token_type: "Bearer",
  expires_in: 3600,
};

describe("the file of a sign-in is refused with 3 when it is", () => {
  it("a pipe, which is not waited for", () =>
    withHome(async ({ run, file }) => {
      await mkdir(dirname(file), { recursive: true });
      execFileSync("mkfifo", ["-m", "600", file]);

      await expect(run(["link"])).resolves.toEqual(
        failureLine(
          3,
          /^partner-center: \S+sign-in\.json is not a file, so it is not used\. Remove it, and sign in with `partner-center sign-in --tenant <tenant> --client-id <app>`\.\n$/,
        ),
      );
    }));

  it("a symbolic link", () =>
    withHome(async ({ run, file, path }) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(join(path, "other.json"), signIn(AUTHORITY), { mode: 0o600 });
      await symlink(join(path, "other.json"), file);

      await expect(run(["link"])).resolves.toEqual(
        failureLine(
          3,
          /^partner-center: \S+sign-in\.json is a symbolic link, so it is not used\. Remove it, and sign in with `.*`\.\n$/,
        ),
      );
    }));

  it("of another user, whoever reads it", () =>
    withHome(async (home) => {
      await keepSignIn(home, AUTHORITY);
      const otherUser = new URL("other-user.mjs", import.meta.url).href;
      const env = { NODE_OPTIONS: `--import ${otherUser}` };

      await expect(home.run(["link"], { env })).resolves.toEqual(
        failureLine(
          3,
          /^partner-center: \S+sign-in\.json belongs to another user \(number \d+\), so it is not used\. Remove it, and sign in with `.*`\.\n$/,
        ),
      );
    }));

  it("of 3 GB, before it is read", () =>
    withHome(async (home) => {
      await keepSignIn(home, AUTHORITY);
      await truncate(home.file, 3 * 2 ** 30);

      await expect(home.run(["link"])).resolves.toEqual(
        failureLine(
          3,
          /^partner-center: \S+sign-in\.json is too large for a sign-in, so it is not used\. Remove it, and sign in with `.*`\.\n$/,
        ),
      );
    }));
});

describe("a sign-in that changes while a command uses it ends the command", () => {
  it.each<
    [what: string, change: (file: string) => Promise<unknown>, exitCode: number, line: RegExp]
  >([
    [
      "when it is forgotten",
      (file) => rm(file),
      4,
      /^partner-center: The sign-in was forgotten or replaced meanwhile\. Run the command again\.\n$/,
    ],
    [
      "when it is replaced",
      (file) => writeFile(file, signIn("https://login.example.com")),
      4,
      /^partner-center: The sign-in was forgotten or replaced meanwhile\. Run the command again\.\n$/,
    ],
    [
      "when it is too large",
      (file) => truncate(file, 3 * 2 ** 30),
      3,
      /^partner-center: \S+sign-in\.json is too large for a sign-in, so it is not used\. Remove it, and sign in with `.*`\.\n$/,
    ],
  ])("%s, with its own words and exit code", (_what, change, exitCode, line) =>
    withTokens(0, ({ url: authority }) =>
      withHome((home) =>
        withServer(
          async (response) => {
            await change(home.file);
            response.writeHead(401).end();
          },
          async ({ url, requests }) => {
            await keepSignIn(home, authority);

            await expect(home.run(["link", "--base-url", url])).resolves.toEqual(
              failureLine(exitCode, line),
            );
            expect(requests).toHaveLength(1);
          },
        ),
      ),
    ),
  );
});

describe("partner-center sign-out ends with 1, and says that the token stays, when", () => {
  it("a folder is in the place of the file", () =>
    withHome(async ({ run, file }) => {
      await mkdir(file, { recursive: true });

      await expect(run(["sign-out"])).resolves.toEqual(
        failureLine(
          1,
          /^partner-center: The refresh token is still kept in \S+sign-in\.json \(ERR_FS_EISDIR\)\. Remove that folder\.\n$/,
        ),
      );
    }));

  it("a symbolic link is, which would leave the token where it leads to", () =>
    withHome(async ({ run, file, path }) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(join(path, "other.json"), signIn(AUTHORITY));
      await symlink(join(path, "other.json"), file);

      await expect(run(["sign-out"])).resolves.toEqual(
        failureLine(
          1,
          /^partner-center: The refresh token is still kept in \S+sign-in\.json \(it is a symbolic link\)\. Remove it and the file that it leads to\.\n$/,
        ),
      );
      await expect(readFile(file, "utf8")).resolves.toBe(signIn(AUTHORITY));
    }));
});

describe("a new refresh token that cannot be kept", () => {
  it("is told of in an object with `--json`, and on a line of its own on a terminal", () =>
    withServer(
      (response) =>
        response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(TOKENS)),
      ({ url: authority }) =>
        withService("link", async (home, { url }) => {
          await keepSignIn(home, authority);
          const fullDisk = new URL("full-disk.mjs", import.meta.url).href;
          const env = { NODE_OPTIONS: `--import ${fullDisk}` };
          const args = ["link", "--base-url", url];
          const json = await home.run([...args, "--json"], { env });
          const terminal = await home.startOnTerminal(args, { env }).ended;

          expect(json.exitCode).toBe(0);
          expect(JSON.parse(json.stderr)).toEqual({
            warning: {
              text: expect.stringMatching(
                /^The new refresh token could not be kept, and the one before stays \(ENOSPC.*\)\. Make room for it\.$/,
              ),
            },
          });
          expect(terminal.stdout).toContain("\r\u001b[Kpartner-center: The new refresh token");
          expect(terminal.stdout).toContain(`\r\u001b[K${LINK.url}\r\n`);
        }),
    ));
});
