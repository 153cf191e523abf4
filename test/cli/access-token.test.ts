import { chmod, chown, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Scenario } from "partner-center-client/sandbox";
import { LINK } from "../replies.js";
import type { Home } from "./bin.js";
import { keepSignIn } from "./kept.js";
import { type Service, withService } from "./service.js";
import { type Authority, withTokens } from "./tokens.js";

const DONE = { exitCode: 0, stdout: `${LINK.url}\n`, stderr: "" };

interface Setting extends Home, Authority {
  readonly service: Service;
  readonly link: readonly string[];
  /** Where an access token is kept. */
  readonly tokenFile: string;
}

/** Runs `use` with a sign-in that was kept, and with the authority and the service that it is for. */
function withKept(
  use: (setting: Setting) => Promise<void>,
  scenario: Scenario | readonly Scenario[] = "link",
  expiresIn = 3_600,
): Promise<void> {
  return withTokens(
    0,
    (authority) =>
      withService(scenario, async (home, service) => {
        await keepSignIn(home, authority.url);
        await use({
          ...home,
          ...authority,
          service,
          link: ["link", "--base-url", service.url],
          tokenFile: join(dirname(home.file), "access-token.json"),
        });
      }),
    { expiresIn },
  );
}

describe("the access token of a sign-in that is kept", () => {
  it("serves ten commands, one after the other", () =>
    withKept(async ({ run, link, redeemed, tokenFile, service }) => {
      for (let count = 0; count < 10; count += 1) {
        await expect(run(link)).resolves.toEqual(DONE);
      }

      expect(redeemed).toEqual(["a-refresh-token"]);
      expect(service.requests.map(({ headers }) => headers.get("authorization"))).toEqual(
        Array(10).fill("Bearer access-token-1"),
      );
      expect((await stat(tokenFile)).mode & 0o777).toBe(0o600);
    }));

  it("serves ten commands at once", () =>
    withKept(async ({ start, link, redeemed }) => {
      const ended = await Promise.all(Array.from({ length: 10 }, () => start(link).ended));

      expect(ended).toEqual(Array(10).fill(DONE));
      expect(redeemed).toEqual(["a-refresh-token"]);
    }));

  it("is told of with `--verbose`", () =>
    withKept(async ({ run, link }) => {
      const note = "Using the access token that is kept beside it.";
      const first = await run([...link, "--verbose"]);
      const second = await run([...link, "--verbose"]);

      expect(first.stderr).not.toContain(note);
      expect(second.stderr).toContain(note);
      expect(second.stderr).not.toContain("access-token-1");
    }));

  it("is not used in the last two minutes before it ends", () =>
    withKept(
      async ({ run, link, redeemed }) => {
        await run(link);
        await run(link);

        expect(redeemed).toEqual(["a-refresh-token", "token-1"]);
      },
      "link",
      120,
    ));

  it.each<[string, (text: string) => string]>([
    ["damaged", (text) => text.slice(0, -20)],
    ["no object", () => "[]"],
    ["of another format", (text) => text.replace('"version": 1', '"version": 2')],
    ["for another scope", (text) => text.replace("user_impersonation", "other")],
    ["of another cloud", (text) => text.replace('"global"', '"china"')],
    ["of another app", (text) => text.replace(/"clientId": ".*"/, '"clientId": "another"')],
    ["of another authority", (text) => text.replace(/"authority": "/, '"authority": "https://x')],
    ["of another refresh token", (text) => text.replace(/"by": "...../, '"by": "AAAAA')],
    ["empty", (text) => text.replace(/"token": ".*"/, '"token": ""')],
    ["in two lines", (text) => text.replace(/"token": "/, '"token": "a\\n')],
    ["good for longer than a day", (text) => text.replace(/(Timestamp": )\d/, "$19")],
    ["good until nobody knows when", (text) => text.replace(/(Timestamp": )\d+/, '$1"soon"')],
  ])("is not used when it is %s", (_how, change) =>
    withKept(async ({ run, link, redeemed, tokenFile }) => {
      await run(link);
      const text = await readFile(tokenFile, "utf8");
      expect(change(text)).not.toBe(text);
      await writeFile(tokenFile, change(text));

      await expect(run(link)).resolves.toEqual(DONE);
      expect(redeemed).toEqual(["a-refresh-token", "token-1"]);
    }),
  );

  it.each<[string, (file: string) => Promise<void>]>([
    ["that others can read", (file) => chmod(file, 0o644)],
    ["of another user", (file) => chown(file, 12_345, 12_345)],
  ])("is not used from a file %s", (_whose, change) =>
    withKept(async ({ run, link, redeemed, tokenFile }) => {
      await run(link);
      await change(tokenFile);

      await expect(run(link)).resolves.toEqual(DONE);
      expect(redeemed).toEqual(["a-refresh-token", "token-1"]);
    }),
  );

  it("is forgotten when the service refuses it", () =>
    withKept(
      async ({ run, start, link, redeemed, tokenFile }) => {
        await expect(run(link)).resolves.toEqual(DONE);
        // It is refused, so that another is asked for.
        await expect(run(link)).resolves.toEqual(DONE);
        // A process ends when the file is gone.
        await expect(start(link).ended).resolves.toMatchObject({ exitCode: 3 });
        expect(redeemed).toEqual(["a-refresh-token", "token-1"]);
        await expect(readdir(dirname(tokenFile))).resolves.toEqual(["sign-in.json"]);
        await expect(run(link)).resolves.toEqual(DONE);
        expect(redeemed).toEqual(["a-refresh-token", "token-1", "token-2"]);
      },
      ["link", "unauthorized", "link", "mfa-required", "link"],
    ));

  it("is not what doctor judges the sign-in by when the service refuses it", () =>
    withKept(
      async ({ run, link, redeemed, service }) => {
        await expect(run(link)).resolves.toEqual(DONE);

        const { exitCode, stdout } = await run(["doctor", "--base-url", service.url, "--json"]);
        expect(JSON.parse(stdout).checks.at(-1)).toMatchObject({ about: "service", state: "ok" });
        expect(exitCode).toBe(0);
        expect(redeemed).toEqual(["a-refresh-token", "token-1"]);
      },
      ["link", "unauthorized", "link"],
    ));

  it("goes with the sign-in", () =>
    withKept(async ({ run, link, tokenFile }) => {
      await run(link);

      await expect(run(["sign-out"])).resolves.toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(/^Signed out\. The refresh token in \S+ is forgotten\.\n$/),
      });
      await expect(readdir(dirname(tokenFile))).resolves.toEqual([]);
    }));

  it("is not that of a sign-in of another profile", () =>
    withKept(async ({ run, link, redeemed, file }) => {
      await run(link);
      await writeFile(file.replace(".json", "-work.json"), await readFile(file), { mode: 0o600 });
      await run([...link, "--profile", "work"]);

      expect(redeemed).toEqual(["a-refresh-token", "token-1"]);
      await expect(readdir(dirname(file))).resolves.toEqual([
        "access-token-work.json",
        "access-token.json",
        "sign-in-work.json",
        "sign-in.json",
      ]);
    }));

  it("is no reason to fail where it cannot be kept", () =>
    withKept(async ({ run, link, redeemed, tokenFile }) => {
      await mkdir(join(tokenFile, "in-the-way"), { recursive: true });

      await expect(run(link)).resolves.toEqual(DONE);
      await expect(run(link)).resolves.toEqual(DONE);
      expect(redeemed).toEqual(["a-refresh-token", "token-1"]);
    }));
});
