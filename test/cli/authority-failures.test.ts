import { PUBLIC_CLIENT_ID, TENANT_ID } from "../auth/app.js";
import { entraRefusal } from "../auth/entra.js";
import { type Handler, withServer } from "../server.js";
import { type Home, withHome } from "./bin.js";
import { keepSignIn } from "./kept.js";
import { failureLine } from "./service.js";

const ENV = {
  PARTNER_CENTER_REFRESH_TOKEN: "a-refresh-token",
  PARTNER_CENTER_TENANT_ID: TENANT_ID,
  PARTNER_CENTER_CLIENT_ID: PUBLIC_CLIENT_ID,
};
const APP = ["--tenant", TENANT_ID, "--client-id", PUBLIC_CLIENT_ID];

function withAnswers(
  handler: Handler,
  use: (home: Home, authority: string) => Promise<void>,
): Promise<void> {
  return withServer(handler, ({ url }) => withHome((home) => use(home, url)));
}

const refusing =
  (status: number, body: object | string, headers = {}): Handler =>
  (response) =>
    response
      .writeHead(status, { "Content-Type": "application/json", ...headers })
      .end(typeof body === "string" ? body : JSON.stringify(body));

describe("an authority that does not answer", () => {
  it("is given up after `--timeout`, by whatever signs in there", () =>
    withAnswers(
      () => undefined,
      async (home, authority) => {
        await keepSignIn(home, authority);
        const startedAt = Date.now();
        const runs = await Promise.all([
          home.run(["link", "--timeout", "0.2"]),
          home.run(["link", "--authority", authority, "--timeout", "0.2"], { env: ENV }),
          home.run([
            "sign-in",
            "--device-code",
            ...APP,
            "--authority",
            authority,
            "--timeout",
            "0.2",
          ]),
        ]);

        for (const ended of runs) {
          expect(ended).toEqual(
            failureLine(
              4,
              /^partner-center: POST \S+ failed: no complete reply within 200 ms\. Try again later, or allow more time with `--timeout`\./,
            ),
          );
        }
        expect(Date.now() - startedAt).toBeLessThan(10_000);
      },
    ));
});

describe("an authority that is throttled", () => {
  it.each([
    ["120", "120 s"],
    ["86400", "24 h"],
  ])("and asks to come back after %s s is left alone for %s", (retryAfter, words) =>
    withAnswers(
      refusing(429, { error: "temporarily_unavailable" }, { "Retry-After": retryAfter }),
      async ({ run }, authority) => {
        await expect(run(["link", "--authority", authority], { env: ENV })).resolves.toEqual(
          failureLine(4, new RegExp(`Come back in ${words}; calls made earlier count .*\\n$`)),
        );
      },
    ),
  );
});

describe("another sign-in is not recommended where it does not help:", () => {
  it.each<[string, Handler]>([
    ["a redirect", refusing(302, "", { Location: "https://example.com/" })],
    ["a page that is not there", refusing(404, "<html></html>")],
    ["a page", refusing(200, "<html></html>")],
    ["a wrong secret", refusing(401, entraRefusal("invalid_client", 7000215, "Invalid."))],
    ["an unknown app", refusing(400, entraRefusal("unauthorized_client", 700016, "Unknown."))],
    ["an unknown tenant", refusing(400, entraRefusal("invalid_request", 90002, "Unknown."))],
  ])("%s", (_title, handler) =>
    withAnswers(handler, async ({ run }, authority) => {
      const { exitCode, stderr } = await run(["link", "--authority", authority], { env: ENV });

      expect(exitCode).toBe(3);
      expect(stderr).not.toMatch(/another sign-in|[Ss]ign in again/);
    }),
  );
});

describe("for a confidential app", () => {
  const handler = refusing(401, entraRefusal("invalid_client", 7000218, "Secret wanted."));

  it("a secret, a certificate or an assertion is recommended, whoever signs in", () =>
    withAnswers(handler, async (home, authority) => {
      await keepSignIn(home, authority);
      const ended = [
        await home.run(["link", "--authority", authority], { env: ENV }),
        await home.run(["link"]),
        await home.run(["sign-in", "--device-code", ...APP, "--authority", authority]),
      ];

      for (const one of ended) {
        expect(one).toEqual(failureLine(3, / set PARTNER_CENTER_CLIENT_SECRET \(or /));
      }
    }));
});
