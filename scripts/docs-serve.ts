import { existsSync } from "node:fs";
import { readPort, SITE, serveSite } from "./site-server.js";

const port = readPort("docs:serve");
if (!existsSync(`${SITE}index.html`)) {
  console.error("There is no site yet. Run `npm run docs`.");
  process.exit(1);
}
try {
  const { url } = await serveSite(port);
  console.log(`The site is at ${url}. Ctrl+C ends it.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
