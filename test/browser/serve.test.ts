import { spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "../copy.js";
import { run } from "../run.js";
import { withPage } from "./chromium.js";

describe("npm run docs:serve", () => {
  it("shows the reference on loopback", async () => {
    const server = spawn(`${ROOT}node_modules/.bin/tsx`, ["scripts/docs-serve.ts"], { cwd: ROOT });
    try {
      const [line] = await once(server.stdout.setEncoding("utf8"), "data");
      const [url = ""] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];

      await withPage(url, {}, async ({ page, problems }) => {
        await page.getByRole("heading", { name: "Sign-in" }).waitFor();
        expect(problems).toEqual([]);
      });
    } finally {
      server.kill();
    }
  });

  it("refuses a port that is none", async () => {
    const { exitCode, stderr } = await run("tsx", ["scripts/docs-serve.ts", "http"]);

    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("Usage: npm run docs:serve [-- PORT]"),
    });
  });
});
