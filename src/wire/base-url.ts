import { invalidOption } from "../invalid-option.js";
import { withoutTrailingSlashes } from "./trailing-slashes.js";

const HTTPS = "an https URL (http only for loopback)";
const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Returns whether a URL names this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK_HOST.test(hostname);
}

/** Whether a token may travel to this URL: over https, or over http inside this machine. */
export function isSafeForTokens(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
}

/** Throws `TypeError` for a URL that may not get a token: neither https nor loopback, or of another origin. */
export function refuseUnsafe(requestUrl: string, origin: string | undefined): void {
  if (origin !== undefined && requestUrl.startsWith(`${origin}/`)) {
    return;
  }
  const url = new URL(requestUrl);
  if (!isSafeForTokens(url)) {
    throw invalidOption("baseUrl", HTTPS, url.origin);
  }
  if (origin !== undefined && url.origin !== origin) {
    throw invalidOption(
      "baseUrl",
      `on ${origin}, the only origin that gets this client's tokens`,
      url.origin,
    );
  }
}

/** Checks a base URL and gives it back without trailing slashes. Throws `TypeError` when it cannot be one. */
export function checkedBaseUrl(baseUrl: unknown, option = "baseUrl"): string {
  const url = typeof baseUrl === "string" && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !isSafeForTokens(url)) {
    throw invalidOption(option, HTTPS, displayable(baseUrl, url));
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalidOption(
      option,
      "a URL without user name, password, query and fragment",
      `${url.origin}${url.pathname}`,
    );
  }
  return `${url.origin}${withoutTrailingSlashes(url.pathname)}`;
}

/** What may be shown of a URL that was refused: a password or a key may be in the rest. */
function displayable(baseUrl: unknown, url: URL | undefined): unknown {
  if (url !== undefined) {
    return url.origin === "null" ? url.protocol : `${url.origin}${url.pathname}`;
  }
  return typeof baseUrl === "string" && /[@?#]/.test(baseUrl) ? "text that is no URL" : baseUrl;
}
