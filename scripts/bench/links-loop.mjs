// What somebody writes without this package: links for a file of tenants, so many calls at a time.
import { createWriteStream, readFileSync } from "node:fs";
import { argv, env } from "node:process";

const [, , input, output, url, concurrency] = argv;
const tenants = readFileSync(input, "utf8").trim().split("\n").slice(1);
const file = createWriteStream(output);
let next = 0;

async function work() {
  while (next < tenants.length) {
    const tenant = tenants[next];
    next += 1;
    const response = await fetch(
      `${url}/v1/customers/relationshiprequests?indirectResellerId=${tenant}`,
      {
        headers: {
          Accept: "application/json",
          Authorization: `Bearer ${env.PARTNER_CENTER_TOKEN}`,
          "MS-RequestId": crypto.randomUUID(),
          "MS-CorrelationId": crypto.randomUUID(),
        },
      },
    );
    const { url: link } = await response.json();
    file.write(`${tenant},${link}\n`);
  }
}

await Promise.all(Array.from({ length: Number(concurrency) }, work));
file.end();
