import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../copy.js";
import { compileWith, runNode } from "./consumer.js";

// What users of other generators get from generated/openapi.json.

const DESCRIPTION = `${ROOT}generated/openapi.json`;
const PROGRAMS = `${ROOT}test/package/node_modules`;

const STRICT = {
  strict: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  types: [],
};

const GENERATORS = [
  {
    name: "@hey-api/openapi-ts",
    args: [
      ...[`${PROGRAMS}/@hey-api/openapi-ts/bin/run.js`, "-i", DESCRIPTION, "-o", "hey-api"],
      ...["-c", "@hey-api/client-fetch", "-p", "@hey-api/typescript", "@hey-api/sdk"],
      "--no-log-file",
    ],
    types: "hey-api/types.gen.ts",
  },
  {
    name: "swagger-typescript-api",
    args: [
      `${PROGRAMS}/swagger-typescript-api/dist/cli.mjs`,
      ...["generate", "-p", DESCRIPTION, "-o", ".", "--name", "api.ts"],
    ],
    types: "api.ts",
  },
];

describe("generated/openapi.json", () => {
  it.each(GENERATORS)("gives $name code that compiles under strict", async ({ args, types }) => {
    const project = await mkdtemp(join(tmpdir(), "partner-center-generator-"));
    try {
      await writeFile(
        join(project, "tsconfig.json"),
        JSON.stringify({ compilerOptions: STRICT, include: ["**/*.ts"] }),
      );
      const generated = await runNode(project, args);
      const text = await readFile(join(project, types), "utf8");

      expect(generated).toMatchObject({ succeeded: true });
      expect(await compileWith("5.9", project)).toEqual({ succeeded: true, output: "" });
      // A `not`, or two names that differ only in case, would make one of these `any` or lose it.
      expect(text).toMatch(/export type TenantId = string;/);
      expect(text).toMatch(/export (interface|type) CamelCaseWebhookRegistration\b/);
    } finally {
      await rm(project, { recursive: true });
    }
  });
});
