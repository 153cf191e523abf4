import { readFile } from "node:fs/promises";
import { PUBLIC_CLIENT_ID, TENANT_ID } from "../auth/app.js";
import { entraRefusal } from "../auth/entra.js";
import { PLANTED, plantedIn } from "../auth/planted.js";
import { jwt } from "../jwt.js";
import { withServer } from "../server.js";
import { withHome } from "./bin.js";

const TOKENS = {
  access_token: PLANTED.accessToken,
  refresh_token: PLANTED.newRefreshToken,
  token_type: "Bearer",
  expires_in: 3600,
};

describe("no secret shows", () => {
  it.each([
    [
      "a refusal that repeats the request",
      400,
      (form: string) => entraRefusal("invalid_grant", 70000, `${form} ${decodeURIComponent(form)}`),
    ],
    ["a page that repeats the request", 502, (form: string) => `<html>${form}</html>`],
    ["tokens", 200, () => TOKENS],
  ])("in what link and doctor print when the authority answers with %s", (_title, status, reply) =>
    withServer(
      (response, { url, body, headers }) => {
        const isToken = url.endsWith("/token");
        const said = isToken ? reply(body) : { description: `Refused ${headers.authorization}` };
        const text = typeof said === "string" ? said : JSON.stringify(said);
        response
          .writeHead(isToken ? status : 403, { "Content-Type": "application/json" })
          .end(text);
      },
      ({ url }) =>
        withHome(async ({ run }) => {
          const env = {
            PARTNER_CENTER_REFRESH_TOKEN: PLANTED.refreshToken,
            PARTNER_CENTER_TENANT_ID: TENANT_ID,
            PARTNER_CENTER_CLIENT_ID: PUBLIC_CLIENT_ID,
            PARTNER_CENTER_CLIENT_SECRET: PLANTED.clientSecret,
          };
          for (const command of ["link", "doctor"]) {
            for (const format of [[], ["--json"]]) {
              const args = [command, "--base-url", url, "--authority", url, "--verbose", ...format];
              const { exitCode, stdout, stderr } = await run(args, { env });

              expect(exitCode).not.toBe(0);
              expect(plantedIn(stdout + stderr)).toEqual([]);
            }
          }
        }),
    ),
  );

  it("in what link prints when the service repeats a part of the token", () =>
    withServer(
      (response, { headers: { authorization = "" } }) => {
        const token = authorization.slice("Bearer ".length);
        const description = `${token.slice(0, 60)} ${token.slice(token.indexOf(".") + 1)}`;
        response.writeHead(403).end(JSON.stringify({ description }));
      },
      ({ url }) =>
        withHome(async ({ run }) => {
          const env = { PARTNER_CENTER_TOKEN: jwt() };
          for (const format of [[], ["--json"]]) {
            const { stderr } = await run(["link", "--base-url", url, ...format], { env });

            expect(stderr).toContain("[redacted] [redacted]");
            expect(stderr).not.toContain(jwt().split(".")[1]?.slice(0, 20));
          }
        }),
    ));

  it("in what sign-in, doctor and sign-out print, though it is in the file", () =>
    withServer(
      (response, { url }) => {
        const code = {
          device_code: PLANTED.deviceCode,
          user_code: "B7KX-QM2P",
          verification_uri: "https://login.example.com/device",
          expires_in: 900,
          interval: 0.01,
        };
        response
          .writeHead(url.startsWith("/v1/") ? 500 : 200, { "Content-Type": "application/json" })
          .end(JSON.stringify(url.endsWith("/devicecode") ? code : TOKENS));
      },
      ({ url }) =>
        withHome(async ({ run, file }) => {
          const app = ["--tenant", TENANT_ID, "--client-id", PUBLIC_CLIENT_ID, "--authority", url];
          const signedIn = await run(["sign-in", "--device-code", ...app]);
          expect(plantedIn(await readFile(file, "utf8"))).toEqual([PLANTED.newRefreshToken]);
          const examined = await run(["doctor", "--base-url", url, "--verbose"]);
          const signedOut = await run(["sign-out"]);

          expect(signedIn.exitCode).toBe(0);
          for (const { stdout, stderr } of [signedIn, examined, signedOut]) {
            expect(plantedIn(stdout + stderr)).toEqual([]);
          }
        }),
    ));
});
