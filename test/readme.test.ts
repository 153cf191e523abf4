import { readFile, writeFile } from "node:fs/promises";
import { startSandboxServer } from "../src/cli/sandbox-server.js";
import { compile } from "./compile.js";
import { ROOT, withCopy } from "./copy.js";
import { examplesIn, runExample } from "./examples.js";
import { example, LINK, withFault, withLink } from "./replies.js";
import { type Handler, withServer } from "./server.js";

/** The TypeScript examples of README, in order. */
async function readmeExamples(): Promise<string[]> {
  const readme = await readFile(`${ROOT}README.md`, "utf8");
  return examplesIn(readme).map(({ code }) => code);
}

const SAMPLE = `${ROOT}spec/code-samples/get-relationship-request-link.ts`;

/** Runs a program as it is written, against a server on loopback in place of the service. */
function runAgainst(code: string, handler: Handler) {
  return withServer(handler, async ({ url, requests }) => {
    const env = { PARTNER_CENTER_TOKEN: "a-token", SERVICE: url };
    return { ...(await runExample(code, env)), requests };
  });
}

describe("the examples of README", () => {
  it("compile, and so does the code sample of the description", async () => {
    const examples = await readmeExamples();

    expect(examples.length).toBeGreaterThan(1);
    await withCopy([], async (directory) => {
      const files = examples.map((_code, index) => `${directory}/example-${index}.ts`);
      await Promise.all(files.map((file, index) => writeFile(file, examples[index] ?? "")));

      await expect(compile([...files, SAMPLE])).resolves.toEqual([]);
    });
  });

  it("print the link", async () => {
    const [code = ""] = await readmeExamples();

    const { exitCode, stdout, stderr, requests } = await runAgainst(code, withLink);

    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: `${LINK.url}\n`,
      stderr: "",
    });
    expect(requests[0]?.headers.authorization).toBe("Bearer a-token");
  });

  it("print a link for each reseller of a list", async () => {
    const [, code = ""] = await readmeExamples();
    const server = await startSandboxServer();
    try {
      const { stdout, stderr } = await runExample(code, { SERVICE: server.url });

      expect(stderr).toBe("");
      expect(stdout).toMatch(/^Fabrikam Cloud Services: https:.*\nLitware IT: https:.*\n$/);
    } finally {
      await server.close();
    }
  });

  it("print what went wrong", async () => {
    const [, , code = ""] = await readmeExamples();

    await expect(runAgainst(code, withFault(403, example("AppOnlyToken")))).resolves.toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/^forbidden GET https:\/\/api\.partnercenter\.microsoft\.com/),
    });
  });
});

describe("the code sample of the description", () => {
  it("prints the link", async () => {
    await expect(runAgainst(await readFile(SAMPLE, "utf8"), withLink)).resolves.toMatchObject({
      exitCode: 0,
      stdout: `${LINK.url}\n`,
    });
  });
});

describe("README", () => {
  it("has at most 220 lines", async () => {
    const readme = await readFile(`${ROOT}README.md`, "utf8");

    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(220);
  });

  it("names every entry of the package, and the tarball of its version", async () => {
    const readme = await readFile(`${ROOT}README.md`, "utf8");
    const { name, version, exports, bin } = JSON.parse(
      await readFile(`${ROOT}package.json`, "utf8"),
    );
    const entries = Object.keys(exports).filter((entry) => entry !== "./package.json");

    expect(readme).toContain(`/${name}-${version}.tgz\n`);
    for (const entry of [...entries.map((path) => path.replace(".", name)), ...Object.keys(bin)]) {
      expect(readme).toContain(`\n| \`${entry}\` | `);
    }
  });
});
