import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { ROOT } from "./run.js";

/** The folder of the site. */
export const SITE = join(ROOT, "dist/docs/");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Returns the port in the arguments of this process, 0 without one. With others, prints the usage and exits. */
export function readPort(command: string): number {
  const [port = "0", ...others] = process.argv.slice(2);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535 || others.length > 0) {
    console.error(`Usage: npm run ${command} [-- PORT]`);
    process.exit(2);
  }
  return Number(port);
}

/** Serves the site on loopback. Rejects when the port cannot be used. */
export async function serveSite(port: number): Promise<{ server: Server; url: string }> {
  const server = createServer(({ method = "", url = "" }, response) => {
    if (!["GET", "HEAD"].includes(method)) {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    // No name that begins with a dot, and so none that leads out of the folder.
    const [, path] = /^\/((?:\w[\w.-]*\/)*\w[\w-]*(?:\.[\w-]+)+|)(?:\?|$)/.exec(url) ?? [];
    const file = SITE + (path || "index.html");
    const type = TYPES[extname(file)];
    if (path === undefined || type === undefined || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": type });
    createReadStream(file).pipe(response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const used = typeof address === "object" ? address?.port : port;
  return { server, url: `http://127.0.0.1:${used}/` };
}
