import { runExample } from "../examples.js";
import { example, withBody, withFault } from "../replies.js";
import { type Handler, withServer } from "../server.js";
import { accept, exampleWith, played } from "./played.js";

const GUIDE = "the-library";
const LINK =
  "https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90&msppId=4871236&DAP=false#/BillingAccounts/partner-invitation";

describe("the guide to the library", () => {
  it("prints the link", async () => {
    await expect(played(await exampleWith(GUIDE, "// of a signed-in user"))).resolves.toEqual({
      exitCode: 0,
      stdout: `${LINK}\n`,
      stderr: "",
    });
  });

  const withCustomer = withBody(
    200,
    "application/json",
    '{"id":"a","relationshipToPartner":"reseller","companyProfile":{"companyName":"Contoso"}}',
  );
  const runAgainst = (code: string, handler: Handler) =>
    withServer(handler, ({ url }) => runExample(code, { SERVICE: url }));

  it("prints a customer, and what its response says", async () => {
    const code = await exampleWith(GUIDE, ".withResponse()");
    const { stdout, stderr } = await runAgainst(code, withCustomer);

    expect(stderr).toBe("");
    expect(stdout).toMatch(/^Contoso\nreseller [-\da-f]{36}\n$/);
  });

  it("prints a customer, or what went wrong, with the raw client", async () => {
    const code = await exampleWith(GUIDE, "client.GET");

    expect(await runAgainst(code, withCustomer)).toMatchObject({ stdout: "Contoso\n", stderr: "" });
    const { stdout, stderr } = await runAgainst(code, withFault(403, example("AppOnlyToken")));
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^403 \{\n {2}code: 900329,[\s\S]*requestId: '/);
  });

  it("counts the customers of each page", async () => {
    await expect(played(await exampleWith(GUIDE, "byPage({"))).resolves.toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^\d+\n$/),
    });
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

    expect(stdout).toMatch(/^[-\da-f]{36} Adventure Works\n$/);
  });
});
