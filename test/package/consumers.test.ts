import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { OpenAPI3 } from "openapi-typescript";
import { operationsOf, readDescription } from "../../scripts/description.js";
import { generateOperations } from "../../scripts/generate-operations.js";
import { ROOT } from "../copy.js";
import { examplesIn } from "../examples.js";
import { LINK, withLink } from "../replies.js";
import { withServer } from "../server.js";
import {
  addNodeTypes,
  bundle,
  type Consumer,
  compileWith,
  createConsumer,
  createProject,
  runNode,
} from "./consumer.js";

/** Bytes of everything that the core is, with openapi-fetch, minified and gzipped. */
const MOST_GZIPPED = 20_700;
const MOST_GZIPPED_OF_OPERATION = 60;

/** Returns the size of the core with the operations of a description, minified and gzipped. */
async function gzippedWith(description: OpenAPI3): Promise<number> {
  const rows = generateOperations(description);
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { createPartnerCenterClient } from "./src/client.ts";',
      resolveDir: ROOT,
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    plugins: [
      {
        name: "rows",
        setup: ({ onLoad }) =>
          onLoad({ filter: /generated\/operations\.ts$/ }, () => ({
            contents: rows,
            loader: "ts",
          })),
      },
    ],
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

/** What jsdom, workers and older browsers have in part, and what Node loads when it is first used. */
const PLATFORM_APIS = [
  ..."AbortController AbortSignal Blob FormData Headers Intl ReadableStream Request Response".split(
    " ",
  ),
  ..."TextDecoder TextEncoder URL URLSearchParams crypto fetch performance structuredClone".split(
    " ",
  ),
];

const STRICT = {
  target: "es2022",
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  types: ["node"],
  rootDir: ".",
  outDir: "out",
};

/** How a consumer may be set up: the kind of its modules, and how the compiler is told to find packages. */
const SETUPS = [
  { kind: "module", module: "node16", moduleResolution: "node16" },
  { kind: "commonjs", module: "node16", moduleResolution: "node16" },
  { kind: "module", module: "nodenext", moduleResolution: "nodenext" },
  { kind: "commonjs", module: "nodenext", moduleResolution: "nodenext" },
  { kind: "module", module: "esnext", moduleResolution: "bundler" },
  { kind: "commonjs", module: "commonjs", moduleResolution: "node10" },
] as const;

const VERSIONS = ["5.5", "5.9", "6", "7"];

// TypeScript 7 has no node10 any more.
const isKnown = (version: string, moduleResolution: string) =>
  !(version === "7" && moduleResolution === "node10");

/** What must not compile, which it would if the types were lost on the way. */
const WRONG = `import { createPartnerCenterClient, isPartnerCenterError, PartnerCenterError } from "partner-center-client";
import { createSandboxFetch } from "partner-center-client/sandbox";
import { createWebhookVerifier, type WebhookEvent } from "partner-center-client/webhooks";

// @ts-expect-error a client needs a credential
createPartnerCenterClient({});

// @ts-expect-error there is no such scenario
createSandboxFetch("no-such-scenario");

// @ts-expect-error a body that was parsed proves nothing
createWebhookVerifier().verify({ headers: {}, body: { EventName: "test-created" } });

export function isTest(event: WebhookEvent): boolean {
  // @ts-expect-error the description has no such event
  return event.isKnown && event.eventName === "tests-created";
}

export function wrong(error: unknown): string | undefined {
  if (isPartnerCenterError(error)) {
    // @ts-expect-error there is no such reason
    return error.reason === "no-such-reason" ? error.code : undefined;
  }
  // @ts-expect-error a code is a string
  return error instanceof PartnerCenterError ? (error.code satisfies number) : undefined;
}
`;

/** Whose examples are compiled here, as far as they need nothing but this package. */
const TEXTS = [
  "README.md",
  "spec/guides/the-library.md",
  "spec/guides/errors-and-what-to-do.md",
  "spec/guides/testing-with-the-sandbox.md",
];

const PRELOAD = fileURLToPath(new URL("../redirect-fetch.mjs", import.meta.url));

const CODE_ENTRIES = ["", "/auth", "/sandbox", "/undici", "/webhooks"].map(
  (entry) => `partner-center-client${entry}`,
);

let consumer: Consumer;
let examples: string[];
let methods: string;

beforeAll(async () => {
  const texts = await Promise.all(TEXTS.map((file) => readFile(`${ROOT}${file}`, "utf8")));
  examples = texts
    .flatMap(examplesIn)
    .map(({ code }) => code)
    .filter((code) => !/from "(?!partner-center-client)/.test(code));
  methods = await readFile(`${ROOT}test/types/methods.ts`, "utf8");
  consumer = await createConsumer();
  await addNodeTypes(consumer);
}, 120_000);

afterAll(() => consumer.remove());

/** A program that awaits, in a form that CommonJS knows. */
function asCommonJs(code: string): string {
  const [imports = ""] = /^(import .*?;\n)+/ms.exec(code) ?? [];
  return `${imports}\nvoid (async () => {\n${code.slice(imports.length)}})();\n`;
}

function projectOf(name: string, kind: string, compilerOptions: object, wrong = WRONG) {
  const programs = examples.map((code, index) => [
    `example-${index}.ts`,
    kind === "commonjs" ? asCommonJs(code) : code,
  ]);
  return createProject(consumer, name, {
    ...Object.fromEntries(programs),
    "wrong.ts": wrong,
    "methods.ts": methods,
    "package.json": JSON.stringify({ type: kind }),
    "tsconfig.json": JSON.stringify({ compilerOptions: { ...STRICT, ...compilerOptions } }),
  });
}

describe("the types, installed", () => {
  it.each(SETUPS)(
    `serve TypeScript ${VERSIONS.join(", ")} with module $module and moduleResolution $moduleResolution in a $kind`,
    async ({ kind, module, moduleResolution }) => {
      const versions = VERSIONS.filter((version) => isKnown(version, moduleResolution));
      const outcomes = await Promise.all(
        versions.map(async (version) => {
          const project = await projectOf(`types-${version}-${moduleResolution}-${kind}`, kind, {
            module,
            moduleResolution,
            ...(version === "6" && moduleResolution === "node10" && { ignoreDeprecations: "6.0" }),
          });
          return { version, ...(await compileWith(version, project)) };
        }),
      );

      expect(outcomes).toEqual(
        versions.map((version) => ({ version, succeeded: true, output: "" })),
      );
    },
    120_000,
  );

  it("are found out when they are lost", async () => {
    const project = await projectOf("types-lost", "commonjs", {
      module: "nodenext",
      paths: { "partner-center-client*": ["./lost.d.ts"] },
    });
    await createProject(consumer, "types-lost", {
      "lost.d.ts": "declare const lost: any;\nexport = lost;",
    });

    const { succeeded, output } = await compileWith("5.9", project);

    expect(succeeded).toBe(false);
    expect(output).toContain("wrong.ts(5,1): error TS2578: Unused '@ts-expect-error' directive.");
  });
});

describe("the scripts, installed", () => {
  it.each(["module", "commonjs"])(
    "print the link in a %s",
    async (kind) => {
      const project = await projectOf(`scripts-${kind}`, kind, { module: "nodenext" });
      await expect(compileWith("5.9", project, true)).resolves.toMatchObject({ succeeded: true });

      await withServer(withLink, async ({ url }) => {
        for (const [words, output] of [
          ["of a signed-in user", `${LINK.url}\n`],
          ["createSandboxFetch(", "attempt 1: 503\nattempt 2: 200\nadmin.microsoft.com\n"],
        ] as const) {
          const example = examples.findIndex((code) => code.includes(words));
          await expect(
            runNode(project, ["--import", PRELOAD, `out/example-${example}.js`], {
              PARTNER_CENTER_TOKEN: "a-token",
              SERVICE: url,
            }),
          ).resolves.toEqual({ succeeded: true, output });
        }
      });
    },
    60_000,
  );

  it.each([
    ["module", "import { createWebhookVerifier, customerOf } from"],
    ["commonjs", "const { createWebhookVerifier, customerOf } = require("],
  ])("of webhooks say in a %s which package they lack", async (kind, start) => {
    const name = '"partner-center-client/webhooks"';
    const project = await createProject(consumer, `webhooks-${kind}`, {
      "package.json": JSON.stringify({ type: kind }),
      "index.js": `${start} ${name}${kind === "module" ? "" : ")"};
createWebhookVerifier().verify({
  headers: {
    authorization: "Signature AAAA",
    "x-ms-certificate-url": "https://3psostorageacct.blob.core.windows.net/cert/a.cer",
    "x-ms-signature-algorithm": "rsa-sha256",
  },
  body: new Uint8Array(),
}).catch((error) => console.log(typeof customerOf, error.message));
`,
    });

    await expect(runNode(project, ["index.js"])).resolves.toEqual({
      succeeded: true,
      output:
        "function The certificates of webhooks need the package `pkijs` 4, which cannot be loaded. Install it: npm install pkijs@4 asn1js@4\n",
    });
  });

  // Node loads its fetch, and the names and rules of languages, when they are first asked for: longer than the package.
  // jsdom has some of its names and not others.
  it.each([
    ["module", "partner-center-client", (entry: string) => `await import("${entry}")`],
    ["module", "partner-center-client/sandbox", (entry: string) => `await import("${entry}")`],
    ["module", "partner-center-client/webhooks", (entry: string) => `await import("${entry}")`],
    ["commonjs", "partner-center-client", (entry: string) => `require("${entry}")`],
    ["commonjs", "partner-center-client/sandbox", (entry: string) => `require("${entry}")`],
    ["commonjs", "partner-center-client/webhooks", (entry: string) => `require("${entry}")`],
  ])("use no API of the platform when a %s imports %s", async (kind, entry, statement) => {
    const project = await createProject(consumer, `import-${kind}-${entry.replace("/", "-")}`, {
      "package.json": JSON.stringify({ type: kind }),
      "index.js": `
const asked = [];
for (const name of ${JSON.stringify(PLATFORM_APIS)}) {
  const { value, get = () => value } = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, {
    get: () => (asked.push(name), get.call(globalThis)),
    configurable: true,
  });
}
Number.prototype.toLocaleString = () => asked.push("toLocaleString");
${statement(entry)};
const count = asked.length;
void Request;
console.log(count, asked[count]);
`,
    });

    await expect(runNode(project, ["index.js"])).resolves.toEqual({
      succeeded: true,
      output: "0 Request\n",
    });
  });

  it.each([
    ["module", 'import { createPartnerCenterClient } from "partner-center-client";'],
    ["commonjs", 'const { createPartnerCenterClient } = require("partner-center-client");'],
  ])("have source maps, so that a stack trace in a %s points to the source", async (kind, load) => {
    const project = await createProject(consumer, `source-maps-${kind}`, {
      "package.json": JSON.stringify({ type: kind }),
      "index.js": `${load}
try { createPartnerCenterClient(); } catch (error) { console.log(error.stack); }
`,
    });

    await expect(runNode(project, ["--enable-source-maps", "index.js"])).resolves.toMatchObject({
      succeeded: true,
      output: expect.stringMatching(/at createPartnerCenterClient \(.*\bsrc\/client\.ts:\d+/),
    });
  });

  it("are loaded by `require` where it takes no modules, each entry", async () => {
    const project = await createProject(consumer, "require", {
      "index.cjs": `for (const entry of ${JSON.stringify(CODE_ENTRIES)}) console.log(typeof require(entry));
const { signInWithDeviceCode } = require("partner-center-client/auth");
const fetch = async () => Response.json({ error: "invalid_client" }, { status: 400 });
signInWithDeviceCode({ tenantId: "contoso.com", clientId: "an-app", onUserCode() {}, fetch }).catch(({ code }) => console.log(code));
`,
    });
    const option = "--no-experimental-require-module";
    const options = process.allowedNodeEnvironmentFlags.has(option) ? [option] : [];

    await expect(runNode(project, [...options, "index.cjs"])).resolves.toEqual({
      succeeded: true,
      output: `${"object\n".repeat(CODE_ENTRIES.length)}invalid_client\n`,
    });
  });

  it("have in CommonJS the licence of each package whose text is in them", async () => {
    const scripts = `${consumer.directory}/node_modules/partner-center-client/dist/cjs/src`;
    const names = ["core.js", ...CODE_ENTRIES.map((name) => `${name.slice(22)}/index.js`)];
    const texts = await Promise.all(names.map((name) => readFile(`${scripts}/${name}`, "utf8")));
    const bundled = texts
      .flatMap((text) => [...text.matchAll(/^\/\/ (?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/gm)])
      .map(([, name]) => name);

    expect(bundled).toEqual(["oauth4webapi"]);
    await expect(readFile(`${scripts}/auth/licences.txt`, "utf8")).resolves.toMatch(
      /^oauth4webapi \d\S+\n\nThe MIT License \(MIT\)\n\nCopyright /,
    );
  });

  it("are loaded by Jest as it is by default, each entry", async () => {
    const project = await createProject(consumer, "jest", {
      "package.json": "{}",
      "entries.test.js": `test.each(${JSON.stringify(CODE_ENTRIES)})("%s", (entry) => {
  expect(Object.keys(require(entry)).length).toBeGreaterThan(0);
});
`,
    });

    await expect(
      runNode(project, [`${ROOT}node_modules/jest/bin/jest.js`, "--rootDir", project]),
    ).resolves.toMatchObject({
      succeeded: true,
      output: expect.stringContaining(`Tests:       ${CODE_ENTRIES.length} passed`),
    });
  });

  it("know an error of the other kind", async () => {
    const project = await createProject(consumer, "both-kinds", {
      "both.mjs": `import { createRequire } from "node:module";
import { isPartnerCenterError, PartnerCenterError } from "partner-center-client";
const other = createRequire(import.meta.url)("partner-center-client");
const error = new other.PartnerCenterError("A failure.", { reason: "network", attempts: 1 });
console.log(error instanceof PartnerCenterError, isPartnerCenterError(error));
`,
    });

    await expect(runNode(project, ["both.mjs"])).resolves.toEqual({
      succeeded: true,
      output: "false true\n",
    });
  });
});

describe("a bundle", () => {
  it(`of a program that creates a client has at most ${MOST_GZIPPED} bytes, gzipped`, async () => {
    const core = await bundle(
      consumer,
      "bundle",
      'export { createPartnerCenterClient } from "partner-center-client";',
    );

    expect(gzipSync(core, { level: 9 }).length).toBeLessThanOrEqual(MOST_GZIPPED);
  });

  it(`grows by at most ${MOST_GZIPPED_OF_OPERATION} bytes with each operation, gzipped`, async () => {
    const description = await readDescription();
    const paths = Object.entries(description.paths ?? {});
    const half = { ...description, paths: Object.fromEntries(paths.slice(0, paths.length / 2)) };
    const [all, fewer] = await Promise.all([gzippedWith(description), gzippedWith(half)]);
    const operations = operationsOf(description).length - operationsOf(half).length;

    expect(operations).toBeGreaterThan(5);
    expect((all - fewer) / operations).toBeLessThanOrEqual(MOST_GZIPPED_OF_OPERATION);
  });

  it("of one small function leaves the rest out", async () => {
    const one = await bundle(
      consumer,
      "shaken",
      'export { traceOf } from "partner-center-client";',
    );

    expect(one.length).toBeLessThan(2_500);
    expect(one.toString()).not.toContain("Request(");
  });

  it("of the core has nothing of the sandbox and the sign-in", async () => {
    const core = await bundle(consumer, "core-alone", 'export * from "partner-center-client";');
    const all = await bundle(
      consumer,
      "not-alone",
      'export * from "partner-center-client/auth"; export * from "partner-center-client/sandbox";',
    );

    for (const trait of ["partnersignup", "urn:ietf:params:oauth:grant-type:device_code"]) {
      expect(core.toString()).not.toContain(trait);
      expect(all.toString()).toContain(trait);
    }
  });
});
