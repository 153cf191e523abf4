import { signInWithDeviceCode } from "../auth/index.js";
import { callFailure } from "./call-failure.js";
import { CommandFailure, EXIT } from "./command-failure.js";
import type { Given } from "./command-line.js";
import { oneLine } from "./one-line.js";
import {
  clientIdValue,
  cloudValue,
  optional,
  required,
  secondsValue,
  signInTenantValue,
  urlValue,
} from "./option-values.js";
import { NotKept } from "./place.js";
import type { Shell } from "./shell.js";
import { signInStore } from "./sign-in-store.js";
import { startSpinner } from "./spinner.js";

/** Signs a user in by way of any browser, keeps the refresh token and says where. */
export async function signIn(given: Given, shell: Shell): Promise<void> {
  const app = {
    tenantId: required(signInTenantValue, given, "tenant"),
    clientId: required(clientIdValue, given, "client-id"),
    cloud: optional(cloudValue, given, "cloud") ?? "global",
    authority: optional(urlValue, given, "authority"),
  };
  const timeoutMs = optional(secondsValue, given, "timeout");
  const store = signInStore(shell);
  const { stdout, stderr, signal, now } = shell;
  let stop = () => {};
  try {
    await store.check().catch((error) => {
      throw notKept("The refresh token could not be kept", "and sign in then", error);
    });
    const { refreshToken } = await signInWithDeviceCode({
      ...app,
      timeoutMs,
      signal,
      onUserCode: ({ message, expiresOnTimestamp }) => {
        stderr.write(`${oneLine(message)}\n`);
        stop = startSpinner(
          shell,
          () => `Waiting for you to sign in, ${minutes(expiresOnTimestamp - now())} left`,
        );
      },
    });
    stop();
    const kept = await store.keep({ ...app, refreshToken }).catch((error) => {
      throw notKept(
        "Signed in, but the refresh token could not be kept",
        "and sign in again",
        error,
      );
    });
    const { place, absence, remains } = kept;
    const protection = place.protection === undefined ? "" : ` (${place.protection})`;
    const why = absence === undefined ? "" : ` It is in a file because ${absence}.`;
    stdout.write(
      `Signed in to ${app.tenantId}. The refresh token is kept in ${place.words}${protection}.${why}\n`,
    );
    if (remains !== undefined) {
      // The keyring would be asked before the file.
      const [instead, then] = absence
        ? [", and would be used instead", " Then sign in again."]
        : ["", ""];
      throw new CommandFailure(
        `Signed in, but an earlier sign-in may still be kept${instead}. ${remains.message}${then}`,
        EXIT.refused,
        { reason: "sign-in" },
      );
    }
  } catch (error) {
    throw callFailure(error, { refused: EXIT.notSignedIn });
  } finally {
    stop();
  }
}

function minutes(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function notKept(what: string, then: string, error: unknown): unknown {
  return error instanceof NotKept
    ? new CommandFailure(
        `${what} (${error.message}). ${error.remedy}, ${then}.`,
        EXIT.notSignedIn,
        {
          reason: "sign-in",
        },
      )
    : error;
}
