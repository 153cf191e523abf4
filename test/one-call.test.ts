import { readFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createPartnerCenterClient } from "partner-center-client";
import { ROOT } from "./copy.js";
import { withLink } from "./replies.js";
import { withServer } from "./server.js";

/** The files of src/ with a function that ran since the last look, by V8's own coverage. */
async function filesRun(session: Session): Promise<string[]> {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  return result
    .filter(({ functions }) =>
      functions.some(
        ({ functionName, ranges }) => functionName !== "" && (ranges[0]?.count ?? 0) > 0,
      ),
    )
    .map(({ url }) => relative(ROOT, url.startsWith("file:") ? fileURLToPath(url) : url))
    .filter((file) => file.startsWith("src/"));
}

describe("client.GET", () => {
  it("passes through at most 18 files of src, those of the first figure in CONTRIBUTING", () =>
    withServer(withLink, async ({ url: baseUrl }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl });
      const get = () =>
        client.GET("/v{version}/customers/relationshiprequests", {
          params: { path: { version: "1" } },
        });
      const session = new Session();
      session.connect();
      await session.post("Profiler.enable");
      await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });

      await get();
      const files = await filesRun(session);
      session.disconnect();

      const contributing = await readFile(`${ROOT}CONTRIBUTING.md`, "utf8");
      const [, figure = ""] = /```text\n(.*?)```/s.exec(contributing) ?? [];
      const shown = figure.match(/src\/[\w/-]+\.ts/g) ?? [];
      console.log(`One call: ${shown.join(", ")}`);
      expect([...shown].sort()).toEqual(files.sort());
      expect(files.length).toBeLessThanOrEqual(18);
    }));
});
