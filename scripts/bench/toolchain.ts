import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, runTool, timed } from "./run.js";

const CONSUMER = `import { createPartnerCenterClient } from "${ROOT}dist/esm/src/index.js";
const client = createPartnerCenterClient({ credential: () => "token" });
export const { url }: { url: string } = await client.getRelationshipRequestLink();
`;

/** Milliseconds that the tools take, each once, start of the process included. */
export async function timeTools(): Promise<Record<string, number>> {
  const directory = await mkdtemp(join(tmpdir(), "partner-center-client-"));
  try {
    const typecheck = async (name: string, code: string) => {
      const file = join(directory, `${name}.mts`);
      await writeFile(file, code);
      const options = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2023,dom"];
      return timed(() =>
        runTool("tsc", ...options, "--module", "nodenext", "--typeRoots", directory, file),
      );
    };
    const docs = join(directory, "index.html");
    return {
      "type-check of an empty program": await typecheck("empty", "export {};\n"),
      "type-check of a consumer": await typecheck("consumer", CONSUMER),
      "lint of the description": await timed(() =>
        runTool("redocly", "lint", "--config", "scripts/redocly.yaml"),
      ),
      "types from the description": await timed(() =>
        runTool("tsx", "scripts/generate.ts", "--check"),
      ),
      "reference from the description": await timed(() =>
        runTool("redocly", "build-docs", "generated/openapi.json", "--output", docs),
      ),
    };
  } finally {
    await rm(directory, { recursive: true });
  }
}
