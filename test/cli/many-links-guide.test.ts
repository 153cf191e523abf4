import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { ROOT } from "../copy.js";
import { BIN, type Home } from "./bin.js";
import { withService } from "./service.js";
import { runShown, shownCommands, steady, withShownAuthority } from "./shown-commands.js";

const CUSTOMER = "9b2e6d41-70f8-4c5a-a1d3-5e84c7f0b296";
const guide = () => readFile(`${ROOT}spec/guides/many-links.md`, "utf8");

/** Runs the script of the guide with these words in it in a shell of a user who has the command, against a service. */
async function runScript(words: string, { path }: Home, service: string) {
  const scripts = [...(await guide()).matchAll(/^```sh\n(.*?)^```$/gms)].map(
    ([, text = ""]) => text,
  );
  const [script = "", ...others] = scripts.filter((text) => text.includes(words));
  expect(others).toEqual([]);
  const local = script.replaceAll("http://127.0.0.1:8080", service);
  const address = local === script ? `--base-url '${service}'` : "";
  const command = `'${process.execPath}' '${BIN}' "$@" ${address}`;
  return promisify(execFile)("bash", ["-ec", `partner-center() { ${command}; }\n${local}`], {
    cwd: path,
    env: { PATH: process.env.PATH, HOME: path, PARTNER_CENTER_TOKEN: "an-access-token" },
  });
}

describe("the guide to many links", () => {
  it("tells the story in eight commands, each with its real output", () =>
    withShownAuthority((authority) =>
      withService(undefined, async (home, { url }) => {
        const shown = shownCommands(await guide());
        expect(shown).toHaveLength(8);
        for (const command of shown) {
          if (command.args[0] === "wait") {
            await accept(url);
          }
          const { exitCode, printed } = await runShown(command, home, { authority, service: url });

          expect(exitCode).toBe(0);
          expect(steady(printed)).toBe(steady(command.output));
        }
      }),
    ));

  it("cuts a list down on its way to links", () =>
    withService(undefined, async (home, { url }) => {
      await runScript("resellers |", home, url);

      const rows = (await readFile(`${home.path}/links.csv`, "utf8")).trimEnd().split("\n");
      expect(rows).toHaveLength(2);
      expect(rows[1]).toMatch(/^7e2c9b14-63d8-4a5f-b0c7-1d94e8f3a526,Litware IT,https:/);
    }));

  it("gets links from a sandbox without a sign-in", () =>
    withService(undefined, async (home, { url }) => {
      const { stdout } = await runScript("127.0.0.1:8080", home, url);

      expect(stdout.match(/,https:\/\/admin\.microsoft\.com\//g)).toHaveLength(2);
    }));
});

/** What happens elsewhere: a customer opens the link of a reseller. */
async function accept(url: string): Promise<void> {
  const query = "indirectResellerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90";
  const headers = { Authorization: "Bearer an-access-token" };
  const reply = await fetch(`${url}/v1/customers/relationshiprequests?${query}`, { headers });
  const { url: link } = JSON.parse((await reply.text()).replace("\uFEFF", ""));
  const customer = {
    id: CUSTOMER,
    companyProfile: { companyName: "Alpine Ski House", domain: "alpineskihouse.onmicrosoft.com" },
  };
  const body = JSON.stringify({ link, customer });
  const accepted = await fetch(`${url}/sandbox/accept`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
  });
  expect(accepted.status).toBe(200);
}
