import type { AccessToken, TokenCredential } from "partner-center-client";

/** A credential that counts how often it is asked, and answers with tokens a-token-1, a-token-2 and so on. */
export interface CountingCredential extends TokenCredential {
  readonly asked: Array<{ scopes: string | string[]; options: object | undefined }>;
}

/** Makes a credential whose tokens last for `lifeMs` from `now` on. */
export function countingCredential(
  now: () => number,
  lifeMs = 3_600_000,
  delay: () => Promise<unknown> = async () => undefined,
): CountingCredential {
  const asked: CountingCredential["asked"] = [];
  return {
    asked,
    async getToken(scopes, options): Promise<AccessToken> {
      asked.push({ scopes, options });
      const token = `a-token-${asked.length}`;
      await delay();
      return { token, expiresOnTimestamp: now() + lifeMs };
    },
  };
}
