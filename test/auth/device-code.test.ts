import { signInWithDeviceCode } from "partner-center-client/auth";
import { PUBLIC_CLIENT_ID, SCOPE, TENANT_ID, TOKEN_PATH } from "./app.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import { CODE, PENDING, signInTo, TOKENS } from "./device-code.js";

const RETRY_AFTER = { "Retry-After": "70" };

describe("signInWithDeviceCode", () => {
  test("gives the refresh token that a credential starts from, once the user has entered the code", async () => {
    await withAuthorizationServer(async ({ authority, approve, tokenRequests, tokenReplies }) => {
      let userCode = "";
      let waits = 0;
      const { refreshToken, accessToken } = await signInWithDeviceCode({
        tenantId: TENANT_ID,
        clientId: PUBLIC_CLIENT_ID,
        authority,
        onUserCode: (code) => {
          userCode = code.userCode;
        },
        wait: async () => {
          waits += 1;
          await (waits === 3 && approve(userCode));
        },
        now: () => 0,
      });

      expect(tokenReplies.map(({ error }) => error)).toEqual([
        "authorization_pending",
        "authorization_pending",
        undefined,
      ]);
      expect(refreshToken).toBe(tokenReplies[2]?.refresh_token);
      expect(accessToken).toEqual({
        token: tokenReplies[2]?.access_token,
        expiresOnTimestamp: 3_600_000,
      });
      const credential = createCredential({
        clientId: PUBLIC_CLIENT_ID,
        clientSecret: undefined,
        authority,
        refreshToken,
      });
      await expect(credential.getToken(SCOPE)).resolves.toHaveProperty("token");
      expect(tokenRequests[3]?.get("refresh_token")).toBe(refreshToken);
    });
  });

  test("is refused when the user declines", async () => {
    await withAuthorizationServer(async ({ authority, decline }) => {
      const signIn = signInWithDeviceCode({
        tenantId: TENANT_ID,
        clientId: PUBLIC_CLIENT_ID,
        authority,
        onUserCode: ({ userCode }) => decline(userCode),
        wait: async () => undefined,
      });

      await expect(signIn).rejects.toThrow(
        `POST ${authority}${TOKEN_PATH} failed: 400, code access_denied. ` +
          "The user, or whoever administers the tenant, did not allow it. Start again.",
      );
      await expect(signIn).rejects.toMatchObject({ reason: "sign-in", code: "access_denied" });
    });
  });

  test("shows the code in the authority's words, or in its own", async () => {
    const shown = { userCode: CODE.user_code, verificationUri: CODE.verification_uri };

    const { signIn, codes } = signInTo([{ ...CODE, message: "Enter it." }, TOKENS]);
    await signIn;
    const { signIn: another, codes: others } = signInTo([CODE, TOKENS]);
    await another;

    expect(codes).toEqual([{ ...shown, message: "Enter it.", expiresOnTimestamp: 900_000 }]);
    expect(others[0]?.message).toBe("Open https://login.example.com/device and enter B7KX-QM2P.");
  });

  test("polls as often as the authority allows", async () => {
    const slowDown = { error: "slow_down" };

    const { signIn, waits } = signInTo([CODE, PENDING, slowDown, PENDING, TOKENS]);
    await signIn;

    expect(waits).toEqual([3000, 3000, 8000, 8000]);
  });

  test("polls every five seconds when the authority does not say", async () => {
    const { signIn, waits } = signInTo([{ ...CODE, interval: undefined }, PENDING, TOKENS]);
    await signIn;

    expect(waits).toEqual([5000, 5000]);
  });

  test("polls once a second at most, whatever the authority says", async () => {
    const { signIn, waits } = signInTo([{ ...CODE, interval: 0.001 }, PENDING, TOKENS]);
    await signIn;

    expect(waits).toEqual([1000, 1000]);
  });

  test("polls half as often after each time that there is no answer, until there is one", async () => {
    const down = new Error("connect ECONNREFUSED");

    const { signIn, waits } = signInTo([CODE, down, down, PENDING, down, TOKENS]);
    await signIn;

    expect(waits).toEqual([3000, 6000, 12_000, 3000, 6000]);
  });

  test("polls once a minute at least, however long there is no answer", async () => {
    const down = Array.from({ length: 8 }, () => new Error("connect ECONNREFUSED"));

    const { signIn, waits } = signInTo([CODE, ...down, TOKENS]);
    await signIn;

    expect(waits).toEqual([3000, 6000, 12_000, 24_000, 48_000, 60_000, 60_000, 60_000, 60_000]);
  });

  test("comes back when the authority says, whatever it refuses with", async () => {
    const busy = new Response("<html>Busy</html>", { status: 429, headers: RETRY_AFTER });
    const pending = Response.json(PENDING, { status: 400, headers: RETRY_AFTER });

    const { signIn, waits } = signInTo([CODE, busy, pending, PENDING, TOKENS]);
    await signIn;

    expect(waits).toEqual([3000, 70_000, 70_000, 3000]);
  });

  test("ends with its reason when it is aborted while the code is shown", async () => {
    const controller = new AbortController();
    const reason = new Error("Enough.");

    const { signIn, waits } = signInTo([CODE, TOKENS], {
      signal: controller.signal,
      onUserCode: () => {
        controller.abort(reason);
        return new Promise(() => undefined);
      },
    });

    await expect(signIn).rejects.toBe(reason);
    expect(waits).toEqual([]);
  });

  test("ends with its reason when it is aborted while it waits", async () => {
    const controller = new AbortController();
    const reason = new Error("Enough.");

    const { signIn } = signInTo([CODE, TOKENS], {
      signal: controller.signal,
      onUserCode: () => setTimeout(() => controller.abort(reason), 10),
      wait: undefined,
    });

    await expect(signIn).rejects.toBe(reason);
  });

  test("ends with its reason when it is aborted while it polls", async () => {
    const controller = new AbortController();
    const reason = new Error("Enough.");
    const isPoll = ({ url }: Request) => url.endsWith("/token");

    const { signIn } = signInTo([], {
      signal: controller.signal,
      fetch: async (request) => {
        if (isPoll(request)) {
          controller.abort(reason);
          return new Promise(() => undefined);
        }
        return Response.json(CODE);
      },
    });

    await expect(signIn).rejects.toBe(reason);
  });

  test("does not begin when it is aborted already", async () => {
    const reason = new Error("Enough.");

    const { signIn } = signInTo([], { signal: AbortSignal.abort(reason) });

    await expect(signIn).rejects.toBe(reason);
  });

  test("ends with what showing the code throws", async () => {
    const failure = new Error("There is no screen.");

    const { signIn } = signInTo([CODE], { onUserCode: () => Promise.reject(failure) });

    await expect(signIn).rejects.toBe(failure);
  });
});
