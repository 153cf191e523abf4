import { examples } from "../../generated/examples.js";
import { filter, PROVIDER, played, RESELLER } from "./partner.js";

const RELATIONSHIPS = "/v1/relationships?relationship_type=";

describe("listPartnerRelationships in the sandbox", () => {
  it.each([
    ["IsIndirectCloudSolutionProviderOf", examples.PartnerRelationshipsResellers],
    ["is_indirect_cloud_solution_provider_of", examples.PartnerRelationshipsResellers],
    ["isIndirectResellerOf", examples.PartnerRelationshipsProviders],
  ])("has the partners of relationship_type %s in one page, in any case", async (type, list) => {
    const { status, body } = await played().call(`${RELATIONSHIPS}${type}`);

    expect(status).toBe(200);
    expect(body).toEqual(list);
  });

  it("has ids that the link takes", async () => {
    const { client, link } = played();

    const { data } = await client.GET("/v{version}/relationships", {
      params: {
        path: { version: "1" },
        query: { relationship_type: "IsIndirectCloudSolutionProviderOf" },
      },
    });

    expect(await link({ indirectResellerId: String(data?.items?.[0]?.id) })).toContain(RESELLER);
  });

  it("leaves those whose name matches the filter", async () => {
    const type = `${RELATIONSHIPS}IsIndirectCloudSolutionProviderOf&`;
    const names = async (query: string) =>
      (await played().call(type + query)).body.items.map(({ name }: { name: string }) => name);

    expect(await names(filter("Name", "starts_with", "LITWARE"))).toEqual(["Litware IT"]);
    expect(await names(filter("Name", "substring", "cloud"))).toEqual(["Fabrikam Cloud Services"]);
    expect(await names(filter("Name", "starts_with", "cloud"))).toEqual([]);
  });

  it("is refused with 403, code 1002, for a partner that is neither provider nor reseller", async () => {
    const { call } = played({ resellers: [], providers: [] });

    const answers = [
      await call(`${RELATIONSHIPS}IsIndirectResellerOf`),
      await call("/v1/customers/c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c/relationships"),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 1002],
      [403, 1002],
    ]);
  });

  it("is empty for a provider that asks for its providers", async () => {
    const { body } = await played({ providers: [] }).call(`${RELATIONSHIPS}IsIndirectResellerOf`);

    expect(body).toEqual(examples.PartnerRelationshipsNone);
  });

  it.each([
    "IsFriendOf",
    "",
    `IsIndirectResellerOf&${filter("Name", "equals", "x")}`,
    `IsIndirectResellerOf&${filter("Location", "starts_with", "US")}`,
    "IsIndirectResellerOf&filter=Name",
  ])("answers 400 to the type %s", async (type) => {
    expect((await played().call(`${RELATIONSHIPS}${type}`)).status).toBe(400);
  });
});

describe("getMpnProfile in the sandbox", () => {
  it.each([
    ["", "6028417", "Fabrikam Distribution"],
    ["?mpnId=4871236", "4871236", "Fabrikam Cloud Services"],
    ["?mpnid=5120437", "5120437", "Wide World Distribution"],
  ])("answers the query %j with the profile of %s", async (query, mpnId, partnerName) => {
    const { body } = await played().call(`/v1/profiles/mpn${query}`);

    expect(body).toEqual({ ...examples.MpnProfile, mpnId, partnerName });
  });

  it("is refused with 404, code 3000, for a PartnerID that nobody has", async () => {
    const { status, body } = await played().call("/v1/profiles/mpn?mpnId=99999");

    expect([status, body.code]).toEqual([404, 3000]);
    expect(body.description).toContain("99999");
  });
});

describe("validateResellers in the sandbox", () => {
  const validate = (body: unknown) =>
    played().call("/v1/partners/validateresellers", { method: "POST", body });

  it.each(["partnerIds", "PartnerIds"])("takes the PartnerIDs in %s", async (name) => {
    const { status, body } = await validate({ [name]: ["4871236", "1206"] });

    expect(status).toBe(200);
    expect(body).toEqual(examples.ResellerValidation);
  });

  it("is refused with 400, code 900154, for a reseller that is not active", async () => {
    const resellers = [{ id: PROVIDER, mpnId: "77", state: "Suspended" }];
    const { status, body } = await played({ resellers }).call("/v1/partners/validateresellers", {
      method: "POST",
      body: { partnerIds: ["77"] },
    });

    expect([status, body.code]).toEqual([400, 900154]);
  });

  it.each([undefined, "4871236", {}, { partnerIds: [4871236] }, { partnerIds: ["x"] }])(
    "answers 400 to the body %j",
    async (body) => {
      expect((await validate(body)).status).toBe(400);
    },
  );
});
