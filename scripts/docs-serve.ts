import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { ROOT } from "./run.js";

const SITE = `${ROOT}dist/docs/`;
const PAGE = "index.html";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

const [given = "0", ...others] = process.argv.slice(2);
const port = Number(given);
if (!Number.isInteger(port) || port < 0 || port > 65_535 || others.length > 0) {
  console.error("Usage: npm run docs:serve [-- PORT]");
  process.exit(2);
}
if (!existsSync(SITE + PAGE)) {
  console.error("There is no site yet. Run `npm run docs`.");
  process.exit(1);
}

const server = createServer(({ method = "", url = "" }, response) => {
  if (!["GET", "HEAD"].includes(method)) {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  // No name that begins with a dot, and so none that leads out of the folder.
  const [, path] = /^\/((?:\w[\w.-]*\/)*\w[\w-]*(?:\.[\w-]+)+|)(?:\?|$)/.exec(url) ?? [];
  const file = SITE + (path || PAGE);
  const type = TYPES[extname(file)];
  if (path === undefined || type === undefined || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": type });
  createReadStream(file).pipe(response);
});
server.on("error", (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
server.listen(port, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) {
    console.log(`The site is at http://127.0.0.1:${address.port}/. Ctrl+C ends it.`);
  }
});
