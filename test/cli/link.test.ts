import { spawn } from "node:child_process";
import { once } from "node:events";
import { LINK } from "../replies.js";
import { BIN } from "./bin.js";
import { withService } from "./service.js";

const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };
const GUID = expect.stringMatching(/^[-0-9a-f]{36}$/);
const TENANT = "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90";

describe("partner-center link", () => {
  it("prints the link and nothing else", () =>
    withService("link", async ({ run }, { url, requests }) => {
      const ended = await run(["link", "--base-url", url], { env: ENV });

      expect(ended).toEqual({ exitCode: 0, stdout: `${LINK.url}\n`, stderr: "" });
      expect(requests[0]?.headers.get("Authorization")).toBe("Bearer an-access-token");
    }));

  it("prints with `--json` the link, its attributes and the ids to quote", () =>
    withService("link", async ({ run }, { url }) => {
      const { exitCode, stdout } = await run(["link", "--json", "--base-url", url], { env: ENV });

      expect(exitCode).toBe(0);
      expect(stdout.split("\n")).toHaveLength(2);
      expect(JSON.parse(stdout)).toEqual({
        ...LINK,
        requestId: GUID,
        correlationId: GUID,
        cv: "jbYZRWjU3E262f8o.0",
        serverId: "030020643",
      });
    }));

  it("logs with `--verbose` each attempt on standard error, and the waits between them", () =>
    withService(["unavailable", "link"], async ({ run }, { url }) => {
      const { stdout, stderr } = await run(["link", "--verbose", "--base-url", url], { env: ENV });

      expect(stdout).toBe(`${LINK.url}\n`);
      expect(stderr).toMatch(
        /^Signing in with the access token in PARTNER_CENTER_TOKEN\.\nGET \/v1\/customers\/relationshiprequests 503 in \d+ ms, attempt 1 \(MS-RequestId [-0-9a-f]{36}, MS-CorrelationId [-0-9a-f]{36}\)\nWaiting 0\.\d s before attempt 2\.\nGET \/v1\/customers\/relationshiprequests 200 in \d+ ms, attempt 2 \(.*\)\n$/,
      );
    }));

  it("logs with `--verbose --json` an object a line", () =>
    withService("link", async ({ run }, { url }) => {
      const args = [
        "link",
        "--verbose",
        "--json",
        "--base-url",
        url,
        "--indirect-reseller",
        TENANT,
      ];
      const { stderr } = await run(args, { env: ENV });
      const [note, attempt] = stderr
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));

      expect(note).toEqual({
        note: { text: "Signing in with the access token in PARTNER_CENTER_TOKEN." },
      });
      expect(attempt).toMatchObject({
        attempt: { status: 200, attempt: 1, parameters: { indirectResellerId: TENANT } },
      });
    }));

  it.each([
    [["--indirect-provider", TENANT], `?indirectCloudSolutionProviderId=${TENANT}`],
    [["--indirect-reseller", TENANT], `?indirectResellerId=${TENANT}`],
    [["--dual-role"], "?dualRoleIndirectRelationship=true"],
    [["--no-dual-role"], "?dualRoleIndirectRelationship=false"],
    [[], ""],
  ])("sends %j as %j", (args, query) =>
    withService("link", async ({ run }, { url, requests }) => {
      await run(["link", ...args, "--base-url", url], { env: ENV });

      expect(requests.map((request) => request.url)).toEqual([
        `${url}/v1/customers/relationshiprequests${query}`,
      ]);
    }),
  );

  it("sends locale and correlation id as headers", () =>
    withService("link", async ({ run }, { url, requests }) => {
      const args = ["--locale", "de-DE", "--correlation-id", TENANT];
      await run(["link", "--base-url", url, ...args], { env: ENV });

      expect(requests[0]?.headers.get("X-Locale")).toBe("de-DE");
      expect(requests[0]?.headers.get("MS-CorrelationId")).toBe(TENANT);
    }));

  it("takes the token on standard input before the one in the environment", () =>
    withService("link", async ({ run }, { url, requests }) => {
      const args = ["link", "--token-stdin", "--base-url", url];
      const { exitCode } = await run(args, { env: ENV, input: "another-token\n" });

      expect(exitCode).toBe(0);
      expect(requests[0]?.headers.get("Authorization")).toBe("Bearer another-token");
    }));

  it("takes the token in the environment without the end of its line", () =>
    withService("link", async ({ run }, { url, requests }) => {
      const env = { PARTNER_CENTER_TOKEN: "an-access-token\n" };
      await run(["link", "--base-url", url], { env });

      expect(requests[0]?.headers.get("Authorization")).toBe("Bearer an-access-token");
    }));

  it("takes the token in the environment before the refresh token there", () =>
    withService("link", async ({ run }, { url, requests }) => {
      const env = { ...ENV, PARTNER_CENTER_REFRESH_TOKEN: "a-refresh-token" };
      await run(["link", "--base-url", url], { env });

      expect(requests[0]?.headers.get("Authorization")).toBe("Bearer an-access-token");
    }));

  it.each(["link", "resellers", "customers --json", "--help"])(
    "ends quietly with 141 when nobody reads what `%s` prints",
    (args) =>
      withService(undefined, async ({ path }, { url }) => {
        const at = args === "--help" ? "" : `--base-url '${url}'`;
        // The reader is gone before the command starts.
        const command = `exec 3> >(true); wait $!; exec '${process.execPath}' '${BIN}' ${args} ${at} >&3`;
        const child = spawn("bash", ["-c", command], {
          cwd: path,
          env: { PATH: process.env.PATH, HOME: path, ...ENV },
        });
        let stderr = "";
        child.stderr.on("data", (chunk) => {
          stderr += chunk;
        });
        const [exitCode] = await once(child, "close");

        expect({ exitCode, stderr }).toEqual({ exitCode: 141, stderr: "" });
      }),
  );

  it("says that its output could not be written", () =>
    withService("link", async ({ path }, { url }) => {
      const child = spawn(
        "sh",
        ["-c", `'${process.execPath}' '${BIN}' link --base-url '${url}' > /dev/full`],
        { cwd: path, env: { PATH: process.env.PATH, HOME: path, ...ENV } },
      );
      let stderr = "";
      child.stderr.on("data", (chunk) => {
        stderr += chunk;
      });
      const [exitCode] = await once(child, "close");

      expect({ exitCode, stderr }).toEqual({
        exitCode: 1,
        stderr: "partner-center: The output could not be written (ENOSPC).\n",
      });
    }));
});
