import { createSandboxFetch } from "partner-center-client/sandbox";
import { startSandboxServer } from "../../scripts/sandbox-server.js";
import { withPage } from "../browser/chromium.js";
import {
  bundle,
  type Consumer,
  createConsumer,
  createProject,
  runProgram,
} from "../package/consumer.js";
import { LINK } from "../replies.js";
import { withServer } from "../server.js";
import { INSTALLED, pinnedVersion } from "./installed.js";
import { linkFromWorkerd } from "./workerd.js";

/** Prints the link that the service at the first argument gives. */
const PROGRAM = `
async function main() {
  const client = createPartnerCenterClient({ baseUrl: process.argv[2], credential: () => "a-token" });
  const { url } = await getRelationshipRequestLink(client);
  console.log(url);
}
main();
`;
const NAMES = "{ createPartnerCenterClient, getRelationshipRequestLink }";
const PROGRAMS = {
  "link.mjs": `import ${NAMES} from "partner-center-client";${PROGRAM}`,
  "link.cjs": `const ${NAMES} = require("partner-center-client");${PROGRAM}`,
};

const RUNTIMES: ReadonlyArray<readonly [name: string, path: string, args: readonly string[]]> = [
  ["node-20", "bin/node", []],
  ["node-22", "bin/node", []],
  ["node-24", "bin/node", []],
  ["node-26", "bin/node", []],
  ["@oven/bun-linux-x64", "bin/bun", []],
  [
    "@deno/linux-x64-glibc",
    "deno",
    ["run", "--allow-net=127.0.0.1", "--allow-read", "--allow-env"],
  ],
];

let consumer: Consumer;
let project: string;

beforeAll(async () => {
  consumer = await createConsumer();
  project = await createProject(consumer, "programs", PROGRAMS);
}, 120_000);

afterAll(() => consumer.remove());

describe("a link over HTTP from the sandbox", () => {
  it.each(RUNTIMES)("is printed in %s", async (name, path, args) => {
    const program = `${INSTALLED}/${name}/${path}`;
    const version = await runProgram(program, project, ["--version"]);
    expect(version.output).toContain(await pinnedVersion(name));

    const sandbox = await startSandboxServer();
    try {
      for (const file of Object.keys(PROGRAMS)) {
        await expect(runProgram(program, project, [...args, file, sandbox.url])).resolves.toEqual({
          succeeded: true,
          output: `${LINK.url}\n`,
        });
      }
    } finally {
      await sandbox.close();
    }
  });

  it("is answered by a worker in workerd", async () => {
    const sandbox = await startSandboxServer();
    try {
      await expect(linkFromWorkerd(consumer, sandbox.url)).resolves.toBe(LINK.url);
    } finally {
      await sandbox.close();
    }
  });

  it("is shown by a page in Chromium", async () => {
    const code = await bundle(
      consumer,
      "chromium",
      `import ${NAMES} from "partner-center-client";
const client = createPartnerCenterClient({ baseUrl: location.origin, credential: () => "a-token" });
const { url } = await getRelationshipRequestLink(client);
document.title = url;`,
    );
    const sandbox = createSandboxFetch();

    await withServer(
      async (response, { url, method, headers }) => {
        if (url === "/") {
          response.setHeader("Content-Type", "text/html");
          response.end(`<script type="module">${code}</script>`);
        } else {
          const reply = await sandbox(new Request(`http://127.0.0.1${url}`, { method, headers }));
          response.writeHead(reply.status, Object.fromEntries(reply.headers));
          response.end(Buffer.from(await reply.arrayBuffer()));
        }
      },
      ({ url }) =>
        withPage(`${url}/`, {}, async ({ page }) => {
          await page.waitForFunction(() => document.title !== "");

          await expect(page.title()).resolves.toBe(LINK.url);
        }),
    );
  });

  it("is missed where the service refuses", async () => {
    const sandbox = await startSandboxServer({ scenario: "app-only" });
    try {
      const [[name, path] = ["", ""]] = RUNTIMES;
      const { succeeded } = await runProgram(`${INSTALLED}/${name}/${path}`, project, [
        "link.mjs",
        sandbox.url,
      ]);

      expect(succeeded).toBe(false);
    } finally {
      await sandbox.close();
    }
  });
});
