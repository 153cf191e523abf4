import { expected } from "./expected.js";

const LOOPBACK_HOST = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether a token may travel to this URL: over https, or over http inside this machine. */
export function isSafeForTokens(url: URL): boolean {
  return (
    url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK_HOST.test(url.hostname))
  );
}

/** Checks a base URL and gives it back without trailing slashes. Throws `TypeError` when it cannot be one. */
export function checkedBaseUrl(baseUrl: string, option = "baseUrl"): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !isSafeForTokens(url)) {
    throw expected(option, "an https URL (http only for loopback)", withoutUserInfo(baseUrl));
  }
  if (url.username || url.password || url.search || url.hash) {
    throw expected(
      option,
      "a URL without user name, password, query and fragment",
      `${url.origin}${url.pathname}`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

function withoutUserInfo(baseUrl: unknown): unknown {
  return typeof baseUrl === "string" ? baseUrl.replace(/\/\/[^/]*@/, "//") : baseUrl;
}
