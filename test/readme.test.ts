import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile } from "./compile.js";
import { ROOT, withCopy } from "./copy.js";
import { example, LINK, withFault, withLink } from "./replies.js";
import { run } from "./run.js";
import { type Handler, withServer } from "./server.js";

/** The TypeScript examples of README, in order. */
async function readmeExamples(): Promise<string[]> {
  const readme = await readFile(`${ROOT}README.md`, "utf8");
  return [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? "");
}

const PRELOAD = fileURLToPath(new URL("redirect-fetch.mjs", import.meta.url));

/** Runs a program as it is written, against a server on loopback in place of the service. */
function runExample(code: string, handler: Handler) {
  return withCopy(["tsconfig.json"], (directory) =>
    withServer(handler, async ({ url, requests }) => {
      const file = `${directory}/example.ts`;
      await writeFile(file, code);
      const paths = { "partner-center-client": [`${ROOT}src/index.ts`] };
      await writeFile(
        `${directory}/tsconfig.json`,
        JSON.stringify({ compilerOptions: { baseUrl: ".", paths } }),
      );
      const result = await run("tsx", ["--import", pathToFileURL(PRELOAD).href, "example.ts"], {
        cwd: directory,
        env: { PARTNER_CENTER_TOKEN: "a-token", SERVICE: url },
      });
      return { ...result, requests };
    }),
  );
}

describe("the examples of README", () => {
  it("compile", async () => {
    const examples = await readmeExamples();

    expect(examples.length).toBeGreaterThan(1);
    await withCopy([], async (directory) => {
      for (const [index, code] of examples.entries()) {
        const file = `${directory}/example-${index}.ts`;
        await writeFile(file, code);
        expect(compile(file)).toEqual([]);
      }
    });
  });

  it("print the link", async () => {
    for (const code of (await readmeExamples()).slice(0, 2)) {
      const { exitCode, stdout, stderr, requests } = await runExample(code, withLink);

      expect({ exitCode, stdout, stderr }).toEqual({
        exitCode: 0,
        stdout: `${LINK.url}\n`,
        stderr: "",
      });
      expect(requests[0]?.headers.authorization).toBe("Bearer a-token");
    }
  });

  it("print what went wrong", async () => {
    const [raw = "", helper = ""] = await readmeExamples();
    const refuse = withFault(403, example("AppOnlyToken"));

    await expect(runExample(raw, refuse)).resolves.toMatchObject({
      exitCode: 0,
      stdout: "",
      stderr: expect.stringMatching(/^403 \{\n {2}code: 900329,[\s\S]*requestId: '/),
    });
    await expect(runExample(helper, refuse)).resolves.toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/^forbidden GET https:\/\/api\.partnercenter\.microsoft\.com/),
    });
  });
});

describe("the code sample of the description", () => {
  it("compiles and prints the link", async () => {
    const file = `${ROOT}spec/code-samples/get-relationship-request-link.ts`;

    expect(compile(file)).toEqual([]);
    await expect(runExample(await readFile(file, "utf8"), withLink)).resolves.toMatchObject({
      exitCode: 0,
      stdout: `${LINK.url}\n`,
    });
  });
});

describe("README", () => {
  it("shows the message of an error as it is", async () => {
    const readme = await readFile(`${ROOT}README.md`, "utf8");
    const { adviceFor } = await import("../src/advice.js");

    expect(readme).toContain(
      `"App-only tokens are not accepted by this operation." ${adviceFor("forbidden", "900329")} (MS-RequestId: `,
    );
  });
});
