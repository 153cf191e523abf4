import type { AuthorizationServer } from "../auth/authorization-server.js";
import { withAuthorizationServer } from "../auth/authorization-server.js";
import { withServer } from "../server.js";

// Users of the real one are asked about every five seconds.
const POLL_S = 0.05;

/** Runs `use` with an authorization server that lets itself be polled often. */
export function withAuthority<Result>(
  use: (server: AuthorizationServer) => Promise<Result>,
): Promise<Result> {
  return withAuthorizationServer((server) =>
    withServer(
      async (response, { method, url, headers, body }) => {
        const reply = await fetch(server.authority + url, {
          method,
          headers: { "content-type": headers["content-type"] ?? "" },
          body,
        });
        const text = await reply.text();
        const isCode = url.endsWith("/devicecode");
        response
          .writeHead(reply.status, { "Content-Type": "application/json" })
          .end(isCode ? JSON.stringify({ ...JSON.parse(text), interval: POLL_S }) : text);
      },
      ({ url }) => use({ ...server, authority: url }),
    ),
  );
}
