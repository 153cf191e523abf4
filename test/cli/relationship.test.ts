import { withServer } from "../server.js";
import { withHome } from "./bin.js";
import { failureLine, withService } from "./service.js";

const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };
const CUSTOMER = "c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c";
const NAME = "Northwind Traders";

describe("partner-center wait", () => {
  it("prints that a customer has accepted, and nothing else", () =>
    withService(undefined, async ({ run }, { url }) => {
      const ended = await run(["wait", CUSTOMER, "--base-url", url], { env: ENV });

      expect(ended).toEqual({
        exitCode: 0,
        stdout: `${NAME} (${CUSTOMER}) has accepted.\n`,
        stderr: "",
      });
    }));

  it("prints the customer with `--json`", () =>
    withService(undefined, async ({ run }, { url }) => {
      const { stdout } = await run(["wait", CUSTOMER, "--json", "--base-url", url], { env: ENV });

      expect(JSON.parse(stdout)).toMatchObject({
        id: CUSTOMER,
        relationshipToPartner: "reseller",
      });
    }));

  const notYet = (use: Parameters<typeof withServer<void>>[1]) =>
    withServer((response) => response.writeHead(403).end('{"code":20002}'), use);

  it("shows a line for each look on a terminal, until Ctrl-C", () =>
    notYet(({ url }) =>
      withHome(async ({ startOnTerminal }) => {
        const started = startOnTerminal(["wait", CUSTOMER, "--base-url", url], { env: ENV });
        await started.printed(/Poll 1: not accepted yet; the next in 300 s\./);
        started.process.stdin?.write("\u0003");

        expect(await started.ended).toMatchObject({ exitCode: 130 });
      }),
    ));

  it("is quiet elsewhere, and ends with 4 when it has not happened in time", () =>
    notYet(({ url }) =>
      withHome(async ({ run }) => {
        const args = ["wait", CUSTOMER, "--within", "0.5", "--base-url", url];
        const ended = await run(args, { env: ENV });

        expect(ended).toEqual(failureLine(4, /^partner-center: .*\n$/));
      }),
    ));
});

describe("partner-center remove", () => {
  const patches = (requests: readonly Request[]) =>
    requests.filter(({ method }) => method === "PATCH");

  it("ends the relationship when the id is given again", () =>
    withService(undefined, async ({ run }, { url, requests }) => {
      const args = ["remove", CUSTOMER, "--yes", CUSTOMER.toUpperCase(), "--base-url", url];
      const ended = await run(args, { env: ENV });

      expect(ended).toEqual({
        exitCode: 0,
        stdout: `The relationship with ${NAME} (${CUSTOMER}) has ended.\n`,
        stderr: "",
      });
      expect(patches(requests)).toHaveLength(1);
    }));

  it("ends the relationship when its name is typed", () =>
    withService(undefined, async ({ startOnTerminal }, { url, requests }) => {
      const started = startOnTerminal(["remove", CUSTOMER, "--base-url", url], { env: ENV });
      await started.printed(/Type the name of the customer to go on: /);
      expect(patches(requests)).toHaveLength(0);
      started.process.stdin?.write(`${NAME}\n`);

      const { exitCode, stdout } = await started.ended;
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`The relationship with ${NAME} (${CUSTOMER}) has ended.`);
      expect(patches(requests)).toHaveLength(1);
    }));

  it.each([
    ["another name", "Northwind\n", 1, "The names don't match. Nothing was removed."],
    ["nothing", "\n", 1, "The names don't match. Nothing was removed."],
    ["Ctrl-C", "\u0003", 130, ""],
  ])("removes nothing when %s is typed", (_what, typed, exitCode, words) =>
    withService(undefined, async ({ startOnTerminal }, { url, requests }) => {
      const started = startOnTerminal(["remove", CUSTOMER, "--base-url", url], { env: ENV });
      await started.printed(/Type the name of the customer to go on: /);
      started.process.stdin?.write(typed);

      const ended = await started.ended;
      expect(ended.exitCode).toBe(exitCode);
      expect(ended.stdout).toContain(words);
      expect(patches(requests)).toHaveLength(0);
    }),
  );
});
