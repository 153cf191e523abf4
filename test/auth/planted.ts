import { inspect } from "node:util";

// What is left when only the refresh token is taken out of the client secret, which begins like it.
const END_OF_CLIENT_SECRET = "-and-client-secret/+=~4";
// With what a form writes differently.
export const PLANTED = {
  refreshToken: "planted-refresh-token/+=~1",
  newRefreshToken: "planted-new-refresh-token/+=~2",
  accessToken: "planted-access-token/+~3=",
  clientSecret: `planted-refresh-token/+=~1${END_OF_CLIENT_SECRET}`,
  clientAssertion: "planted-client-assertion/+=~5",
  deviceCode: "planted-device-code/+=~6",
  authorizationCode: "planted-authorization-code/+=~7",
};

/** Everything that somebody could come to see of a thing. */
export function allOf(thing: unknown): string {
  const shown = inspect(thing, {
    depth: Number.POSITIVE_INFINITY,
    showHidden: true,
    getters: true,
  });
  const stack = thing instanceof Error ? `${thing.message}\n${thing.stack}` : "";
  return [shown, stack, String(thing), JSON.stringify(thing)].join("\n");
}

/** The secrets that are in a text, in any form. */
export function plantedIn(text: string): string[] {
  return [...Object.values(PLANTED), END_OF_CLIENT_SECRET].filter((secret) =>
    [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ secret }).toString().replace("secret=", ""),
      btoa(secret),
    ].some((form) => text.includes(form)),
  );
}
