import { CODE } from "../auth/device-code.js";
import { jwt } from "../jwt.js";
import { withServer } from "../server.js";
import type { Home } from "./bin.js";

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

/**
 * Runs a command as it is shown, with the authority and the service of a test in place of the real ones.
 * Gives how it ended, and all that it printed, as a text shows it: with the addresses and the home of a user.
 */
export async function runShown(
  { args }: ShownCommand,
  { run, path }: Home,
  { authority, service }: { readonly authority: string; readonly service: string },
) {
  const [command = ""] = args;
  const addresses = /^(sign-out|profiles)$/.test(command)
    ? []
    : command === "sign-in"
      ? ["--authority", authority]
      : ["--base-url", service];
  const { exitCode, stdout, stderr } = await run([...args, ...addresses]);
  const printed = (stderr + stdout)
    .replaceAll("\r", "")
    .replaceAll(authority, "https://login.microsoftonline.com")
    .replaceAll(service, "https://api.partnercenter.microsoft.com")
    .replaceAll(path, "/home/ada");
  return { exitCode, printed };
}

/** A text without what is different each time: ids, times, and numbers of minutes and milliseconds. */
export function steady(text: string): string {
  return text
    .replaceAll(/(?<=,)[-0-9a-f]{36},[-0-9a-f]{36}(?=,)/g, "<guid>,<guid>")
    .replaceAll(/"(requestId|correlationId)":"[-0-9a-f]{36}"/g, '"$1":"<guid>"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replaceAll(/\d+ (ms|min)\b/g, "<number> $1");
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
