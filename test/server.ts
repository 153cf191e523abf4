import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A request as it arrived at the server. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A server that is really there, on loopback, and what has arrived at it. */
export interface TestServer {
  readonly url: string;
  readonly requests: ReceivedRequest[];
}

/** Answers one request; the index counts the requests that came before it. */
export type Handler = (
  response: ServerResponse,
  request: ReceivedRequest,
  index: number,
) => unknown;

/** Runs `use` with a server that answers with `handler`, and closes the server and all its sockets afterwards. */
export async function withServer<Result>(
  handler: Handler,
  use: (server: TestServer) => Promise<Result>,
): Promise<Result> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await received(incoming);
    requests.push(request);
    await handler(response, request, requests.length - 1);
  });
  // Room for every connection that a test opens at once: one that finds none is tried again only after seconds.
  server.listen({ port: 0, host: "127.0.0.1", backlog: 2_000 });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("The server has no port.");
  }
  try {
    return await use({ url: `http://127.0.0.1:${address.port}`, requests });
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
}

async function received(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk);
  }
  const headers: Record<string, string> = {};
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    headers[String(incoming.rawHeaders[index]).toLowerCase()] = String(
      incoming.rawHeaders[index + 1],
    );
  }
  return {
    method: incoming.method ?? "",
    url: incoming.url ?? "",
    headers,
    body: Buffer.concat(chunks).toString(),
  };
}
