import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { ROOT, withCopy } from "../copy.js";

interface Component {
  readonly "bom-ref": string;
  readonly purl: string;
  readonly hashes: readonly { readonly content: string }[];
  readonly properties: readonly { readonly name: string }[];
}

interface Bom {
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: string[] }[];
}

const maxBuffer = 64 * 1024 * 1024;

/** Runs `npm run sbom`, which needs a build. */
async function readSbom(): Promise<Bom> {
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "sbom"], {
    cwd: ROOT,
    maxBuffer,
  });
  return JSON.parse(stdout);
}

/** The names and versions in the licences that the package has beside its scripts. */
async function licensed(file: string): Promise<string[]> {
  const text = await readFile(`${ROOT}${file}`, "utf8");
  return (text.match(/^@?[\w./-]+ \d+\.\d+\.\d+$/gm) ?? []).map((line) => line.replace(" ", "@"));
}

const isBundled = ({ properties }: Component) =>
  properties.some(({ name }) => name === "cdx:npm:package:bundled");

describe("npm run sbom", () => {
  let bom: Bom;
  beforeAll(async () => {
    bom = await readSbom();
  });

  it.each([
    ["the command", "dist/esm/src/cli/licences.txt", "p-map@"],
    ["the CommonJS scripts", "dist/cjs/src/auth/licences.txt", "oauth4webapi@"],
  ])("lists every package whose licence is beside %s", async (_, file, one) => {
    const packages = await licensed(file);

    expect(packages.join()).toContain(one);
    expect(bom.components.filter(isBundled).map((component) => component["bom-ref"])).toEqual(
      expect.arrayContaining(packages),
    );
  });

  it("lists what is installed with the package, and nothing else", async () => {
    const { dependencies } = JSON.parse(await readFile(`${ROOT}package.json`, "utf8"));
    const refs = bom.components.map((component) => component["bom-ref"]);
    const bundled = [
      ...(await licensed("dist/esm/src/cli/licences.txt")),
      ...(await licensed("dist/cjs/src/auth/licences.txt")),
    ];

    expect(refs.filter((ref) => !bundled.includes(ref)).sort()).toEqual([
      `openapi-fetch@${dependencies["openapi-fetch"]}`,
      expect.stringMatching(/^openapi-typescript-helpers@/),
      `undici@${dependencies.undici}`,
    ]);
  });

  it("gives each package its address and hash, and refers to no other", () => {
    const refs = bom.components.map((component) => component["bom-ref"]);

    expect(bom.metadata.component.name).toBe("partner-center-client");
    for (const { purl, hashes } of bom.components) {
      expect(purl).toMatch(/^pkg:npm\//);
      expect(hashes[0]?.content).toMatch(/^[\da-f]{128}$/);
    }
    expect(refs).toEqual(
      expect.arrayContaining(bom.dependencies.flatMap(({ dependsOn }) => dependsOn)),
    );
  });

  it("fails when npm does not list what is bundled", () =>
    withCopy(["scripts", "dist/bundled.json"], async (cwd) => {
      await writeFile(`${cwd}/empty.json`, '{"metadata":{"component":{}},"components":[]}');
      const command = promisify(execFile)(
        "sh",
        ["-c", "node --import tsx scripts/sbom.ts < empty.json"],
        { cwd, maxBuffer },
      );

      await expect(command).rejects.toMatchObject({
        stderr: expect.stringContaining("These packages are bundled, and npm does not list them:"),
      });
    }));
});
