import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { innermostMessage } from "../failure/failures.js";
import type { RedirectPage } from "./redirect-page.js";
import { signInError } from "./sign-in-error.js";

/** A browser that came back from the authority. */
export interface Redirected {
  readonly parameters: URLSearchParams;
  /** Resolves when the page has been sent, or there is nobody left to send it to. */
  show(page: RedirectPage): Promise<void>;
}

/** Listens on this machine for a browser that comes back. */
export interface RedirectListener {
  /** With a free port, as Entra ID takes it for native apps. */
  readonly redirectUri: string;
  /** The first request that has the state; every other one is refused. */
  readonly redirected: Promise<Redirected>;
  close(): void;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const LOOPBACK = ["127.0.0.1", "::1"] as const;
const MOST_TRIES = 10;
const HEADERS = {
  "Cache-Control": "no-store",
  Connection: "close",
  "X-Content-Type-Options": "nosniff",
};

/** Rejects with `PartnerCenterError` when there is no port to be had. */
export async function listenForRedirect(
  state: string,
  create: (handler: Handler) => Server,
): Promise<RedirectListener> {
  let redirectUri = "";
  let isAnswered = false;
  let resolve: (redirected: Redirected) => void = () => undefined;
  const redirected = new Promise<Redirected>((settle) => {
    resolve = settle;
  });
  const servers = await listening(create, (request, response) => {
    const refusal = answer(request, response);
    if (refusal !== undefined) {
      const [status, words] = refusal;
      response.writeHead(status, { ...HEADERS, "Content-Type": "text/plain" }).end(`${words}\n`);
    }
  });
  const [port] = servers.map(readPort);
  redirectUri = `http://localhost:${port}`;

  return {
    redirectUri,
    redirected,
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };

  /** Undefined for the request that is waited for. */
  function answer(
    { headers, method, url: target = "" }: IncomingMessage,
    response: ServerResponse,
  ): [status: number, words: string] | undefined {
    // Another name that leads to this machine is how a page elsewhere would come to read what is here.
    if (`http://${headers.host}` !== redirectUri) {
      return [421, "This is not the host that you think."];
    }
    if (method !== "GET") {
      return [405, "Nothing but GET is answered here."];
    }
    const url = URL.canParse(target, redirectUri) ? new URL(target, redirectUri) : undefined;
    if (url?.origin !== redirectUri || url.pathname !== "/") {
      return [404, "There is nothing here."];
    }
    const parameters = url.searchParams;
    const outcomes = ["code", "error"].flatMap((name) => parameters.getAll(name)).filter(Boolean);
    if (parameters.getAll("state").join() !== state || outcomes.length !== 1) {
      return [400, "Nobody waits for this."];
    }
    if (isAnswered) {
      return [409, "This was answered before."];
    }
    isAnswered = true;
    resolve({ parameters, show: showing(response) });
    return undefined;
  }
}

function showing(response: ServerResponse): Redirected["show"] {
  const closed = new Promise<void>((resolve) => response.once("close", resolve));
  return async ({ headers, html }) => {
    const sent = new Promise<void>((resolve) => {
      response.writeHead(200, { ...HEADERS, ...headers }).end(html, () => resolve());
    });
    await Promise.race([sent, closed]);
  };
}

/** Servers on one port of each address that this machine has: `localhost` may be either. */
async function listening(
  create: (handler: Handler) => Server,
  handler: Handler,
): Promise<Server[]> {
  for (let tries = 1; ; tries++) {
    const servers: Server[] = [];
    const failures: unknown[] = [];
    for (const host of LOOPBACK) {
      const port = servers[0] === undefined ? 0 : readPort(servers[0]);
      await started(create(handler), host, port).then(
        (server) => servers.push(server),
        (error: unknown) => failures.push(error),
      );
    }
    // Whoever has the port at the other address would get the code.
    const isTaken = failures.some((error) => Object(error).code === "EADDRINUSE");
    if (servers.length > 0 && !isTaken) {
      return servers;
    }
    for (const server of servers) {
      server.close();
    }
    if (!isTaken || tries === MOST_TRIES) {
      throw signInError(
        {
          outcome: `Signing in failed: no port of localhost can be had (${innermostMessage(failures[0])}).`,
          advice: { key: "no-port" },
        },
        { reason: "sign-in" },
      );
    }
  }
}

function started(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

function readPort(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
