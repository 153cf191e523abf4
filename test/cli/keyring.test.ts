import { execFileSync } from "node:child_process";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { LINK } from "../replies.js";
import { withServer } from "../server.js";
import { withHome } from "./bin.js";
import { keepSignIn } from "./kept.js";
import { failureLine, withService } from "./service.js";

const TOKENS = {
  access_token: "an-access-token",
  refresh_token: "another-refresh-token",
  token_type: "Bearer",
  expires_in: 3600,
};
const LONGEST_MS = 10_000;

describe("where the keyring does not answer", () => {
  it("a sign-in is found in the file, and doctor says why there", () =>
    withServer(
      (response) =>
        response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(TOKENS)),
      ({ url: authority }) =>
        withService("link", async (home, { url }) => {
          const env = { TEST_KEYRING: join(home.path, "silent") };
          await keepSignIn(home, authority);
          const [link, doctor] = await Promise.all([
            home.run(["link", "--base-url", url], { env }),
            home.run(["doctor", "--base-url", url], { env }),
          ]);

          expect(link).toEqual({ exitCode: 0, stdout: `${LINK.url}\n`, stderr: "" });
          expect(doctor.stdout).toMatch(
            /^ok {7}credential {2}.* kept in \S+sign-in\.json, as the operating system's keyring cannot be read, for app /,
          );
        }),
    ));

  it("a call without another sign-in ends with 3, and sign-out with 1", () =>
    withHome(async ({ run, path }) => {
      const env = { TEST_KEYRING: join(path, "silent") };
      const [link, signOut] = await Promise.all([
        run(["link"], { env }),
        run(["sign-out"], { env }),
      ]);

      expect(link).toEqual(
        failureLine(
          3,
          /^partner-center: The operating system's keyring cannot be read: it did not answer within 10 s\. Unlock it, or .*\n$/,
        ),
      );
      expect(signOut).toEqual(
        failureLine(
          1,
          /^partner-center: A refresh token may still be kept in the operating system's keyring: it did not answer within 10 s\. Unlock it, and sign out again\.\n$/,
        ),
      );
    }));

  it("Ctrl-C ends the wait for it with 130, at once", () =>
    withHome(async ({ startOnTerminal, path }) => {
      const keyring = join(path, "silent");
      await mkdir(keyring);
      const startedAt = Date.now();
      const { process, printed, ended } = startOnTerminal(["doctor"], {
        env: { TEST_KEYRING: keyring },
      });
      await printed(/Checking/);
      process.stdin?.write("\u0003");

      await expect(ended).resolves.toMatchObject({ exitCode: 130 });
      expect(Date.now() - startedAt).toBeLessThan(LONGEST_MS / 2);
    }));

  it("it ends with the command, be that by SIGKILL", () =>
    withHome(async ({ start, path }) => {
      const pipe = join(path, "pipe");
      execFileSync("mkfifo", [pipe]);
      const { process, ended } = start(["link"], { env: { TEST_KEYRING: join(path, "silent") } });
      // Is open once the keyring is blocked, and ends when it does.
      const keyring = await open(pipe);
      process.kill("SIGKILL");
      await ended;

      await expect(keyring.read()).resolves.toMatchObject({ bytesRead: 0 });
      await keyring.close();
    }));
});
