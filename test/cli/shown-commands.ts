import { CODE } from "../auth/device-code.js";
import { jwt } from "../jwt.js";
import { withServer } from "../server.js";

/** A command as a text shows it, and all that it prints. */
export interface ShownCommand {
  readonly args: readonly string[];
  readonly output: string;
}

/** The commands in a text of Markdown that are followed by what they print. */
export function shownCommands(markdown: string): ShownCommand[] {
  const pairs = /^```sh\npartner-center ([^\n]*)\n```\n\n```text\n(.*?)^```$/gms;
  return [...markdown.matchAll(pairs)].map(([, command = "", output = ""]) => ({
    args: command.split(" "),
    output,
  }));
}

const SHOWN_CODE = {
  ...CODE,
  verification_uri: "https://microsoft.com/devicelogin",
  message:
    "To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code B7KX-QM2P to authenticate.",
  interval: 0.01,
};

const tokens = () => ({
  access_token: jwt({
    upn: "admin@contoso.com",
    tid: "3b33e682-00c3-41ee-9dd2-a548adf56438",
    exp: Math.floor(Date.now() / 1000) + 4_000,
  }),
  refresh_token: "another-refresh-token",
  token_type: "Bearer",
  expires_in: 4_000,
});

/** Runs `use` with the address of the authority that texts show: it signs admin@contoso.com in with a device code. */
export function withShownAuthority<Result>(
  use: (authority: string) => Promise<Result>,
): Promise<Result> {
  return withServer(
    (response, { url }) =>
      response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(JSON.stringify(url.endsWith("/devicecode") ? SHOWN_CODE : tokens())),
    ({ url }) => use(url),
  );
}
