import { readFile, writeFile } from "node:fs/promises";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

/** Runs `npm run check` where each check but these passes at once. */
function checkWith(failing: readonly string[]) {
  return withCopy(["scripts/check.ts", "scripts/run.ts"], async (cwd) => {
    const file = `${cwd}/package.json`;
    const manifest = JSON.parse(await readFile(file, "utf8"));
    const scripts = Object.keys(manifest.scripts).map((name) => [
      name,
      failing.includes(name) ? `echo found by ${name} && exit 1` : `echo ran ${name}`,
    ]);
    await writeFile(file, JSON.stringify({ ...manifest, scripts: Object.fromEntries(scripts) }));
    return run("tsx", ["scripts/check.ts"], { cwd });
  });
}

describe("npm run check", () => {
  it("tells all failures of both lanes, runs what comes after them, and names what mends them", async () => {
    const { exitCode, stdout, stderr } = await checkWith([
      ...["build", "test", "lint:ts", "generate:check", "quickstart"],
    ]);

    for (const script of ["build", "test", "lint:ts", "generate:check", "quickstart"]) {
      expect(stdout).toContain(`FAILED: ${script}\nfound by ${script}\n`);
    }
    expect(stdout).toContain("passed: test:drift\nran test:drift\n");
    expect(stderr).toBe(`
Failed, each to be run alone:
  npm run build
  npm run test
  npm run lint:ts
    \`npm run lint:fix\` fixes most of what it finds.
  npm run generate:check
    \`npm run generate\` fixes most of what it finds.
  npm run quickstart
`);
    expect(exitCode).toBe(1);
  });

  it("passes when all of these do", async () => {
    const { exitCode, stdout, stderr } = await checkWith([]);
    const ran = [...stdout.matchAll(/^passed: (.*)$/gm)].map(([, script]) => script);

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(ran.sort()).toEqual(
      [
        ...["build", "test", "typecheck", "quickstart"],
        ...["lint:spec", "lint:md", "lint:spelling", "lint:ts", "lint:workflows"],
        ...["spec:diff", "generate:check", "api:check"],
        ...["test:exports", "test:respect", "test:drift"],
      ].sort(),
    );
  });
});
