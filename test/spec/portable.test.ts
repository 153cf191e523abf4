import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { operations } from "../../generated/operations.js";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

// Other people's tools read the description without our configuration.

const PATHS = ["spec", "generated/openapi.json"];

describe("spec/openapi.yaml, without our plugin,", () => {
  it("bundles into generated/openapi.json, to the last parameter, fault and header", () =>
    withCopy(PATHS, async (cwd) => {
      await writeFile(join(cwd, "empty.yaml"), "{}\n");
      const args = [
        "bundle",
        "spec/openapi.yaml",
        "--config",
        "empty.yaml",
        "--output",
        "out.json",
      ];
      const { exitCode } = await run("redocly", args, { cwd });
      const read = async (file: string) => JSON.parse(await readFile(join(cwd, file), "utf8"));

      expect(exitCode).toBe(0);
      expect(await read("out.json")).toEqual(await read("generated/openapi.json"));
    }));

  it.each(["spec/openapi.yaml", "generated/openapi.json"])(
    "lets openapi-typescript generate every operation from %s",
    (description) =>
      withCopy(
        [...PATHS, "scripts/redocly.yaml", "scripts/redocly-plugin.js", "scripts/redocly-rules"],
        async (cwd) => {
          const args = [description, "--alphabetize", "--output", "types.ts"];
          const { exitCode, stderr } = await run("openapi-typescript", args, { cwd });
          const types = await readFile(join(cwd, "types.ts"), "utf8");

          expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
          expect(
            types.match(/"ms-requestid"\?: components\["parameters"\]\["MsRequestId"\];/g),
          ).toHaveLength(operations.length);
        },
      ),
  );
});
