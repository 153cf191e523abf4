import { readFile } from "node:fs/promises";

/** The files and packages that a file loads, itself included; imports of types only load nothing. */
async function loadedBy(file: URL, found: Set<string> = new Set()): Promise<Set<string>> {
  found.add(file.pathname);
  const text = await readFile(file, "utf8");
  const statements = text.matchAll(/^(?:import|export)(?! type)[^;]*? from "([^"]+)";/gm);
  for (const [, name = ""] of statements) {
    const target = name.startsWith(".") ? new URL(name.replace(/\.js$/, ".ts"), file) : undefined;
    if (target === undefined) {
      found.add(name);
    } else if (!found.has(target.pathname)) {
      await loadedBy(target, found);
    }
  }
  return found;
}

const packagesIn = (found: Set<string>) => [...found].filter((name) => !name.startsWith("/"));

describe("the entry of the package", () => {
  test("loads nothing of the sign-in", async () => {
    const found = await loadedBy(new URL("../../src/index.ts", import.meta.url));

    expect(packagesIn(found)).toEqual(["openapi-fetch"]);
    expect([...found].filter((name) => name.includes("/src/auth/"))).toEqual([]);
  });
});

describe("the entry of the sign-in", () => {
  test("loads oauth4webapi and nothing else, so that it runs where web APIs do", async () => {
    const found = await loadedBy(new URL("../../src/auth/index.ts", import.meta.url));

    expect(packagesIn(found)).toEqual(["oauth4webapi"]);
  });
});
