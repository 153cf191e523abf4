import { readFile, writeFile } from "node:fs/promises";
import { TENANT_ID } from "./auth/app.js";
import { idToken } from "./auth/redirect.js";
import { compile } from "./compile.js";
import { ROOT, withCopy } from "./copy.js";
import { examplesIn, runExample } from "./examples.js";
import { example, LINK, withBody, withFault, withLink } from "./replies.js";
import { type Handler, withServer } from "./server.js";

/** The TypeScript examples of README, in order. */
async function readmeExamples(): Promise<string[]> {
  const readme = await readFile(`${ROOT}README.md`, "utf8");
  return examplesIn(readme).map(({ code }) => code);
}

/** The app of the examples. */
const APP = "0f9f0b57-3a5c-4a41-9d0f-6d6b0c1f7a11";
const SAMPLE = `${ROOT}spec/code-samples/get-relationship-request-link.ts`;

/** Runs a program as it is written, against a server on loopback in place of the service. */
function runAgainst(code: string, handler: Handler) {
  return withServer(handler, async ({ url, requests }) => {
    const env = { PARTNER_CENTER_TOKEN: "a-token", SERVICE: url };
    return { ...(await runExample(code, env)), requests };
  });
}

/** Runs a program whose user signs in with a browser. */
function runSignedIn(code: string, handler: Handler) {
  const tokens = {
    access_token: "the-token-of-the-user",
    refresh_token: "the-next-one",
    expires_in: 3600,
    token_type: "Bearer",
  };
  return withServer(
    (response, request, index) => {
      if (request.method !== "POST") {
        return handler(response, request, index);
      }
      const nonce = new URLSearchParams(request.body).get("code")?.replace("a-code-for-", "");
      const iss = `https://login.microsoftonline.com/${TENANT_ID}/v2.0`;
      const reply = { ...tokens, ...(nonce && { id_token: idToken({ nonce, iss, aud: APP }) }) };
      return response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(JSON.stringify(reply));
    },
    async ({ url, requests }) => ({
      ...(await runExample(code, { SERVICE: url }, ["signed-in-user.mjs"])),
      requests,
    }),
  );
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

  it("sign in, print a link and a list, in at most twelve lines", async () => {
    const [code = ""] = await readmeExamples();
    const { exitCode, stdout, stderr, requests } = await runSignedIn(
      code,
      (response, request, index) =>
        request.url.startsWith("/v1/relationships")
          ? withBody(200, "application/json", '{"items":[{"id":"a","name":"Fabrikam"}]}')(
              response,
              request,
              index,
            )
          : withLink(response, request, index),
    );

    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: `${LINK.url}\na Fabrikam\n`,
      stderr: "",
    });
    expect(requests.at(-1)?.headers.authorization).toBe("Bearer the-token-of-the-user");
    expect(code.trim().split("\n").length).toBeLessThanOrEqual(12);
  });

  it("print what went wrong", async () => {
    const [code = ""] = await readmeExamples();

    await expect(runSignedIn(code, withFault(403, example("AppOnlyToken")))).resolves.toMatchObject(
      {
        exitCode: 0,
        stderr: expect.stringMatching(
          /^forbidden GET https:\/\/api\.partnercenter\.microsoft\.com/,
        ),
      },
    );
  });

  it("call a path that the description does not have", async () => {
    const [, code = ""] = await readmeExamples();
    const handler = withBody(200, "application/json", '{"id":"D020001IVK","totalCharges":42}');

    await expect(runAgainst(code, handler)).resolves.toMatchObject({
      exitCode: 0,
      stdout: "42\n",
      requests: [{ url: "/v1/invoices/D020001IVK" }],
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
