import { delay } from "../../src/transport/delay.js";
import { CODE } from "../auth/device-code.js";
import { withServer } from "../server.js";

/** An authority that signs everybody in, and gives the refresh tokens token-1, token-2 and so on. */
export interface Authority {
  readonly url: string;
  /** The refresh tokens that were redeemed. */
  readonly redeemed: string[];
}

/** Runs `use` with an authority that takes so long for each token, and whose access tokens last so many seconds. */
export function withTokens(
  delayMs: number,
  use: (authority: Authority) => Promise<void>,
  { expiresIn = 3_600 } = {},
): Promise<void> {
  const { signal } = new AbortController();
  const redeemed: string[] = [];
  let count = 0;
  return withServer(
    async (response, { url, body }) => {
      let reply: object = { ...CODE, interval: 0.01 };
      if (url.endsWith("/token")) {
        const refreshToken = new URLSearchParams(body).get("refresh_token");
        if (refreshToken !== null) {
          redeemed.push(refreshToken);
        }
        count += 1;
        reply = {
          access_token: `access-token-${count}`,
          refresh_token: `token-${count}`,
          token_type: "Bearer",
          expires_in: expiresIn,
        };
        await delay(delayMs, signal);
      }
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(reply));
    },
    ({ url }) => use({ url, redeemed }),
  );
}
