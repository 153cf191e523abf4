import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { examples } from "../../generated/examples.js";
import { withHome } from "./bin.js";
import { failureLine } from "./service.js";

const MEBIBYTE = 1024 * 1024;
const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };

describe("partner-center sandbox", () => {
  it("plays the service until it is ended, and says where", () =>
    withHome(async ({ start, run }) => {
      const started = start(["sandbox"]);
      const [, url = ""] = await started.printed(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
      const { stdout } = await run(["links", "--all-resellers", "--base-url", url], { env: ENV });
      expect(stdout.split("\r\n")).toHaveLength(4);
      started.process.kill("SIGINT");

      const ended = await started.ended;
      expect(ended.stdout).toBe(`${url}\n`);
      expect(ended.stderr).toContain(`GET ${url}/v1/customers/relationshiprequests?`);
    }));

  it.each([
    ["a file", ["--data", "data.json"], ["11111111-2222-4333-8444-555555555555,Own,,,"]],
    [
      "its generator",
      ["--resellers", "2"],
      [1, 2].map(
        (number) =>
          `5e11e400-0000-4000-8000-00000000000${number},Reseller ${number},400000${number},US,Active`,
      ),
    ],
  ])("knows the resellers of %s", (_what, args, resellers) =>
    withHome(async ({ path, start, run }) => {
      const data = { resellers: [{ id: "11111111-2222-4333-8444-555555555555", name: "Own" }] };
      await writeFile(join(path, "data.json"), JSON.stringify(data));
      const started = start(["sandbox", ...args]);
      const [, url = ""] = await started.printed(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
      const { stdout } = await run(["resellers"], {
        env: { ...ENV, PARTNER_CENTER_BASE_URL: url },
      });
      started.process.kill("SIGINT");
      await started.ended;

      expect(stdout.trimEnd().split("\r\n").slice(1)).toEqual(resellers);
    }),
  );

  it("lets a customer accept each link, and writes the root of its events", () =>
    withHome(async ({ path, start, run }) => {
      const started = start(["sandbox", "--accept-after", "0.01", "--root-file", "root.pem"]);
      const [, url = ""] = await started.printed(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
      const env = { ...ENV, PARTNER_CENTER_BASE_URL: url };
      await run(["link"], { env });
      const { id } = examples.CustomerReseller;
      let listed = "";
      while (!listed.includes(id)) {
        listed = (await run(["customers"], { env })).stdout;
      }
      const waited = await run(["wait", id], { env });
      started.process.kill("SIGINT");
      await started.ended;

      expect(waited).toMatchObject({ exitCode: 0 });
      expect(waited.stdout).toContain(`(${id}) has accepted.`);
      expect(await readFile(join(path, "root.pem"), "utf8")).toContain("BEGIN CERTIFICATE");
    }));

  it.each([
    ["[]", /: Expected an object with resellers, providers, customers\.\n$/],
    ["{", /: Invalid JSON\.\n$/],
    ['{"partners":[]}', /: Unknown list `partners`; expected resellers, providers, customers\.\n$/],
    ['{"customers":[1]}', /: Invalid `customers`: expected a list of objects\.\n$/],
    ['{"resellers":[{"id":"1"}]}', /: Expected `resellers\[\]\.id` to be a /],
  ])("refuses the data %s", (data, words) =>
    withHome(async ({ path, run }) => {
      await writeFile(join(path, "data.json"), data);

      await expect(run(["sandbox", "--data", "data.json"])).resolves.toEqual(failureLine(2, words));
    }),
  );

  it.each([
    [["--data", "none.json"], /: Cannot read the file of `--data` \(ENOENT\)\.\n$/],
    [["--data", "a.json", "--resellers", "2"], /: Pass either `--data` or `--resellers`, not both/],
    [["--webhook", "https://hooks.fabrikam.com/"], /: Events are delivered to this machine only\./],
    [["--root-file", "none/root.pem"], /: Cannot write the file of `--root-file` \(ENOENT\)\.\n$/],
  ])("refuses the options %j", (args, words) =>
    withHome(async ({ run }) => {
      await expect(run(["sandbox", ...args])).resolves.toEqual(failureLine(2, words));
    }),
  );

  it("answers every call as a scenario says", () =>
    withHome(async ({ start, run }) => {
      const started = start(["sandbox", "--scenario", "app-only"]);
      const [, url = ""] = await started.printed(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
      const ended = await run(["link", "--base-url", url], { env: ENV });
      started.process.kill("SIGINT");
      await started.ended;

      expect(ended).toEqual(failureLine(1, /code 900329/));
    }));

  it("reads a mebibyte in chunks of one byte, and discards more, in a heap that cannot keep the chunks", () =>
    withHome(async ({ start }) => {
      const started = start(["sandbox"], { env: { NODE_OPTIONS: "--max-old-space-size=64" } });
      const [, port = ""] = await started.printed(/^http:\/\/127\.0\.0\.1:(\d+)\n/);
      const socket = connect(Number(port), "127.0.0.1");
      const reply = text(socket);
      socket.write(
        `POST /sandbox/accept HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n` +
          "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
      );
      const chunks = "1\r\nx\r\n".repeat(MEBIBYTE / 16);
      for (let sent = 0; sent < 2 * MEBIBYTE; sent += MEBIBYTE / 16) {
        if (!socket.write(chunks)) {
          await once(socket, "drain");
        }
      }
      socket.write("0\r\n\r\n");

      expect(await reply).toMatch(/^HTTP\/1\.1 413 /);
      started.process.kill("SIGINT");
      await started.ended;
    }));

  it.each([
    ["{", /: Expected the scenario to be JSON or names, got \{\.\n$/],
    ['{"scenario":"slow","ms":-1}', /: Expected `ms` to be whole milliseconds, got -1\.\n$/],
    ["lnk", /: Expected the scenario to be one of link, office-portal-link, .*, got "lnk"\.\n$/],
  ])("refuses the scenario %s", (scenario, words) =>
    withHome(async ({ run }) => {
      await expect(run(["sandbox", "--scenario", scenario])).resolves.toEqual(
        failureLine(2, words),
      );
    }),
  );

  it("delivers to a host of --deliver-to, and refuses what is no host", () =>
    withHome(async ({ start, run }) => {
      const started = start(["sandbox", "--deliver-to", "hooks.invalid"]);
      const [, url = ""] = await started.printed(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
      const statuses = await Promise.all(
        ["hooks.invalid", "other.invalid"].map(async (host) => {
          const response = await fetch(`${url}/sandbox/deliver`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ url: `http://${host}/` }),
          });
          return response.status;
        }),
      );
      started.process.kill("SIGINT");
      await started.ended;

      expect(statuses).toEqual([200, 403]);
      await expect(run(["sandbox", "--deliver-to", "https://hooks.invalid"])).resolves.toEqual(
        failureLine(2, /^partner-center: Expected a host to deliver to as a name alone/),
      );
    }));

  it("says that a port is taken", () =>
    withHome(async ({ start, run }) => {
      const started = start(["sandbox"]);
      const [, port = ""] = await started.printed(/^http:\/\/127\.0\.0\.1:(\d+)\n/);
      const ended = await run(["sandbox", "--port", port]);
      started.process.kill("SIGINT");
      await started.ended;

      expect(ended).toEqual(
        failureLine(
          1,
          /^partner-center: The sandbox cannot listen on port \d+ \(EADDRINUSE\)\.\n$/,
        ),
      );
    }));

  it("refuses a scenario that is none", () =>
    withHome(async ({ run }) => {
      await expect(run(["sandbox", "--scenario", "sunny"])).resolves.toEqual(
        failureLine(2, /^partner-center: Expected the scenario to be one of link, /),
      );
    }));
});
