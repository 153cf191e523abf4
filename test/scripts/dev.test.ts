// cspell:ignore proprties
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rename, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

const PATHS = ["generated", "scripts", "spec", "src", "tsconfig.json"];

// Far more than a build takes on a busy machine; after it, the process is ended and the test fails.
const PATIENCE_MS = 60_000;

/** `npm run dev` in a copy of the repository. */
interface Dev {
  readonly cwd: string;
  readonly child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Does something and resolves with what is printed from then on, once that matches. */
  printed(pattern: RegExp, action?: () => Promise<void>): Promise<string>;
}

function withDev<Result>(use: (dev: Dev) => Promise<Result>): Promise<Result> {
  return withCopy(PATHS, async (cwd) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/dev.ts"], { cwd });
    const ended = once(child, "close");
    let output = "";
    const onData = (chunk: string) => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", onData);
    child.stderr.setEncoding("utf8").on("data", onData);
    try {
      return await use({
        cwd,
        child,
        output: () => output,
        async printed(pattern, action) {
          const start = output.length;
          await action?.();
          const signal = AbortSignal.timeout(PATIENCE_MS);
          while (!pattern.test(output.slice(start))) {
            await Promise.race([
              once(child.stdout, "data", { signal }),
              once(child.stderr, "data", { signal }),
            ]);
          }
          return output.slice(start);
        },
      });
    } finally {
      child.kill("SIGINT");
      await ended;
    }
  });
}

/** Saves a file as editors do: writes another one and renames it. */
async function save(file: string, text: string): Promise<void> {
  await writeFile(`${file}~`, text);
  await rename(`${file}~`, file);
}

describe("npm run dev", () => {
  it("rebuilds after each edit, keeps the output while there is a problem, and ends with Ctrl+C", () =>
    withDev(async ({ cwd, child, output, printed }) => {
      const FILE = `${cwd}/spec/components/schemas/Customer.yaml`;
      const original = await readFile(FILE, "utf8");
      const built = () =>
        Promise.all(
          ["generated/openapi.json", "generated/openapi.ts", "dist/docs/api.html"].map((path) =>
            readFile(`${cwd}/${path}`, "utf8"),
          ),
        );
      await printed(/^Ready in .*: dist\/docs\/api\.html\.$/m);
      const [url = ""] = /http:\/\/127\.0\.0\.1:\d+\/api\.html/.exec(output()) ?? [];
      const edited = original.replace("A customer", "A zebra");

      const first = await printed(/^Ready in /m, () => save(FILE, edited));
      const page = await (await fetch(url)).text();

      expect(first).toMatch(
        /: generated\/openapi\.json, generated\/openapi\.ts, dist\/docs\/api\.html\.$/m,
      );
      expect(page).toContain("A zebra");
      for (const text of await built()) {
        expect(text).toContain("A zebra");
      }

      const before = await built();
      const invalid = edited.replace("A zebra", "A quagga").replace("properties:", "proprties:");
      const line = invalid.split("\n").indexOf("proprties:") + 1;
      const second = await printed(/written\.\n/, () => save(FILE, invalid));

      expect(second).toBe(
        `spec/components/schemas/Customer.yaml:${line}:1  Property \`proprties\` is not expected here. Did you mean \`properties\`?  (struct)\nNothing was written.\n`,
      );
      expect(await built()).toEqual(before);

      const third = await printed(/written\.\n/, () => save(FILE, `[${edited}`));

      expect(third).toMatch(
        /^spec\/components\/schemas\/Customer\.yaml:\d+:\d+ {2}Invalid syntax: /,
      );
      expect(await built()).toEqual(before);

      await printed(/^Ready in /m, () => save(FILE, edited.replace("A zebra", "An okapi")));

      for (const text of await built()) {
        expect(text).toContain("An okapi");
      }

      const end = output().length;
      child.kill("SIGINT");
      const [exitCode] = await once(child, "close");

      expect(exitCode).toBe(0);
      expect(output().slice(end)).toBe("");
    }));

  it.each([
    ["a port that is none", ["http"]],
    ["two ports", ["8080", "8081"]],
  ])("refuses %s", async (_title, ports) => {
    await expect(run("tsx", ["scripts/dev.ts", ...ports])).resolves.toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "Usage: npm run dev [-- PORT]\n",
    });
  });

  it("fails when the port is in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? `${address?.port}` : "";
    try {
      await expect(run("tsx", ["scripts/dev.ts", port])).resolves.toEqual({
        exitCode: 1,
        stdout: "",
        stderr: `listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
      });
    } finally {
      server.close();
    }
  });
});
