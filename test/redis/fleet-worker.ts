// One of many processes with the store of a guide: each line of its standard input is a task, and each line of its standard
// output a step, the last of which is the access token or a failure.
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import {
  type RefreshTokenCredentialOptions,
  refreshTokenCredential,
  type TokenStore,
} from "partner-center-client/auth";
import type { Step, Task } from "./large-fleet.js";

const [, , storeModule = ""] = process.argv;
const { store }: { readonly store: Required<TokenStore> } = await import(storeModule);

// At once, as the process may be killed next.
async function tell(step: Step): Promise<void> {
  writeSync(1, `${JSON.stringify(step)}\n`);
  if (step.at === holdsAt) {
    await new Promise(() => undefined);
  }
}

let aheadMs = 0;
let holdsAt: Step["at"] | undefined;
const options = {
  tenantId: "contoso.example",
  now: () => Date.now() + aheadMs,
  store: {
    get: (key) => store.get(key),
    async set(key, value, ttlMs) {
      await store.set(key, value, ttlMs);
      if (key.endsWith(":sign-in")) {
        await tell({ at: "written" });
      }
    },
    add: (key, value, ttlMs) => store.add(key, value, ttlMs),
  },
  async fetch(request, init) {
    await tell({ at: "asking" });
    const response = await fetch(request, init);
    await tell({ at: "answered" });
    return response;
  },
} satisfies Partial<RefreshTokenCredentialOptions>;

let credential: ReturnType<typeof refreshTokenCredential> | undefined;
await tell({ at: "ready" });
for await (const line of createInterface(process.stdin)) {
  const task: Task = JSON.parse(line);
  aheadMs = task.aheadMs ?? 0;
  holdsAt = task.holdsAt;
  if (task.signIn !== undefined) {
    credential = refreshTokenCredential({ ...options, ...task.signIn });
  }
  try {
    const token = await credential?.getToken([]);
    await tell({ at: "end", token: token?.token });
  } catch (error) {
    await tell({ at: "end", failure: String(error) });
  }
}
