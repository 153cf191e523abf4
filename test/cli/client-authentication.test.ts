import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CLIENT_SECRET, PUBLIC_CLIENT_ID, TENANT_ID } from "../auth/app.js";
import { createCertificate } from "../auth/certificate.js";
import { CODE } from "../auth/device-code.js";
import { LINK } from "../replies.js";
import { withServer } from "../server.js";
import type { Home } from "./bin.js";
import { keepSignIn } from "./kept.js";
import { failureLine, withService } from "./service.js";

const APP = ["--tenant", TENANT_ID, "--client-id", PUBLIC_CLIENT_ID];
const REFRESH = {
  PARTNER_CENTER_REFRESH_TOKEN: "a-refresh-token",
  PARTNER_CENTER_TENANT_ID: TENANT_ID,
  PARTNER_CENTER_CLIENT_ID: PUBLIC_CLIENT_ID,
};

/** Runs `use` with an authority, with the forms that it got, and with the service in the environment. */
function withForms(
  use: (
    home: Home,
    setting: { authority: string; forms: URLSearchParams[]; env: Record<string, string> },
  ) => Promise<void>,
): Promise<void> {
  const forms: URLSearchParams[] = [];
  return withServer(
    (response, { url, body }) => {
      forms.push(new URLSearchParams(body));
      const tokens = {
        access_token: "an-access-token",
        refresh_token: "a-new-refresh-token",
        token_type: "Bearer",
        expires_in: 3_600,
      };
      const reply = url.endsWith("/devicecode") ? { ...CODE, interval: 0.01 } : tokens;
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(reply));
    },
    ({ url: authority }) =>
      withService("link", (home, { url }) =>
        use(home, { authority, forms, env: { PARTNER_CENTER_BASE_URL: url } }),
      ),
  );
}

/** Each way in which an app proves itself, with the variable, and with the parameter that the authority gets. */
const WAYS: ReadonlyArray<
  [name: string, prepare: (home: Home) => Promise<string>, parameter: string, pattern: RegExp]
> = [
  ["PARTNER_CENTER_CLIENT_SECRET", async () => CLIENT_SECRET, "client_secret", /./],
  [
    "PARTNER_CENTER_CLIENT_CERTIFICATE",
    async ({ path }) => {
      const { certificate, privateKey } = await createCertificate();
      await writeFile(join(path, "app.pem"), `${certificate}\n${privateKey}\n`);
      return "app.pem";
    },
    "client_assertion",
    /^eyJ/,
  ],
  [
    "PARTNER_CENTER_CLIENT_ASSERTION_FILE",
    async ({ path }) => {
      await writeFile(join(path, "federated-token"), "an-assertion-of-the-cluster\n");
      return join(path, "federated-token");
    },
    "client_assertion",
    /^an-assertion-of-the-cluster$/,
  ],
];

describe.each(WAYS)("with %s", (name, prepare, parameter, pattern) => {
  it("a refresh token in the environment is redeemed, and the service of the environment asked", () =>
    withForms(async (home, { authority, forms, env }) => {
      const proof = { [name]: await prepare(home) };
      const ended = await home.run(["link", "--authority", authority], {
        env: { ...env, ...REFRESH, ...proof },
      });

      expect(ended).toEqual({ exitCode: 0, stdout: `${LINK.url}\n`, stderr: "" });
      expect(forms[0]?.get(parameter)).toMatch(pattern);
    }));

  it("a kept sign-in is renewed", () =>
    withForms(async (home, { authority, forms, env }) => {
      await keepSignIn(home, authority);
      const proof = { [name]: await prepare(home) };
      const ended = await home.run(["link"], { env: { ...env, ...proof } });

      expect(ended.exitCode).toBe(0);
      expect(forms[0]?.get(parameter)).toMatch(pattern);
    }));

  it("a user signs in to a confidential app, whose refresh token a file gets", () =>
    withForms(async (home, { authority, forms }) => {
      const env = { [name]: await prepare(home) };
      const file = join(home.path, "token");
      const args = ["sign-in", "--device-code", ...APP, "--authority", authority];
      const ended = await home.run([...args, "--refresh-token-file", file], { env });

      expect(ended).toMatchObject({
        exitCode: 0,
        stdout: `Signed in to ${TENANT_ID}. The refresh token is in ${file} (mode 0600).\n`,
      });
      expect(ended.stderr).not.toContain("a-new-refresh-token");
      expect(forms.at(-1)?.get(parameter)).toMatch(pattern);
      expect(await readFile(file, "utf8")).toBe("a-new-refresh-token\n");
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      await expect(stat(home.file)).rejects.toThrow("ENOENT");
    }));

  it("nothing is sent for another app than PARTNER_CENTER_CLIENT_ID", () =>
    withForms(async (home, { authority, forms, env }) => {
      await keepSignIn(home, authority);
      const proof = { [name]: await prepare(home), PARTNER_CENTER_CLIENT_ID: "another-app" };
      const ended = await home.run(["link"], { env: { ...env, ...proof } });

      expect(ended.exitCode).toBe(0);
      expect(forms[0]?.get(parameter)).toBe(null);
    }));
});

describe("a confidential app in the environment", () => {
  it.each<[string, Record<string, string>, number, RegExp]>([
    [
      "two ways at once",
      { PARTNER_CENTER_CLIENT_SECRET: CLIENT_SECRET, PARTNER_CENTER_CLIENT_CERTIFICATE: "a.pem" },
      2,
      /: Set either PARTNER_CENTER_CLIENT_SECRET or PARTNER_CENTER_CLIENT_CERTIFICATE, not both\.\n$/,
    ],
    [
      "no file",
      { PARTNER_CENTER_CLIENT_CERTIFICATE: "none.pem" },
      2,
      /: Cannot read the file of PARTNER_CENTER_CLIENT_CERTIFICATE \(ENOENT\)\.\n$/,
    ],
    [
      "a folder",
      { PARTNER_CENTER_CLIENT_ASSERTION_FILE: "." },
      2,
      /: Invalid PARTNER_CENTER_CLIENT_ASSERTION_FILE: expected a file of at most 1 MiB\.\n$/,
    ],
    [
      "a file without a certificate",
      { PARTNER_CENTER_CLIENT_CERTIFICATE: "in.csv" },
      2,
      /: Invalid PARTNER_CENTER_CLIENT_CERTIFICATE: /,
    ],
  ])("is refused with %s, before anything is sent", (_what, env, exitCode, pattern) =>
    withForms(async (home, { authority, forms }) => {
      await writeFile(join(home.path, "in.csv"), "tenant,name\n");
      const ended = await home.run(["link", "--authority", authority], {
        env: { ...REFRESH, ...env },
      });

      expect(ended).toEqual(failureLine(exitCode, pattern));
      expect(forms).toEqual([]);
    }),
  );
});

describe("PARTNER_CENTER_BASE_URL", () => {
  it("is overridden by `--base-url`, and checked like it", () =>
    withService("link", async ({ run }, { url, requests }) => {
      const env = { PARTNER_CENTER_TOKEN: "an-access-token" };
      const overridden = await run(["link", "--base-url", url], {
        env: { ...env, PARTNER_CENTER_BASE_URL: "http://127.0.0.1:1" },
      });
      const refused = await run(["link"], {
        env: { ...env, PARTNER_CENTER_BASE_URL: "http://example.com" },
      });

      expect(overridden.exitCode).toBe(0);
      expect(requests).toHaveLength(1);
      expect(refused).toEqual(
        failureLine(
          2,
          /: Invalid `PARTNER_CENTER_BASE_URL`: expected an https URL \(http only for loopback\)\.\n$/,
        ),
      );
    }));
});
