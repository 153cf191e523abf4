import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CLIENT_ID, CLIENT_SECRET, PUBLIC_CLIENT_ID, TENANT_ID } from "../auth/app.js";
import type { AuthorizationServer } from "../auth/authorization-server.js";
import { LINK } from "../replies.js";
import { withAuthority } from "./authority.js";
import { type Circumstances, type Home, withHome } from "./bin.js";
import { failureLine, type Service, withService } from "./service.js";

interface Setting extends Home, AuthorizationServer {
  readonly service: Service;
  /** Signs in as a user does who enters the code. */
  signInToFile(circumstances?: Circumstances): ReturnType<Home["run"]>;
}

const FULL_DISK = {
  NODE_OPTIONS: `--import ${new URL("full-disk.mjs", import.meta.url).href}`,
};
// No app of the authority has it.
const UNKNOWN_ID = "5b0c7e51-0d24-4f39-8a6e-2f7d9c1b4e68";
const USER_CODE = /\b[A-Z]{4}-[A-Z]{4}\b/;

function withSetting(use: (setting: Setting) => Promise<void>) {
  return withAuthority((server) =>
    withService("link", (home, service) =>
      use({
        ...server,
        ...home,
        service,
        async signInToFile(circumstances) {
          const { printed, ended } = home.start(signInArguments(server), circumstances);
          await server.approve((await printed(USER_CODE))[0]);
          return ended;
        },
      }),
    ),
  );
}

/** The names of all files, in whichever folder. */
async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const signInArguments = ({ authority }: AuthorizationServer) => [
  ...["sign-in", "--device-code", "--tenant", TENANT_ID, "--client-id", PUBLIC_CLIENT_ID],
  ...["--authority", authority],
];

describe("partner-center sign-in", () => {
  it("shows code and page, keeps the refresh token in a file of mode 0600, and says so", () =>
    withSetting(async ({ signInToFile, file, tokenReplies }) => {
      const { exitCode, stdout, stderr } = await signInToFile();

      expect({ exitCode, stdout }).toEqual({
        exitCode: 0,
        stdout: `Signed in to ${TENANT_ID}. The refresh token is kept in ${file} (mode 0600). It is in a file because the package @napi-rs/keyring is not installed beside this one.\n`,
      });
      expect(stderr).toMatch(/^Open http:\/\/\S+\/device and enter [A-Z]{4}-[A-Z]{4}\.\n$/);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect((await stat(dirname(file))).mode & 0o777).toBe(0o700);
      expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
        tenantId: TENANT_ID,
        refreshToken: tokenReplies.at(-1)?.refresh_token,
      });
    }));

  it("shows on a terminal that it waits, and for how long it will", () =>
    withSetting(async (setting) => {
      const { printed, ended } = setting.startOnTerminal(signInArguments(setting));
      const [userCode] = await printed(USER_CODE);
      await printed(/\[K[|] Waiting for you to sign in, 1[45]:\d\d left/);
      await setting.approve(userCode);
      const { exitCode, stdout } = await ended;

      expect(exitCode).toBe(0);
      expect(stdout.split("\r\u001b[K").at(-1)).toMatch(/^Signed in to .*\r\n$/);
    }));

  it("ends on Ctrl-C with 130, at once, and keeps nothing", () =>
    withSetting(async (setting) => {
      const { process, printed, ended } = setting.startOnTerminal(signInArguments(setting));
      await printed(/Waiting for you to sign in/);
      const startedAt = Date.now();
      process.stdin?.write("\u0003");
      const { exitCode, stdout } = await ended;

      expect(exitCode).toBe(130);
      expect(Date.now() - startedAt).toBeLessThan(1_000);
      expect(stdout.endsWith("\r\u001b[K")).toBe(true);
      await expect(readdir(setting.path)).resolves.toEqual([]);
    }));

  it("ends with 3 when the user declines", () =>
    withSetting(async ({ start, decline, ...setting }) => {
      const { printed, ended } = start(signInArguments({ decline, ...setting }));
      await decline((await printed(USER_CODE))[0]);
      const { exitCode, stdout, stderr } = await ended;

      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
      expect(stderr.split("\n")[1]).toMatch(
        /^partner-center: POST http:\S+\/token failed: 400, code access_denied\. The user, or whoever administers the tenant, did not allow it\. Start again\.$/,
      );
    }));

  it("ends with 3 when the authority does not know the app", () =>
    withSetting(async ({ authority, run }) => {
      const args = ["--tenant", TENANT_ID, "--client-id", UNKNOWN_ID, "--authority", authority];

      await expect(run(["sign-in", "--device-code", ...args])).resolves.toEqual(
        failureLine(
          3,
          /^partner-center: POST \S+\/devicecode failed: 401, code invalid_client.* Check the app id, and its secret, certificate or assertion\.\n$/,
        ),
      );
    }));

  it("ends with 4 when the authority cannot be reached", () =>
    withSetting(async ({ run }) => {
      const args = [
        "--tenant",
        TENANT_ID,
        "--client-id",
        UNKNOWN_ID,
        "--authority",
        "http://127.0.0.1:1",
      ];

      await expect(run(["sign-in", "--device-code", ...args])).resolves.toEqual(
        failureLine(
          4,
          /^partner-center: POST \S+ failed: no reply \(.*\)\. Check the authority, the network and the proxy\.\n$/,
        ),
      );
    }));

  it("ends with 3 before it asks anybody when the refresh token could not be kept", () =>
    withAuthority(({ authority }) =>
      withHome(async ({ run, path }) => {
        await writeFile(join(path, ".config"), "in the way");
        const args = ["--tenant", TENANT_ID, "--client-id", PUBLIC_CLIENT_ID];

        await expect(
          run(["sign-in", "--device-code", ...args, "--authority", authority]),
        ).resolves.toEqual(
          failureLine(
            3,
            /^partner-center: A refresh token could not be kept \(ENOTDIR.*\)\. Make `\S+partner-center` writable, then sign in\.\n$/,
          ),
        );
      }),
    ));

  it("ends with 3 when the refresh token cannot be kept", () =>
    withSetting(async ({ signInToFile }) => {
      const { exitCode, stderr } = await signInToFile({ env: FULL_DISK });

      expect(exitCode).toBe(3);
      expect(stderr.split("\n")[1]).toMatch(
        /^partner-center: Signed in, but the refresh token could not be kept \(ENOSPC.*\)\. Make room for it, then sign in again\.$/,
      );
    }));
});

describe("a sign-in that was kept", () => {
  it("gives the link, and each new refresh token replaces the one before", () =>
    withSetting(async ({ signInToFile, run, file, service, tokenRequests, tokenReplies }) => {
      await signInToFile();
      const args = ["link", "--base-url", service.url];
      const first = await run(args);
      // As if it had ended.
      await rm(join(dirname(file), "access-token.json"));
      const second = await run(args);

      expect([first, second]).toEqual([
        { exitCode: 0, stdout: `${LINK.url}\n`, stderr: "" },
        { exitCode: 0, stdout: `${LINK.url}\n`, stderr: "" },
      ]);
      const [redeemed, next] = tokenRequests.slice(-2).map((form) => form.get("refresh_token"));
      expect(redeemed).not.toBe(next);
      expect(next).toBe(tokenReplies.at(-2)?.refresh_token);
      expect(await readFile(file, "utf8")).toContain(tokenReplies.at(-1)?.refresh_token);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      await expect(readdir(dirname(file))).resolves.toEqual(["access-token.json", "sign-in.json"]);
    }));

  it("gives the link also where the new refresh token cannot be kept, and says so", () =>
    withSetting(async ({ signInToFile, run, file, service }) => {
      await signInToFile();
      const kept = await readFile(file, "utf8");
      const args = ["link", "--base-url", service.url];
      const { exitCode, stdout, stderr } = await run(args, { env: FULL_DISK });

      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${LINK.url}\n` });
      expect(stderr).toMatch(
        /^partner-center: The new refresh token could not be kept, and the one before stays \(ENOSPC.*\)\. Make room for it\.\n$/,
      );
      expect(await readFile(file, "utf8")).toBe(kept);
    }));

  it("is refused with 3 and the command to sign in again once it has been revoked", () =>
    withSetting(async ({ signInToFile, run, file, service }) => {
      await signInToFile();
      const old = await readFile(file, "utf8");
      await run(["link", "--base-url", service.url]);
      await writeFile(file, old);

      const { stderr, ...ended } = await run(["link", "--base-url", service.url]);

      expect(ended).toEqual({ exitCode: 3, stdout: "" });
      expect(stderr).toMatch(
        /^partner-center: POST \S+\/token failed: 400, code invalid_grant.* The sign-in is not valid any more, or belongs to another app\. Sign in again\. Run `partner-center sign-in --tenant \S+ --client-id \S+ --authority \S+ --device-code`\.\n$/,
      );
    }));

  it("is not used for another cloud than it is for", () =>
    withSetting(async ({ signInToFile, run, service }) => {
      await signInToFile();

      await expect(run(["link", "--base-url", service.url, "--cloud", "china"])).resolves.toEqual(
        failureLine(
          3,
          /^partner-center: The sign-in that was kept is for the cloud global, not for china\. Run `.* --cloud china`\.\n$/,
        ),
      );
    }));

  it("is forgotten by sign-out", () =>
    withSetting(async ({ signInToFile, run, file, service }) => {
      await signInToFile();

      await expect(run(["sign-out"])).resolves.toEqual({
        exitCode: 0,
        stdout: `Signed out. The refresh token in ${file} is forgotten.\n`,
        stderr: "",
      });
      await expect(readdir(dirname(file))).resolves.toEqual([]);
      await expect(run(["link", "--base-url", service.url])).resolves.toMatchObject({
        exitCode: 3,
      });
      await expect(run(["sign-out"])).resolves.toMatchObject({ stdout: "Nobody was signed in.\n" });
    }));

  it.each([
    [
      "others may read it",
      0o644,
      undefined,
      /^partner-center: \S+sign-in\.json is open to others \(mode 0644\), so it is not used\. .* `chmod 600 '\S+'`.* `partner-center sign-in --tenant <tenant> --client-id <app>`\.\n$/,
    ],
    [
      "its group may write it",
      0o620,
      undefined,
      /^partner-center: \S+sign-in\.json is open to others \(mode 0620\), so it is not used\. .*\n$/,
    ],
    [
      "it is cut off",
      0o600,
      (text: string) => text.slice(0, -9),
      /^partner-center: What is kept in \S+sign-in\.json is damaged, so it is not used\. Sign in again with `partner-center sign-in --tenant <tenant> --client-id <app>`, or .*\n$/,
    ],
    ["it is empty", 0o600, () => "", /is damaged, so it is not used\./],
    [
      "it lacks the refresh token",
      0o600,
      (text: string) => text.replace("refreshToken", "token"),
      /is damaged, so it is not used\./,
    ],
    [
      "its tenant is none",
      0o600,
      (text: string) => text.replace(TENANT_ID, "../other"),
      /is damaged, so it is not used\./,
    ],
    [
      "its authority is not safe",
      0o600,
      (text: string) => text.replace("127.0.0.1", "example.com"),
      /is damaged, so it is not used\./,
    ],
    [
      "its cloud is none",
      0o600,
      (text: string) => text.replace("global", "constructor"),
      /is damaged, so it is not used\./,
    ],
  ])("is refused with 3 when %s", (_title, mode, change, pattern) =>
    withSetting(async ({ signInToFile, run, file, service, tokenRequests }) => {
      await signInToFile();
      if (change !== undefined) {
        await writeFile(file, change(await readFile(file, "utf8")));
      }
      await chmod(file, mode);
      const before = tokenRequests.length;

      await expect(run(["link", "--base-url", service.url])).resolves.toEqual(
        failureLine(3, pattern),
      );
      expect(tokenRequests).toHaveLength(before);
      expect(service.requests).toEqual([]);
    }),
  );

  it("can be signed out of though it is damaged", () =>
    withSetting(async ({ run, file }) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, "{", { mode: 0o644 });

      await expect(run(["sign-out"])).resolves.toMatchObject({ exitCode: 0 });
      await expect(readdir(dirname(file))).resolves.toEqual([]);
    }));

  it("is under XDG_CONFIG_HOME where that is set", () =>
    withSetting(async ({ signInToFile, path }) => {
      const { stdout } = await signInToFile({ env: { XDG_CONFIG_HOME: join(path, "settings") } });

      expect(stdout).toContain(join(path, "settings/partner-center/sign-in.json"));
    }));
});

describe("with a keyring, a sign-in", () => {
  it("is kept there and nowhere else, found, renewed and forgotten there", () =>
    withSetting(async ({ signInToFile, run, path, service, tokenReplies }) => {
      const keyring = join(path, "keyring");
      await mkdir(keyring);
      const circumstances = { env: { TEST_KEYRING: keyring } };
      const entry = join(keyring, "partner-center-client:sign-in");

      await expect(signInToFile(circumstances)).resolves.toMatchObject({
        stdout: `Signed in to ${TENANT_ID}. The refresh token is kept in the operating system's keyring.\n`,
      });
      await expect(filesIn(path)).resolves.toEqual(["partner-center-client:sign-in"]);

      await expect(run(["link", "--base-url", service.url], circumstances)).resolves.toMatchObject({
        exitCode: 0,
        stdout: `${LINK.url}\n`,
      });
      expect(await readFile(entry, "utf8")).toContain(tokenReplies.at(-1)?.refresh_token);

      await expect(run(["sign-out"], circumstances)).resolves.toMatchObject({
        stdout: "Signed out. The refresh token in the operating system's keyring is forgotten.\n",
      });
      await expect(readdir(keyring)).resolves.toEqual([]);
    }));

  it("takes the place of the one that was kept in a file", () =>
    withSetting(async ({ signInToFile, path, file }) => {
      await signInToFile();
      await mkdir(join(path, "keyring"));
      await signInToFile({ env: { TEST_KEYRING: join(path, "keyring") } });

      await expect(readdir(dirname(file))).resolves.toEqual([]);
    }));

  it("that the file of an earlier one cannot be removed for ends with 1, and says so", () =>
    withSetting(async ({ signInToFile, path, file }) => {
      await mkdir(join(path, "keyring"));
      await mkdir(file, { recursive: true });
      const { exitCode, stdout, stderr } = await signInToFile({
        env: { TEST_KEYRING: join(path, "keyring") },
      });

      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/^Signed in to \S+ The refresh token is kept in the operating /);
      expect(stderr).toMatch(
        /\npartner-center: Signed in, but an earlier sign-in may still be kept\. The refresh token is still kept in \S+sign-in\.json \(ERR_FS_EISDIR\)\. Remove that folder\.\n$/,
      );
    }));

  it("that a locked keyring may have an earlier one of ends with 1, and says what to do", () =>
    withSetting(async ({ signInToFile, path, file }) => {
      await mkdir(join(path, "locked"));
      const { exitCode, stdout, stderr } = await signInToFile({
        env: { TEST_KEYRING: join(path, "locked") },
      });

      expect(exitCode).toBe(1);
      expect(stdout).toContain(`The refresh token is kept in ${file} (mode 0600).`);
      expect(stderr).toMatch(
        /\npartner-center: Signed in, but an earlier sign-in may still be kept, and would be used instead\. A refresh token may still be kept in the operating system's keyring: it refused\. Unlock it, and sign out again\. Then sign in again\.\n$/,
      );
    }));

  it.each([
    ["absent", "It is in a file because this machine has no keyring that answers."],
    ["locked", "It is in a file because the keyring refused."],
  ])("is kept in the file, and found there, when the keyring is %s", (state, why) =>
    withSetting(async ({ signInToFile, run, path, file, service }) => {
      const keyring = join(path, state);
      await mkdir(keyring);
      const circumstances = { env: { TEST_KEYRING: keyring } };
      const { stdout } = await signInToFile(circumstances);

      expect(stdout).toContain(`${file} (mode 0600). ${why}\n`);
      await expect(run(["link", "--base-url", service.url], circumstances)).resolves.toMatchObject({
        exitCode: 0,
      });
    }),
  );

  it("that cannot be read is refused with 3", () =>
    withSetting(async ({ run, path, service }) => {
      const keyring = join(path, "locked");
      await mkdir(keyring);
      const env = { TEST_KEYRING: keyring };

      await expect(run(["link", "--base-url", service.url], { env })).resolves.toEqual(
        failureLine(
          3,
          /^partner-center: The operating system's keyring cannot be read: it refused\. Unlock it, or sign in again with `partner-center sign-in --tenant <tenant> --client-id <app>`\.\n$/,
        ),
      );
    }));
});

describe("a refresh token in the environment", () => {
  it("is redeemed with tenant, client id and secret", () =>
    withSetting(async ({ authority, signIn, run, service, tokenRequests }) => {
      const env = {
        PARTNER_CENTER_REFRESH_TOKEN: await signIn(),
        PARTNER_CENTER_TENANT_ID: TENANT_ID,
        PARTNER_CENTER_CLIENT_ID: CLIENT_ID,
        PARTNER_CENTER_CLIENT_SECRET: CLIENT_SECRET,
      };
      const args = ["link", "--base-url", service.url, "--authority", authority, "--verbose"];
      const { exitCode, stdout, stderr } = await run(args, { env });

      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${LINK.url}\n` });
      expect(tokenRequests.at(-1)?.get("client_secret")).toBe(CLIENT_SECRET);
      expect(stderr).toContain(
        "There is a new refresh token, which cannot be kept: PARTNER_CENTER_REFRESH_TOKEN still has the one before.\n",
      );
    }));

  it("is refused with 3, and what to do", () =>
    withSetting(async ({ authority, run, service }) => {
      const env = {
        PARTNER_CENTER_REFRESH_TOKEN: "an-old-token",
        PARTNER_CENTER_TENANT_ID: TENANT_ID,
        PARTNER_CENTER_CLIENT_ID: PUBLIC_CLIENT_ID,
      };
      const args = ["link", "--base-url", service.url, "--authority", authority];

      await expect(run(args, { env })).resolves.toEqual(
        failureLine(
          3,
          /^partner-center: POST \S+\/token failed: 400, code invalid_grant.* Sign in again\. Put the refresh token of another sign-in into PARTNER_CENTER_REFRESH_TOKEN\.\n$/,
        ),
      );
    }));
});
