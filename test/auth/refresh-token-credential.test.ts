import { createHmac, randomUUID } from "node:crypto";
import { createPartnerCenterClient, getRelationshipRequestLink } from "partner-center-client";
import { refreshTokenCredential } from "partner-center-client/auth";
import { withServer } from "../server.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import {
  ASSERTING_CLIENT_ID,
  CLIENT_ID,
  CLIENT_SECRET,
  PUBLIC_CLIENT_ID,
  SCOPE,
  TENANT_ID,
} from "./provider.js";

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

describe("the app", () => {
  test("can be public, without secret and assertion", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const credential = refreshTokenCredential({
        tenantId: TENANT_ID,
        clientId: PUBLIC_CLIENT_ID,
        refreshToken: await signIn(() => ({ client_id: PUBLIC_CLIENT_ID })),
        authority,
      });

      const token = await credential.getToken(SCOPE);

      expect(token?.token).toBe(tokenReplies[0]?.access_token);
      expect([...(tokenRequests[0]?.keys() ?? [])].sort()).toEqual([
        "client_id",
        "grant_type",
        "refresh_token",
        "scope",
      ]);
    });
  });

  test("can prove itself with an assertion, made anew for each request", async () => {
    await withAuthorizationServer(async ({ authority, issuer, signIn, tokenRequests }) => {
      const credential = createCredential({
        authority,
        refreshToken: await signIn(() => ({
          client_assertion_type: ASSERTION_TYPE,
          client_assertion: assertionFor(issuer),
        })),
        clientId: ASSERTING_CLIENT_ID,
        clientSecret: undefined,
        clientAssertion: async () => assertionFor(issuer),
      });

      await credential.getToken(SCOPE);
      await credential.getToken(SCOPE);

      const assertions = tokenRequests.map((form) => form.get("client_assertion"));
      expect(new Set(assertions).size).toBe(2);
      expect(tokenRequests[0]?.get("client_assertion_type")).toBe(ASSERTION_TYPE);
    });
  });

  test("has what the function for its assertion threw thrown unchanged", async () => {
    const failure = new Error("The key is out of reach.");
    const credential = createCredential({
      authority: "http://127.0.0.1:9",
      refreshToken: "a-refresh-token",
      clientSecret: undefined,
      clientAssertion: () => Promise.reject(failure),
    });

    await expect(credential.getToken(SCOPE)).rejects.toBe(failure);
  });

  test("has to have an assertion when it promises one", async () => {
    const credential = createCredential({
      authority: "http://127.0.0.1:9",
      refreshToken: "a-refresh-token",
      clientSecret: undefined,
      clientAssertion: () => "",
    });

    await expect(credential.getToken(SCOPE)).rejects.toThrow(
      "Expected `clientAssertion` to be text without white space, got a string.",
    );
  });
});

describe("the client", () => {
  test("asks for one token with 1,000 calls at once", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const refreshToken = await signIn();
      await withServer(
        (response) => response.writeHead(200, JSON_TYPE).end('{"url":"https://example.com/"}'),
        async ({ url: baseUrl, requests }) => {
          const credential = createCredential({ authority, refreshToken });
          const client = createPartnerCenterClient({ credential, baseUrl });

          await Promise.all(Array.from({ length: 1000 }, () => getRelationshipRequestLink(client)));

          expect(tokenRequests).toHaveLength(1);
          expect(new Set(requests.map(({ headers }) => headers.authorization))).toEqual(
            new Set([`Bearer ${tokenReplies[0]?.access_token}`]),
          );
        },
      );
    });
  });
});

describe("a new refresh token", () => {
  test("is kept before the access token is given away", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenReplies }) => {
      const events: unknown[] = [];
      const credential = createCredential({
        authority,
        refreshToken: await signIn(),
        onRefreshToken: async (refreshToken) => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          events.push(refreshToken);
        },
      });

      await credential.getToken(SCOPE).then(() => events.push("given"));

      expect(events).toEqual([tokenReplies[0]?.refresh_token, "given"]);
    });
  });

  test("that could not be kept is handed over again, and nothing is redeemed until it is", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const handedOver: string[] = [];
      const credential = createCredential({
        authority,
        refreshToken: await signIn(),
        onRefreshToken: (refreshToken) => {
          handedOver.push(refreshToken);
          if (handedOver.length < 3) {
            throw new Error(`The vault does not take ${refreshToken}`);
          }
        },
      });
      const message =
        "The new refresh token could not be kept: `onRefreshToken` failed (The vault does not take [redacted]). " +
        "It is still in memory, and the next call hands it over again.";

      await expect(credential.getToken(SCOPE)).rejects.toThrow(message);
      await expect(credential.getToken(SCOPE)).rejects.toThrow(message);
      expect(tokenRequests).toHaveLength(1);
      await credential.getToken(SCOPE);

      const [first, second] = tokenReplies.map((reply) => reply.refresh_token);
      expect(handedOver).toEqual([first, first, first, second]);
      expect(tokenRequests[1]?.get("refresh_token")).toBe(first);
    });
  });

  test("is not handed over when it is the old one", async () => {
    const reply = { access_token: "a", token_type: "Bearer", expires_in: 3600 };
    await withServer(
      (response) =>
        response.writeHead(200, JSON_TYPE).end(JSON.stringify({ ...reply, refresh_token: "same" })),
      async ({ url: authority }) => {
        const handedOver: string[] = [];
        const credential = createCredential({
          authority,
          refreshToken: "same",
          onRefreshToken: (refreshToken) => handedOver.push(refreshToken),
        });

        await credential.getToken(SCOPE);

        expect(handedOver).toEqual([]);
      },
    );
  });
});

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const JSON_TYPE = { "Content-Type": "application/json" };

function assertionFor(audience: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ASSERTING_CLIENT_ID, sub: ASSERTING_CLIENT_ID, aud: audience };
  const [header, payload] = [
    { alg: "HS256" },
    { ...claims, jti: randomUUID(), iat: now, exp: now + 60 },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const signature = createHmac("sha256", CLIENT_SECRET).update(`${header}.${payload}`);
  return `${header}.${payload}.${signature.digest("base64url")}`;
}
