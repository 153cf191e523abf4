import { execFile } from "node:child_process";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { ROOT, withCopy } from "../copy.js";
import { serviceHeaders, withLink } from "../replies.js";
import { run } from "../run.js";
import { type Handler, withServer } from "../server.js";

const TOKEN = "a-token-to-keep-secret";

/** Records one call that is answered by `handler`, and compares the recording with the description. */
function recordAndCompare(handler: Handler) {
  return withCopy([], (directory) =>
    withServer(handler, async ({ url }) => {
      const file = `${directory}/traffic.har`;
      const env = { PARTNER_CENTER_TOKEN: TOKEN, PARTNER_CENTER_BASE_URL: url };
      const recording = await run("tsx", ["scripts/spec-record.ts", file], { env });
      const traffic = await readFile(file, "utf8");
      const drift = await run("tsx", ["scripts/spec-drift.ts", file, "--server", url]);
      return { recording, traffic, drift };
    }),
  );
}

describe("the comparison with recorded traffic", () => {
  it("finds nothing in a call as it is described, recorded without its token", async () => {
    const { recording, traffic, drift } = await recordAndCompare(withLink);

    expect(recording).toMatchObject({ exitCode: 0, stderr: "" });
    expect(traffic).toContain("Bearer [redacted]");
    expect(traffic).not.toContain(TOKEN);
    expect(drift.stdout + drift.stderr).toContain("No findings.");
    expect(drift.exitCode).toBe(0);
  });

  it("refuses a property of another type", async () => {
    const { drift } = await recordAndCompare((response, request) =>
      response.writeHead(200, serviceHeaders(request)).end('{"url":1}'),
    );

    expect(drift.stdout + drift.stderr).toContain('Response field "url" must be string.');
    expect(drift.exitCode).toBe(1);
  });

  it.each([
    ["no file", [], "Usage: npm run spec:drift -- FILE"],
    ["a file that is not there", ["nowhere.har"], "nowhere.har cannot be read: ENOENT"],
    ["a folder", ["scripts"], "scripts cannot be read: EISDIR"],
    ["a file of another form", ["README.md"], "README.md cannot be read: Unexpected token"],
    ["JSON of another form", ["package.json"], "package.json has no entries"],
  ])("says what to do when it is given %s", async (_title, args, message) => {
    const { exitCode, stderr } = await run("tsx", ["scripts/spec-drift.ts", ...args]);

    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr).not.toContain("    at ");
    expect(exitCode).toBe(2);
  });
});

/** Records a call with these settings into `file` of an empty folder that has an "old.har". */
function record(file: string, env: NodeJS.ProcessEnv) {
  return withCopy([], async (directory) => {
    await writeFile(`${directory}/old.har`, "An earlier recording.");
    const recording = await run("tsx", ["scripts/spec-record.ts", `${directory}/${file}`], {
      env: { PARTNER_CENTER_TOKEN: TOKEN, ...env },
    });
    const files = (await readdir(directory)).filter((name) => name.endsWith(".har"));
    return { ...recording, files, old: await readFile(`${directory}/old.har`, "utf8") };
  });
}

describe("the recording of a call", () => {
  it("can be read by its owner alone, and git leaves it out", () =>
    withCopy([".gitignore"], (directory) =>
      withServer(withLink, async ({ url }) => {
        const file = `${directory}/traffic.har`;
        await run("tsx", ["scripts/spec-record.ts", file], {
          env: { PARTNER_CENTER_TOKEN: TOKEN, PARTNER_CENTER_BASE_URL: url },
        });
        const git = (...args: string[]) => promisify(execFile)("git", args, { cwd: directory });
        await git("init", "--quiet");

        expect(((await stat(file)).mode & 0o777).toString(8)).toBe("600");
        await expect(git("check-ignore", "traffic.har")).resolves.toMatchObject({
          stdout: "traffic.har\n",
        });
      }),
    ));

  it.each(["old.har", "new.har"])("writes nothing to %s without a reply", async (file) => {
    const { exitCode, stdout, stderr, files, old } = await record(file, {
      PARTNER_CENTER_BASE_URL: "http://127.0.0.1:1",
    });

    expect({ files, old }).toEqual({ files: ["old.har"], old: "An earlier recording." });
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^GET http:\/\/127\.0\.0\.1:1\/.* failed: /);
    expect(exitCode).toBe(1);
  });

  it("replaces an earlier one", () =>
    withServer(withLink, async ({ url }) => {
      const { exitCode, old } = await record("old.har", { PARTNER_CENTER_BASE_URL: url });

      expect(JSON.parse(old).log.entries).toHaveLength(1);
      expect(exitCode).toBe(0);
    }));

  it("is of the service itself where no base URL is set", () =>
    withCopy([], (directory) =>
      withServer(withLink, async ({ url }) => {
        const file = `${directory}/traffic.har`;
        const args = ["--import", `${ROOT}test/redirect-fetch.mjs`, "scripts/spec-record.ts", file];
        const env = { PARTNER_CENTER_TOKEN: TOKEN, PARTNER_CENTER_BASE_URL: "", SERVICE: url };

        await expect(run("tsx", args, { env })).resolves.toMatchObject({ exitCode: 0, stderr: "" });
        await expect(readFile(file, "utf8")).resolves.toContain("api.partnercenter.microsoft.com");
      }),
    ));

  it("makes no call for a file that cannot be written", () =>
    withServer(withLink, async ({ url, requests }) => {
      const { exitCode, stderr } = await record("lost/traffic.har", {
        PARTNER_CENTER_BASE_URL: url,
      });

      expect(stderr).toMatch(/^.*lost\/traffic\.har cannot be written: ENOENT.*\n$/);
      expect(requests).toEqual([]);
      expect(exitCode).toBe(2);
    }));

  it.each([
    ["without a file", [], TOKEN],
    ["without a token", ["traffic.har"], ""],
  ])("says how it is made, %s", async (_title, args, PARTNER_CENTER_TOKEN) => {
    const { exitCode, stderr } = await run("tsx", ["scripts/spec-record.ts", ...args], {
      env: { PARTNER_CENTER_TOKEN },
    });

    expect(stderr).toContain("npm run spec:record -- FILE");
    expect(exitCode).toBe(2);
  });
});
