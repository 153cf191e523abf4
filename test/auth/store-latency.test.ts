import { SCOPE } from "./app.js";
import { failureOf } from "./credential.js";
import {
  createAuthority,
  createSlowStore,
  createVirtualCredential,
  inVirtualTime,
  until,
} from "./in-virtual-time.js";

const HOUR_MS = 60 * 60 * 1000;

describe("a store with `add` that is slow", () => {
  test.each([100, 1_100, 1_450, 1_900, 2_300, 3_600, 4_700])(
    "by %i ms yields one token for one redeemed refresh token, within ten operations",
    (ms) =>
      inVirtualTime(async () => {
        const { store, operations } = createSlowStore(() => ms);
        const { fetch, redeemed } = createAuthority();

        const token = await until(createVirtualCredential({ store, fetch }).getToken(SCOPE));

        expect(token?.token).toBe("access-1");
        expect(redeemed).toEqual(["refresh-0"]);
        expect(operations.length).toBeLessThanOrEqual(10);
      }),
  );

  test.each([1_450, 4_700])("by %i ms needs no more for the next token, an hour later", (ms) =>
    inVirtualTime(async () => {
      const { store, operations } = createSlowStore(() => ms);
      const { fetch, redeemed } = createAuthority();
      await until(createVirtualCredential({ store, fetch }).getToken(SCOPE));
      operations.length = 0;
      const now = () => Date.now() + HOUR_MS;

      const token = await until(createVirtualCredential({ store, fetch, now }).getToken(SCOPE));

      expect(token?.token).toBe("access-2");
      expect(redeemed).toEqual(["refresh-0", "refresh-1"]);
      expect(operations.length).toBeLessThanOrEqual(10);
    }),
  );

  test("by more than five seconds counts as failed, and the new refresh token is not kept", () =>
    inVirtualTime(async () => {
      const { store, operations } = createSlowStore(() => 5_100);
      const { fetch, redeemed } = createAuthority();

      const error = await until(
        failureOf(createVirtualCredential({ store, fetch }).getToken(SCOPE)),
      );

      expect(error).toMatchObject({
        message: expect.stringContaining("`store.set` failed (no answer within 5000 ms)"),
      });
      expect(redeemed).toEqual(["refresh-0"]);
      expect(operations).toEqual(["get sign-in", "set sign-in"]);
    }));

  test.each([
    ["grows from nothing to three seconds", (operation: number) => (operation === 0 ? 0 : 3_000)],
    ["changes from answer to answer", (operation: number) => (operation % 2 === 0 ? 100 : 4_000)],
    ["shrinks", (operation: number) => 4_500 / (operation + 1)],
  ])("yields a token when its latency %s", (_, latencyMs) =>
    inVirtualTime(async () => {
      const { store } = createSlowStore(latencyMs);
      const { fetch, redeemed } = createAuthority();

      const token = await until(createVirtualCredential({ store, fetch }).getToken(SCOPE));

      expect(token?.token).toBe("access-1");
      expect(redeemed).toEqual(["refresh-0"]);
    }),
  );

  test.each([
    [1_400, 0],
    [1_400, 20_000],
    [2_300, 9_000],
  ])(
    "by %i ms makes three processes take turns, with an authority that needs %i ms",
    (ms, authorityMs) =>
      inVirtualTime(async () => {
        const { store } = createSlowStore(() => ms);
        const { fetch, redeemed } = createAuthority(authorityMs);
        const credentials = [1, 2, 3].map(() => createVirtualCredential({ store, fetch }));

        const tokens = await until(
          Promise.all(credentials.map((credential) => credential.getToken(SCOPE))),
        );

        expect(tokens.map((token) => token?.token)).toEqual(["access-1", "access-1", "access-1"]);
        expect(redeemed).toEqual(["refresh-0"]);
      }),
  );

  test("is named when its lease cannot be had in time", () =>
    inVirtualTime(async () => {
      const { store } = createSlowStore(() => 1_000);
      const { fetch, redeemed } = createAuthority();
      const busy = { ...store, add: () => store.add("taken", "x", 1).then(() => false) };

      const error = await until(
        failureOf(createVirtualCredential({ store: busy, fetch }).getToken(SCOPE)),
      );

      expect(error).toMatchObject({
        reason: "timeout",
        message:
          "Signing in failed: the `store` gave neither the lease nor a token for this call within 30000 ms; it takes 1000 ms to answer. " +
          "Nothing was sent. Call again, and check that the store is fast enough and expires its entries.",
      });
      expect(redeemed).toEqual([]);
    }));
});
