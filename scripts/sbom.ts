import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { ROOT } from "./run.js";
import { BUNDLED_FOLDERS } from "./shipped.js";

// Reads the SBOM of `npm sbom`, in the form of CycloneDX, and prints it with what the package consists of: the
// packages that are installed with it, and those that the build has put into its scripts, which npm knows as
// dependencies for development.

interface Property {
  readonly name: string;
  readonly value: string;
}

interface Component {
  readonly "bom-ref": string;
  readonly properties: readonly Property[];
}

interface Dependencies {
  readonly ref: string;
  readonly dependsOn: readonly string[];
}

interface Bom {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependencies[];
}

const DEVELOPMENT = "cdx:npm:package:development";
const BUNDLED = "cdx:npm:package:bundled";

const readJson = async (file: string) => JSON.parse(await readFile(join(ROOT, file), "utf8"));

const { name: packageName } = await readJson("package.json");
const folders: readonly string[] = await readJson(BUNDLED_FOLDERS);
const bundled = new Set(
  await Promise.all(
    folders.map(async (folder) => {
      const { name, version } = await readJson(`${folder}/package.json`);
      return `${name}@${version}`;
    }),
  ),
);
const bom: Bom = JSON.parse(await text(process.stdin));

const components = bom.components
  .filter((component) => bundled.has(component["bom-ref"]) || !isForDevelopment(component))
  .map((component) => (bundled.has(component["bom-ref"]) ? asBundled(component) : component));
const refs = new Set(components.map((component) => component["bom-ref"]));
const missing = [...bundled].filter((ref) => !refs.has(ref));
if (missing.length > 0) {
  throw new Error(`These packages are bundled, and npm does not list them: ${missing.join(", ")}.`);
}
const { component: root } = bom.metadata;
const dependencies = bom.dependencies
  .filter(({ ref }) => ref === root["bom-ref"] || refs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));

console.log(
  JSON.stringify(
    {
      ...bom,
      // npm takes the name of the folder.
      metadata: { ...bom.metadata, component: { ...root, name: packageName } },
      components,
      dependencies,
    },
    null,
    2,
  ),
);

function isForDevelopment({ properties }: Component): boolean {
  return properties.some(({ name }) => name === DEVELOPMENT);
}

function asBundled(component: Component): Component {
  const properties = component.properties.filter(({ name }) => name !== DEVELOPMENT);
  return { ...component, properties: [...properties, { name: BUNDLED, value: "true" }] };
}
