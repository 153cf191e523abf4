import { delay } from "../../src/transport/delay.js";
import { withServer } from "../server.js";

/** An authority that ends a sign-in when a refresh token of it comes a second time. */
export interface StrictAuthority {
  readonly url: string;
  /** Begins a sign-in, and gives its first refresh token. */
  begin(): string;
  /** What became of the sign-in of this first refresh token. */
  outcome(first: string): Outcome;
}

/** How often a sign-in's refresh tokens were redeemed, and how often one that had been redeemed before. */
export interface Outcome {
  readonly redeemed: number;
  readonly reused: number;
}

interface SignIn {
  newest: string;
  redeemed: number;
  reused: number;
}

/** Runs `use` with an authority that takes so long to answer. */
export function withStrictAuthority<Result>(
  delayMs: number,
  use: (authority: StrictAuthority) => Promise<Result>,
): Promise<Result> {
  const signIns = new Map<string, SignIn>();
  return withServer(
    async (response, { body }) => {
      const refreshToken = new URLSearchParams(body).get("refresh_token") ?? "";
      const [first = ""] = refreshToken.split(".");
      await delay(delayMs, new AbortController().signal);
      const reply = redeem(signIns.get(first), refreshToken);
      response
        .writeHead("error" in reply ? 400 : 200, { "Content-Type": "application/json" })
        .end(JSON.stringify(reply));
    },
    ({ url }) =>
      use({
        url,
        begin() {
          const first = crypto.randomUUID();
          signIns.set(first, { newest: first, redeemed: 0, reused: 0 });
          return first;
        },
        outcome(first) {
          const { redeemed = 0, reused = 0 } = signIns.get(first) ?? {};
          return { redeemed, reused };
        },
      }),
  );
}

function redeem(signIn: SignIn | undefined, refreshToken: string) {
  if (signIn === undefined || signIn.reused > 0 || signIn.newest !== refreshToken) {
    if (signIn !== undefined) {
      signIn.reused += 1;
    }
    return { error: "invalid_grant" };
  }
  signIn.redeemed += 1;
  signIn.newest = `${refreshToken.split(".", 1)}.${signIn.redeemed}`;
  return {
    access_token: `access-${signIn.newest}`,
    refresh_token: signIn.newest,
    token_type: "Bearer",
    expires_in: 3600,
  };
}
