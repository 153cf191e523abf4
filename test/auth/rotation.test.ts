import { withLiveTimers } from "../live-timers.js";
import { withServer } from "../server.js";
import { SCOPE } from "./app.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential, failureOf } from "./credential.js";

const JSON_TYPE = { "Content-Type": "application/json" };

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

  test("shows no piece of it where the words of a failure are cut", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenReplies }) => {
      const credential = createCredential({
        authority,
        refreshToken: await signIn(),
        onRefreshToken: (refreshToken) => {
          throw new Error(`${"no ".repeat(340)}${refreshToken}`);
        },
      });

      const error = await failureOf(credential.getToken(SCOPE));

      expect(String(error)).toContain("no no [red…");
      const [refreshToken] = tokenReplies.map((reply) => String(reply.refresh_token));
      expect(String(error)).not.toContain(refreshToken?.slice(0, 6));
    });
  });

  test("that nobody keeps in time is handed over again", () =>
    withLiveTimers(async (timers) => {
      const handedOver: string[] = [];
      const credential = createCredential({
        authority: "https://login.example.com",
        refreshToken: "first",
        fetch: async () => Response.json({ ...REPLY, refresh_token: "second" }),
        timeoutMs: 90_000,
        onRefreshToken: (refreshToken) => {
          handedOver.push(refreshToken);
          if (handedOver.length > 1) {
            return undefined;
          }
          setImmediate(() => timers.fire(90_000));
          return new Promise(() => undefined);
        },
      });

      await expect(credential.getToken(SCOPE)).rejects.toThrow(
        "`onRefreshToken` failed (no answer within 90000 ms)",
      );
      await credential.getToken(SCOPE);

      expect(handedOver).toEqual(["second", "second"]);
    }));

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

  test("is kept also when the rest of the reply is of no use", async () => {
    await withReplies(
      [
        { access_token: "a", token_type: "Bearer", refresh_token: "second" },
        { ...REPLY, refresh_token: "third" },
      ],
      async ({ authority, redeemed }) => {
        const handedOver: string[] = [];
        const credential = createCredential({
          authority,
          refreshToken: "first",
          onRefreshToken: (refreshToken) => handedOver.push(refreshToken),
        });

        await expect(credential.getToken(SCOPE)).rejects.toMatchObject({
          reason: "malformed-response",
        });
        await credential.getToken(SCOPE);

        expect(redeemed()).toEqual(["first", "second"]);
        expect(handedOver).toEqual(["second", "third"]);
      },
    );
  });

  test("is the only one that is redeemed: the one that it came for is not, even when it is refused", async () => {
    await withReplies(
      [{ ...REPLY, refresh_token: "second" }, { error: "invalid_grant" }],
      async ({ authority, redeemed }) => {
        const credential = createCredential({ authority, refreshToken: "first" });

        await credential.getToken(SCOPE);
        await expect(credential.getToken(SCOPE)).rejects.toThrow("Sign in again");

        expect(redeemed()).toEqual(["first", "second"]);
      },
    );
  });
});

const REPLY = { access_token: "a", token_type: "Bearer", expires_in: 3600 };

async function withReplies(
  replies: ReadonlyArray<Readonly<Record<string, unknown>>>,
  use: (setting: { authority: string; redeemed: () => unknown[] }) => Promise<void>,
): Promise<void> {
  await withServer(
    (response, _request, index) => {
      const reply = replies[index] ?? {};
      response.writeHead("error" in reply ? 400 : 200, JSON_TYPE).end(JSON.stringify(reply));
    },
    ({ url: authority, requests }) =>
      use({
        authority,
        redeemed: () => requests.map(({ body }) => new URLSearchParams(body).get("refresh_token")),
      }),
  );
}
