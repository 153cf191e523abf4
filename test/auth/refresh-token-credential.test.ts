import { createPartnerCenterClient } from "partner-center-client";
import { assembleClient } from "../../src/client.js";
import { delay } from "../../src/transport/delay.js";
import { withServer } from "../server.js";
import { CLIENT_ID, CLIENT_SECRET, SCOPE, TENANT_ID } from "./app.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";

const JSON_TYPE = { "Content-Type": "application/json" };

describe("refreshTokenCredential", () => {
  test("gives the access token that the refresh token is worth, and the time at which it ends", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const refreshToken = await signIn();
      const credential = createCredential({ authority, refreshToken, now: () => 1_000_000 });

      const token = await credential.getToken(SCOPE);

      expect(token).toEqual({
        token: tokenReplies[0]?.access_token,
        expiresOnTimestamp: 1_000_000 + 3_600_000,
      });
      expect(tokenRequests.map((form) => Object.fromEntries(form))).toEqual([
        {
          grant_type: "refresh_token",
          refresh_token: refreshToken,
          client_id: CLIENT_ID,
          client_secret: CLIENT_SECRET,
          scope: `${SCOPE} offline_access`,
        },
      ]);
    });
  });

  test("redeems the refresh token that came with the last access token", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const credential = createCredential({ authority, refreshToken: await signIn() });

      await credential.getToken(SCOPE);
      await credential.getToken(SCOPE);
      await credential.getToken(SCOPE);

      expect(tokenRequests[1]?.get("refresh_token")).toBe(tokenReplies[0]?.refresh_token);
      expect(tokenRequests[2]?.get("refresh_token")).toBe(tokenReplies[1]?.refresh_token);
    });
  });

  test("asks once for however many calls at the same time", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const credential = createCredential({ authority, refreshToken: await signIn() });

      const calls = Array.from({ length: 1000 }, () => credential.getToken(SCOPE));
      const tokens = new Set((await Promise.all(calls)).map((token) => token?.token));

      expect(tokens.size).toBe(1);
      expect(tokenRequests).toHaveLength(1);
    });
  });

  test("redeems one refresh token after the other when calls want different tokens at the same time", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const credential = createCredential({ authority, refreshToken: await signIn() });

      const [plain, other] = await Promise.all([
        credential.getToken(SCOPE),
        credential.getToken([SCOPE, "offline_access", "openid"], { claims: "{}" }),
      ]);

      expect(plain?.token).not.toBe(other?.token);
      expect(tokenRequests[1]?.get("refresh_token")).toBe(tokenReplies[0]?.refresh_token);
      expect(tokenRequests[1]?.get("scope")).toBe(`${SCOPE} offline_access`);
    });
  });

  test("passes a claims challenge on", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

      await createCredential({ authority, refreshToken: await signIn() }).getToken(SCOPE, {
        claims,
      });

      expect(tokenRequests[0]?.get("claims")).toBe(claims);
    });
  });

  test("asks for its own scope when it has one, and for that of its cloud when nobody names any", async () => {
    await withServer(
      (response) => response.writeHead(400).end("{}"),
      async ({ url: authority, requests }) => {
        const options = { authority, refreshToken: "a-refresh-token" };
        const own = createCredential({ ...options, scope: "https://example.com/.default" });
        const chinese = createCredential({ ...options, cloud: "china" });

        await Promise.allSettled([own.getToken(SCOPE), chinese.getToken([])]);

        expect(requests.map(({ body }) => new URLSearchParams(body).get("scope")).sort()).toEqual([
          "https://example.com/.default offline_access",
          "https://partner.partnercenterapi.microsoftonline.cn/user_impersonation offline_access",
        ]);
      },
    );
  });

  test("signs in at the authority of its cloud", async () => {
    const urls: string[] = [];
    const fetch = async ({ url }: Request) => {
      urls.push(url);
      return new Response("{}", { status: 400 });
    };

    for (const cloud of ["global", "china", "usGovernment"] as const) {
      const credential = createCredential({
        authority: undefined,
        refreshToken: "r",
        cloud,
        fetch,
      });
      await expect(credential.getToken(SCOPE)).rejects.toThrow("failed: 400");
    }

    expect(urls).toEqual([
      `https://login.microsoftonline.com/${TENANT_ID}/oauth2/v2.0/token`,
      `https://login.partner.microsoftonline.cn/${TENANT_ID}/oauth2/v2.0/token`,
      `https://login.microsoftonline.us/${TENANT_ID}/oauth2/v2.0/token`,
    ]);
  });
});

describe("the client", () => {
  const LINK = '{"url":"https://example.com/"}';
  // So many calls take a busy machine its time.
  const LONG_MS = 180_000;
  const THOUSAND = Array.from({ length: 1000 });

  test(
    "asks for one token with 1,000 calls at once, and for one more across its end",
    async () => {
      await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
        const refreshToken = await signIn();
        await withServer(
          (response) => response.writeHead(200, JSON_TYPE).end(LINK),
          async ({ url: baseUrl, requests }) => {
            const clock = { now: 0 };
            const now = () => clock.now;
            const credential = createCredential({ authority, refreshToken, now });
            const client = assembleClient(
              { credential, baseUrl },
              { delay, now, monotonic: now, random: Math.random },
            );
            const callAll = () =>
              Promise.all(THOUSAND.map(() => client.getRelationshipRequestLink()));

            await callAll();
            expect(tokenRequests).toHaveLength(1);
            // The first token ends after an hour, while the calls are on their way.
            clock.now = 3_600_000;
            await callAll();
            expect(tokenRequests).toHaveLength(2);

            const sent = requests.map(({ headers }) => headers.authorization);
            const [first, second] = tokenReplies.map((reply) => `Bearer ${reply.access_token}`);
            expect(new Set(sent.slice(0, 1000))).toEqual(new Set([first]));
            expect(new Set(sent.slice(1000))).toEqual(new Set([second]));
          },
        );
      });
    },
    LONG_MS,
  );

  test(
    "asks for one token more when the first is refused 1,000 times at once, and sends no call a third time",
    async () => {
      await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
        const refreshToken = await signIn();
        await withServer(
          (response, { headers }) =>
            headers.authorization === `Bearer ${tokenReplies[0]?.access_token}`
              ? response.writeHead(401).end()
              : response.writeHead(200, JSON_TYPE).end(LINK),
          async ({ url: baseUrl, requests }) => {
            const credential = createCredential({ authority, refreshToken });
            const client = createPartnerCenterClient({ credential, baseUrl });

            await Promise.all(THOUSAND.map(() => client.getRelationshipRequestLink()));

            expect(tokenRequests).toHaveLength(2);
            const passes = new Map<string, number>();
            for (const { headers } of requests) {
              const id = headers["ms-requestid"] ?? "";
              passes.set(id, (passes.get(id) ?? 0) + 1);
            }
            expect(passes.size).toBe(1000);
            expect(Math.max(...passes.values())).toBe(2);
          },
        );
      });
    },
    LONG_MS,
  );
});
