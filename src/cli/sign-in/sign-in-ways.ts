import {
  type ClientAuthenticationOptions,
  type SignInOptions,
  signInWithBrowser,
  signInWithDeviceCode,
} from "../../auth/index.js";
import { claimsOf } from "../../token/explain-token.js";
import type { Shell } from "../shell.js";
import { openBrowser } from "../terminal/browser.js";
import { oneLine } from "../terminal/one-line.js";
import { erasedLine, startSpinner } from "../terminal/spinner.js";
import type { SignIn } from "./sign-in-text.js";

/** What a user gives by signing in. */
export type SignedIn = Pick<SignIn, "refreshToken" | "user" | "way">;

/** Signs a user in; `onWait` is given what ends the words that it waits. */
export type SignInWay = (
  options: SignInOptions & ClientAuthenticationOptions,
  shell: Shell,
  onWait: (stop: () => void) => void,
) => Promise<SignedIn>;

/** Milliseconds that `signInWithBrowser` waits. */
const BROWSER_LIMIT_MS = 300_000;

/** With the browser of this machine, which is opened if it can be. */
export const withBrowser: SignInWay = async (options, shell, onWait) => {
  const { signal, stderr, now } = shell;
  const { refreshToken, user } = await signInWithBrowser({
    ...options,
    signal,
    async onUrl(url) {
      stderr.write(`Sign in with a browser on this machine, at ${url}\n`);
      const endsAt = now() + BROWSER_LIMIT_MS;
      onWait(startSpinner(shell, () => waiting(endsAt - now())).stop);
      await openBrowser(url, shell, (why) => {
        stderr.write(
          `${erasedLine(shell)}No browser was opened, as ${why}. Open that address yourself, ` +
            "or end this and sign in with `--device-code` and a browser anywhere.\n",
        );
      });
    },
  });
  return { refreshToken, way: "browser", user: userText(user.name, user.userName) };
};

/** With a code that the user enters in any browser. */
export const withDeviceCode: SignInWay = async (options, shell, onWait) => {
  const { signal, stderr, now } = shell;
  const { refreshToken, accessToken } = await signInWithDeviceCode({
    ...options,
    signal,
    onUserCode({ message, expiresOnTimestamp }) {
      stderr.write(`${oneLine(message)}\n`);
      onWait(startSpinner(shell, () => waiting(expiresOnTimestamp - now())).stop);
    },
  });
  const { name, preferred_username, upn, unique_name } = claimsOf(accessToken.token) ?? {};
  const user = userText(name, preferred_username ?? upn ?? unique_name);
  return { refreshToken, way: "device-code", user };
};

function userText(name: unknown, userName: unknown): string | undefined {
  const [first, second] = [name, userName].filter(isText).map(oneLine);
  return second === undefined ? first : `${first} (${second})`;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function waiting(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return `Waiting for you to sign in, ${left} left`;
}
