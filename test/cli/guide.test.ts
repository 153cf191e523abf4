import { readFile } from "node:fs/promises";
import { ROOT } from "../copy.js";
import { jwt } from "../jwt.js";
import { withServer } from "../server.js";
import { withService } from "./service.js";

const CUSTOMER = "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05";
const CODE = {
  device_code: "a-device-code",
  user_code: "B7KX-QM2P",
  verification_uri: "https://microsoft.com/devicelogin",
  message:
    "To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code B7KX-QM2P to authenticate.",
  expires_in: 900,
  interval: 0.01,
};
const TOKENS = {
  access_token: jwt({
    upn: "admin@contoso.com",
    tid: "3b33e682-00c3-41ee-9dd2-a548adf56438",
    exp: Math.floor(Date.now() / 1000) + 4_000,
  }),
  refresh_token: "another-refresh-token",
  token_type: "Bearer",
  expires_in: 4_000,
};

/** What is different each time. */
const steady = (text: string) =>
  text.replaceAll("\r", "").replaceAll(/(?<=,)[-0-9a-f]{36},[-0-9a-f]{36}(?=,)/g, "<guid>,<guid>");

describe("the guide to many links", () => {
  it("tells the story in eight commands, each with its real output", () =>
    withServer(
      (response, { url }) =>
        response
          .writeHead(200, { "Content-Type": "application/json" })
          .end(JSON.stringify(url.endsWith("/devicecode") ? CODE : TOKENS)),
      ({ url: authority }) =>
        withService(undefined, async ({ run, path }, { url }) => {
          const guide = await readFile(`${ROOT}spec/guides/many-links.md`, "utf8");
          const shown = [
            ...guide.matchAll(/^```sh\npartner-center ([^\n]*)\n```\n\n```text\n(.*?)^```$/gms),
          ];
          expect(shown).toHaveLength(8);
          for (const [, command = "", output = ""] of shown) {
            if (command.startsWith("wait ")) {
              await accept(url);
            }
            const args = command.split(" ");
            const ended = await run([
              ...args,
              ...(args[0] === "sign-in" ? ["--authority", authority] : ["--base-url", url]),
            ]);
            const printed = (ended.stderr + ended.stdout)
              .replaceAll(authority, "https://login.microsoftonline.com")
              .replaceAll(path, "/home/ada");

            expect(ended.exitCode).toBe(0);
            expect(steady(printed)).toBe(steady(output));
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
