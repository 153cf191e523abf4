import { createHmac, randomUUID } from "node:crypto";
import { refreshTokenCredential } from "partner-center-client/auth";
import { ASSERTING_CLIENT_ID, CLIENT_SECRET, PUBLIC_CLIENT_ID, SCOPE, TENANT_ID } from "./app.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

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
