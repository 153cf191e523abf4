// A server for the soak, in a process of its own: fails a share of the attempts at random, in each way that may pass,
// and signs each reply with the id of the request. Told by the command line: seed, share of failures.
import { createServer, type ServerResponse } from "node:http";

const [seed = "1", failureShare = "0.2"] = process.argv.slice(2);

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomFrom(Number(seed));
const HEAD = { "Content-Type": "application/json" };

const failures: Array<(response: ServerResponse) => unknown> = [
  ...[408, 429, 500, 502, 503, 504].map(
    (status) => (response: ServerResponse) => response.writeHead(status, HEAD).end("{}"),
  ),
  (response) => response.writeHead(429, { ...HEAD, "Retry-After": "0" }).end("{}"),
  (response) => response.destroy(),
  (response) =>
    response
      .writeHead(200, { ...HEAD, "Content-Length": "50" })
      .write("{", () => response.destroy()),
  (response) => response.writeHead(200, { ...HEAD, "Content-Length": "50" }).write("{"),
  () => undefined,
];

let attempts = 0;
let sockets = 0;
const server = createServer({ keepAliveTimeout: 3_000 }, (request, response) => {
  if (request.url === "/figures") {
    response.end(JSON.stringify({ attempts, sockets }));
    return;
  }
  attempts += 1;
  if (random() < Number(failureShare)) {
    failures[Math.floor(random() * failures.length)]?.(response);
    return;
  }
  const id = String(request.headers["ms-requestid"]);
  response
    .writeHead(200, { ...HEAD, "MS-RequestId": id })
    .end(JSON.stringify({ url: `https://contoso.com/${id}` }));
});
server.on("connection", (socket) => {
  sockets += 1;
  socket.on("close", () => {
    sockets -= 1;
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
process.on("disconnect", () => process.exit());
