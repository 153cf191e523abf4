import type { TokenCredential } from "partner-center-client";
import {
  type RefreshTokenCredentialOptions,
  refreshTokenCredential,
} from "partner-center-client/auth";
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from "./app.js";

/** Waits, but not as long as asked. */
export const waitShortly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Makes a credential of the confidential app, at the authority that the options name. */
export function createCredential(
  options: Partial<RefreshTokenCredentialOptions> &
    Pick<RefreshTokenCredentialOptions, "authority" | "refreshToken">,
): TokenCredential {
  return refreshTokenCredential({
    tenantId: TENANT_ID,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    wait: waitShortly,
    ...options,
  });
}

/** What a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`Expected a rejection, got ${typeof value}.`);
    },
    (error: unknown) => error,
  );
}
