import { readFile } from "node:fs/promises";
import { ROOT } from "../copy.js";
import { withService } from "./service.js";
import { runShown, shownCommands, steady, withShownAuthority } from "./shown-commands.js";

const CUSTOMER = "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05";
describe("the guide to many links", () => {
  it("tells the story in eight commands, each with its real output", () =>
    withShownAuthority((authority) =>
      withService(undefined, async (home, { url }) => {
        const guide = await readFile(`${ROOT}spec/guides/many-links.md`, "utf8");
        const shown = shownCommands(guide);
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
  const accepted = await fetch(`${url}/sandbox/accept`, { method: "POST", body });
  expect(accepted.status).toBe(200);
}
