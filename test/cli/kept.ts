import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { PUBLIC_CLIENT_ID, TENANT_ID } from "../auth/app.js";
import type { Home } from "./bin.js";

/** Puts a sign-in at this authority where the bin would have kept it. */
export async function keepSignIn({ file }: Pick<Home, "file">, authority: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, signIn(authority), { mode: 0o600 });
}

/** A sign-in as it is kept. */
export function signIn(authority: string): string {
  const app = { tenantId: TENANT_ID, clientId: PUBLIC_CLIENT_ID, cloud: "global", authority };
  return JSON.stringify({ version: 1, ...app, refreshToken: "a-refresh-token" });
}
