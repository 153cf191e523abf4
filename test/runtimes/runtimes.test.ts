import { createSandboxFetch } from "partner-center-client/sandbox";
import { type SandboxServerOptions, startSandboxServer } from "../../src/sandbox/server/server.js";
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from "../auth/app.js";
import { withAuthorizationServer } from "../auth/authorization-server.js";
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
import { INSTALLED, pinnedVersion, RUNTIMES } from "./installed.js";
import { linkFromWorkerd, type ProgramOptions } from "./workerd.js";

/**
 * Prints the link that a service gives to a user who is signed in with a refresh token, from the options it is run with:
 * from a call that nobody else sees, and from one that middleware sees.
 */
const PROGRAM = `
async function main() {
  const { baseUrl, ...options } = JSON.parse(process.argv[2]);
  const client = createPartnerCenterClient({ baseUrl, credential: refreshTokenCredential(options) });
  console.log((await client.getRelationshipRequestLink()).url);
  client.use({ onRequest() {} });
  console.log((await client.getRelationshipRequestLink()).url);
}
main();
`;
const NAMES = "{ createPartnerCenterClient }";
const PROGRAMS = {
  "link.mjs": `
import ${NAMES} from "partner-center-client";
import { refreshTokenCredential } from "partner-center-client/auth";${PROGRAM}`,
  "link.cjs": `
const ${NAMES} = require("partner-center-client");
const { refreshTokenCredential } = require("partner-center-client/auth");${PROGRAM}`,
};

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

    await withService(undefined, async (options) => {
      for (const file of Object.keys(PROGRAMS)) {
        const order = JSON.stringify(await options());
        await expect(runProgram(program, project, [...args, file, order])).resolves.toEqual({
          succeeded: true,
          output: `${LINK.url}\n`.repeat(2),
        });
      }
    });
  });

  it("is answered by a worker in workerd", () =>
    withService(undefined, async (options) => {
      await expect(linkFromWorkerd(consumer, await options())).resolves.toBe(
        `${LINK.url} ${LINK.url}`,
      );
    }));

  it("is shown by a page in Chromium", async () => {
    const code = await bundle(
      consumer,
      "chromium",
      `import ${NAMES} from "partner-center-client";
const client = createPartnerCenterClient({ baseUrl: location.origin, credential: () => "a-token" });
const { url } = await client.getRelationshipRequestLink();
client.use({ onRequest() {} });
document.title = [url, (await client.getRelationshipRequestLink()).url].join(" ");`,
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

          await expect(page.title()).resolves.toBe(`${LINK.url} ${LINK.url}`);
        }),
    );
  });

  it("is missed where the service refuses", () =>
    withService("app-only", async (options) => {
      const [[name, path] = ["", ""]] = RUNTIMES;
      const order = JSON.stringify(await options());
      const program = `${INSTALLED}/${name}/${path}`;

      const { succeeded } = await runProgram(program, project, ["link.mjs", order]);

      expect(succeeded).toBe(false);
    }));

  it("is missed where the authority refuses", () =>
    withService(undefined, async (options) => {
      const [[name, path] = ["", ""]] = RUNTIMES;
      const order = JSON.stringify({ ...(await options()), refreshToken: "another" });
      const program = `${INSTALLED}/${name}/${path}`;

      const { succeeded, output } = await runProgram(program, project, ["link.mjs", order]);

      expect(succeeded).toBe(false);
      expect(output).toContain("code invalid_grant");
    }));
});

/** Runs `use` with the sandbox and an authority; it is given the options of a program, each time with another sign-in. */
async function withService(
  scenario: SandboxServerOptions["scenario"],
  use: (options: () => Promise<ProgramOptions>) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandboxServer({ scenario });
  try {
    await withAuthorizationServer(({ authority, signIn }) =>
      use(async () => ({
        baseUrl: sandbox.url,
        authority,
        tenantId: TENANT_ID,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        refreshToken: await signIn(),
      })),
    );
  } finally {
    await sandbox.close();
  }
}
