import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { delay } from "../../src/transport/delay.js";
import { idToken } from "../auth/redirect.js";
import { withServer } from "../server.js";
import type { Home } from "./bin.js";

const CODE = "a-code-for-";

/** What stands in for the browser of a machine. */
export interface FakeBrowser {
  /** With which a command finds it. */
  readonly env: Readonly<Record<string, string>>;
  /** Resolves with the address that it was opened at. */
  opened(): Promise<string>;
}

/** Puts a program into a home that opens addresses, and ends with this number. */
export async function createBrowser(
  { path }: Pick<Home, "path">,
  exitCode = 0,
): Promise<FakeBrowser> {
  const folder = join(path, "programs");
  const file = join(path, "opened");
  await mkdir(folder);
  const program = `#!/bin/sh\nprintf %s "$1" > '${file}.draft'\nmv '${file}.draft' '${file}'\nexit ${exitCode}\n`;
  await writeFile(join(folder, "xdg-open"), program, { mode: 0o755 });
  return {
    env: { PATH: `${folder}:${process.env.PATH}`, DISPLAY: ":0" },
    async opened() {
      for (;;) {
        const url = await readFile(file, "utf8").catch(() => undefined);
        if (url !== undefined) {
          return url;
        }
        await delay(20, new AbortController().signal);
      }
    },
  };
}

/** Does what a user does who signs in at this address: comes back with these parameters. */
export async function comeBack(
  url: string,
  parameters: Readonly<Record<string, string>> = { code: `${CODE}${nonceOf(url)}` },
): Promise<string> {
  const { searchParams } = new URL(url);
  const back = new URL(searchParams.get("redirect_uri") ?? "");
  back.search = String(
    new URLSearchParams({ state: searchParams.get("state") ?? "", ...parameters }),
  );
  return (await fetch(back)).text();
}

/**
 * Runs `use` with an authority whose codes have the nonces that it was asked with in them, and that knows its user by
 * these claims; the list is of what nobody may see but the refresh token.
 */
export function withCodes<Result>(
  claims: Readonly<Record<string, unknown>>,
  use: (authority: string, secrets: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const secrets: string[] = [];
  return withServer(
    (response, { body }) => {
      const { code = "", code_verifier = "" } = Object.fromEntries(new URLSearchParams(body));
      const nonce = code.slice(CODE.length);
      const reply = {
        access_token: "an-access-token",
        refresh_token: "a-refresh-token-of-the-browser",
        id_token: idToken({ ...claims, nonce }),
        token_type: "Bearer",
        expires_in: 3600,
      };
      secrets.push(code, code_verifier, reply.access_token, reply.id_token);
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(reply));
    },
    ({ url }) => use(url, secrets),
  );
}

function nonceOf(url: string): string {
  return new URL(url).searchParams.get("nonce") ?? "";
}
