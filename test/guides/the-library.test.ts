import { runExample } from "../examples.js";
import { example, withFault } from "../replies.js";
import { withServer } from "../server.js";
import { accept, exampleWith, played } from "./played.js";

const GUIDE = "the-library";
const LINK =
  "https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90&msppId=4871236&DAP=false#/BillingAccounts/partner-invitation";

describe("the guide to the library", () => {
  it.each(["// of a signed-in user", "traceOf"])(
    "prints the link with the example that has %s",
    async (words) => {
      await expect(played(await exampleWith(GUIDE, words))).resolves.toEqual({
        exitCode: 0,
        stdout: `${LINK}\n`,
        stderr: "",
      });
    },
  );

  it("prints what went wrong with the raw client", async () => {
    const code = await exampleWith(GUIDE, "traceOf");

    const { stdout, stderr } = await withServer(
      withFault(403, example("AppOnlyToken")),
      ({ url }) => runExample(code, { SERVICE: url }),
    );

    expect(stdout).toBe("");
    expect(stderr).toMatch(/^403 \{\n {2}code: 900329,[\s\S]*requestId: '/);
  });

  it("tells the story from the resellers to the end of a relationship", async () => {
    const { stdout, stderr } = await played(await exampleWith(GUIDE, "waitForAcceptance"), accept);

    expect(stderr).toBe("");
    expect(stdout.split("\n")).toEqual([
      `Fabrikam Cloud Services: send ${LINK} to the customer.`,
      expect.stringMatching(/^Litware IT: send https:\/\/admin\.microsoft\.com\//),
      "Contoso has accepted.",
      "",
    ]);
  });

  it("lists the customers that a filter finds", async () => {
    const { stdout } = await played(await exampleWith(GUIDE, "filterBy"));

    expect(stdout).toBe("[ 'Adventure Works' ]\n");
  });
});
