import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { jest } from "@jest/globals";
import type { TokenStore } from "partner-center-client/auth";
import { createCredential } from "./credential.js";
import { createLeaseStore } from "./memory-store.js";

/** Runs `use` while time passes only in `until`. */
export async function inVirtualTime<Result>(use: () => Promise<Result>): Promise<Result> {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  // The platform hashes in another thread, for which virtual time would not wait.
  const digest = jest.spyOn(crypto.subtle, "digest").mockImplementation(async (_, data) => {
    const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer) : new Uint8Array(data);
    return new Uint8Array(createHash("sha256").update(bytes).digest()).buffer;
  });
  try {
    return await use();
  } finally {
    digest.mockRestore();
    jest.useRealTimers();
  }
}

/** Lets time pass until this is settled, in steps of a hundredth of a second. */
export async function until<Value>(promise: Promise<Value>): Promise<Value> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  promise.then(settle, settle);
  for (;;) {
    for (let turn = 0; turn < 5; turn += 1) {
      await setImmediate();
    }
    if (isSettled) {
      return promise;
    }
    await jest.advanceTimersByTimeAsync(10);
  }
}

export const wait = (ms: number): Promise<void> => new Promise((end) => setTimeout(end, ms));

/** A store each of whose answers comes after `latencyMs`, and how many it was asked for. */
export function createSlowStore(latencyMs: (operation: number) => number) {
  const { store, entries } = createLeaseStore();
  const operations: string[] = [];
  async function slowly<Value>(operation: string, ask: () => Promise<Value>): Promise<Value> {
    operations.push(operation);
    const ms = latencyMs(operations.length - 1);
    await wait(ms / 2);
    const value = await ask();
    await wait(ms / 2);
    return value;
  }
  const slow = {
    get: (key: string) => slowly(`get ${key.split(":")[4]}`, () => store.get(key)),
    set: (key: string, value: string, ttlMs: number) =>
      slowly(`set ${key.split(":")[4]}`, () => store.set(key, value, ttlMs)),
    add: (key: string, value: string, ttlMs: number) =>
      slowly(`add ${key.split(":")[4]}`, () => store.add(key, value, ttlMs)),
  } satisfies TokenStore;
  return { store: slow, entries, operations };
}

/** An authority in this process that answers after `latencyMs`, and the refresh tokens that it was sent. */
export function createAuthority(latencyMs = 0) {
  const redeemed: string[] = [];
  return {
    redeemed,
    async fetch(request: Request): Promise<Response> {
      redeemed.push(new URLSearchParams(await request.text()).get("refresh_token") ?? "");
      const count = redeemed.length;
      await wait(latencyMs);
      return Response.json({
        access_token: `access-${count}`,
        refresh_token: `refresh-${count}`,
        token_type: "Bearer",
        expires_in: 3600,
      });
    },
  };
}

/** Makes a credential that starts from the refresh token "refresh-0". */
export function createVirtualCredential(
  options: Partial<Parameters<typeof createCredential>[0]> = {},
) {
  return createCredential({
    authority: "https://login.contoso.com",
    refreshToken: "refresh-0",
    wait,
    ...options,
  });
}
