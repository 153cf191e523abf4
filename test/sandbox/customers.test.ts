import { waitForAcceptance } from "partner-center-client";
import { examples } from "../../generated/examples.js";
import {
  type Anything,
  CONTOSO,
  filter,
  NORTHWIND,
  OWN,
  PROVIDER,
  played,
  RESELLER,
} from "./partner.js";

const names = ({ body }: Anything) =>
  body.items.map(({ companyProfile }: Anything) => companyProfile.companyName);

describe("a customer in the sandbox", () => {
  it("is answered with 403, code 20002, before it accepts, and with relationshipToPartner reseller after", async () => {
    const { sandbox, call, link } = played();

    const before = await call(`/v1/customers/${CONTOSO}`);
    sandbox.accept({ link: await link() });
    const after = await call(`/v1/customers/${CONTOSO}`);

    expect([before.status, before.body]).toEqual([403, examples.NoRelationship]);
    expect([after.status, after.body]).toEqual([200, examples.CustomerReseller]);
  });

  it("is answered with 404, code 60003, for a domain name that nobody has", async () => {
    const { status, body } = await played().call("/v1/customers/nobody.onmicrosoft.com");

    expect([status, body.code]).toEqual([404, 60003]);
    expect(body.description).toContain("nobody.onmicrosoft.com");
  });

  it("is found by its domain names in place of its id, as public code asks for it", async () => {
    const { sandbox, call, link } = played();
    const customer = { ...examples.CustomerReseller, customDomains: ["contoso.com"] };
    sandbox.accept({ link: await link(), customer });

    const found = [
      await call("/v1/customers/CONTOSO.onmicrosoft.com"),
      await call("/v1/customers/contoso.com"),
    ];

    expect(found.map(({ body }) => body.id)).toEqual([CONTOSO, CONTOSO]);
  });

  it("has no address, e-mail address and domain names without delegated administration, as since July 2023", async () => {
    const customer = { ...examples.CustomerDelegatedAdministration, allowDelegatedAccess: false };
    const { body } = await played({ customers: [customer] }).call(`/v1/customers/${CONTOSO}`);

    expect(body.companyProfile.companyName).toBe("Contoso");
    expect(body.companyProfile).not.toHaveProperty("address");
    expect(body.companyProfile).not.toHaveProperty("email");
    expect(body).not.toHaveProperty("customDomains");
  });

  it("has them with delegated administration", async () => {
    const customer = examples.CustomerDelegatedAdministration;
    const { body } = await played({ customers: [customer] }).call(`/v1/customers/${CONTOSO}`);

    expect(body).toEqual(customer);
  });

  it("ends the wait for its acceptance", async () => {
    const { sandbox, client, link } = played();
    sandbox.accept({ link: await link() });

    expect(await waitForAcceptance(client, CONTOSO)).toEqual(examples.CustomerReseller);
  });

  it("is answered with 400 for a PartnerID in place of its id", async () => {
    const { status, body } = await played().call("/v1/customers/4871236");

    expect(status).toBe(400);
    expect(body.description).toContain("looks like a PartnerID");
  });
});

describe("the list of customers in the sandbox", () => {
  it("has those given and, behind them, those that accepted, each without allowDelegatedAccess", async () => {
    const { sandbox, call, link } = played();
    sandbox.accept({ link: await link() });

    const { body } = await call("/v1/customers?size=500");

    const [contoso, northwind, adventureWorks] = examples.CustomersAll.items;
    expect(body).toEqual({
      ...examples.CustomersAll,
      items: [northwind, adventureWorks, contoso],
    });
  });

  it("has less of each than the customer itself, even with delegated administration", async () => {
    const customers = [examples.CustomerDelegatedAdministration];
    const { body } = await played({ customers }).call("/v1/customers");

    expect(body.items).toEqual([examples.CustomersAll.items[0]]);
  });

  it.each([
    [filter("CompanyName", "starts_with", "NORTH"), ["Northwind Traders"]],
    [filter("CompanyName", "starts_with", "traders"), []],
    [filter("Domain", "starts_with", "adventure"), ["Adventure Works"]],
    [`size=0&${filter("Domain", "starts_with", "adventure")}`, ["Adventure Works"]],
    [
      `filter=${encodeURIComponent('{"field":"domain","operator":"starts_with","value":"north"}')}`,
      ["Northwind Traders"],
    ],
  ])("with the filter %s has %j", async (query, expected) => {
    expect(names(await played().call(`/v1/customers?${query}`))).toEqual(expected);
  });

  it("tells which customers came through a reseller, and through a provider", async () => {
    const { sandbox, call, link } = played();
    sandbox.accept({ link: await link() });
    const customer = { companyProfile: { companyName: "Through Fabrikam" } };
    sandbox.accept({ link: await link({ indirectResellerId: RESELLER }), customer });
    const both = { indirectResellerId: RESELLER, indirectCloudSolutionProviderId: PROVIDER };
    sandbox.accept({
      link: await link(both),
      customer: { companyProfile: { companyName: "Both" } },
    });

    const of = async (field: string, id: string) =>
      names(await call(`/v1/customers?${filter(field, "starts_with", id)}`));

    expect(await of("IndirectReseller", RESELLER)).toEqual(["Through Fabrikam", "Both"]);
    expect(await of("IndirectCloudSolutionProvider", PROVIDER)).toEqual(["Both"]);
    expect(await of("IndirectCloudSolutionProvider", OWN)).toEqual(["Through Fabrikam"]);
  });

  it("knows the reseller of a customer given by its associatedPartnerId", async () => {
    const customers = [{ id: NORTHWIND, associatedPartnerId: "4871236" }];
    const { body } = await played({ customers }).call(`/v1/customers/${NORTHWIND}/relationships`);

    expect(body.items).toMatchObject([{ id: RESELLER }]);
  });

  it.each([
    "size=501",
    "size=-1",
    "size=many",
    "filter=Contoso",
    filter("Name", "starts_with", "x"),
    filter("Domain", "substring", "x"),
    filter("Domain", "starts_with", ""),
    "seekOperation=Last",
  ])("answers 400 to %s", async (query) => {
    expect((await played().call(`/v1/customers?${query}`)).status).toBe(400);
  });
});
