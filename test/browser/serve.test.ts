import { spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "../copy.js";
import { run } from "../run.js";
import { withPage } from "./chromium.js";

/** Serves the site on a free port. */
async function withSite<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const server = spawn(`${ROOT}node_modules/.bin/tsx`, ["scripts/docs-serve.ts"], { cwd: ROOT });
  try {
    const [line] = await once(server.stdout.setEncoding("utf8"), "data");
    const [url = ""] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];
    return await use(url);
  } finally {
    server.kill();
  }
}

describe("npm run docs:serve", () => {
  it("shows the site on loopback", () =>
    withSite((url) =>
      withPage(url, {}, async ({ page, problems }) => {
        await page.getByRole("heading", { name: "Guides" }).waitFor();
        expect(problems).toEqual([]);
      }),
    ));

  it.each([
    ["GET", "", 200],
    ["GET", "?x=1", 200],
    ["GET", "index.html", 200],
    ["HEAD", "index.html?x=1", 200],
    ["GET", "api.html", 200],
    ["GET", "openapi.json", 200],
    ["GET", "library/index.html", 200],
    ["GET", "library/assets/main.js", 200],
    ["GET", "index.htm", 404],
    ["GET", "library", 404],
    ["GET", "library/", 404],
    ["GET", "guides/no-such-guide.html", 404],
    ["GET", "guides/..%2findex.html", 404],
    ["GET", "../package.json", 404],
    ["GET", ".hidden", 404],
    ["GET", "/", 404],
    ["POST", "", 405],
  ])("answers %s /%s with %d", (method, path, status) =>
    withSite(async (url) => {
      await expect(fetch(url + path, { method })).resolves.toMatchObject({ status });
    }),
  );

  it.each([
    ["", "text/html; charset=utf-8"],
    ["openapi.json", "application/json"],
    ["library/assets/main.js", "text/javascript; charset=utf-8"],
    ["library/assets/style.css", "text/css; charset=utf-8"],
    ["library/assets/icons.svg", "image/svg+xml"],
  ])("says that /%s is %s", (path, type) =>
    withSite(async (url) => {
      const { headers } = await fetch(url + path);

      expect(headers.get("content-type")).toBe(type);
    }),
  );

  it.each([
    ["a port that is none", ["http"]],
    ["two ports", ["8080", "8081"]],
  ])("refuses %s", async (_title, ports) => {
    const { exitCode, stderr } = await run("tsx", ["scripts/docs-serve.ts", ...ports]);

    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("Usage: npm run docs:serve [-- PORT]"),
    });
  });
});
