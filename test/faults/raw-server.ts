import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";

/** A server that misbehaves at the socket, and the requests that it has read, as text. */
export interface RawServer {
  readonly port: number;
  readonly requests: string[];
}

/** Plays one connection: what it does once a request has arrived, as text; the index counts all requests. */
export type SocketHandler = (socket: Socket, index: number, request: string) => void;

/** Runs `use` with a server on loopback, and closes it and its sockets afterwards. */
export async function withRawServer<Result>(
  handler: SocketHandler,
  use: (server: RawServer) => Promise<Result>,
  tls?: { readonly key: string; readonly cert: string },
): Promise<Result> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const accept = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client that gives up resets the connection; that is what is tested.
    socket.on("error", () => undefined);
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
      if (text.endsWith("\r\n\r\n")) {
        const request = text;
        requests.push(request);
        text = "";
        handler(socket, requests.length - 1, request);
      }
    });
  };
  const server: Server = tls === undefined ? createServer(accept) : createTlsServer(tls, accept);
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("The server has no port.");
  }
  try {
    return await use({ port: address.port, requests });
  } finally {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
    await once(server, "close");
  }
}
