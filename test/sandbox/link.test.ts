import { createPartnerCenterClient } from "partner-center-client";
import { createSandboxFetch } from "partner-center-client/sandbox";
import { examples } from "../../generated/examples.js";
import { NOBODY, ORIGIN, OWN, PROVIDER, played, RESELLER } from "./partner.js";

const {
  RelationshipRequestAdminCenter: direct,
  RelationshipRequestIndirectReseller: withReseller,
  RelationshipRequestIndirectResellerAndProvider: withBoth,
} = examples;

describe("the link of a sandbox, as of single answers", () => {
  it.each([
    [{}, direct.url],
    [{ dualRoleIndirectRelationship: false }, direct.url],
    [{ indirectResellerId: RESELLER }, withReseller.url],
    [{ indirectResellerId: RESELLER, indirectCloudSolutionProviderId: PROVIDER }, withBoth.url],
  ])("is an example of the description when asked for with %j", async (query, url) => {
    const client = createPartnerCenterClient({
      credential: () => "any-token",
      fetch: createSandboxFetch(),
    });

    expect(await played().link(query)).toBe(url);
    expect((await client.getRelationshipRequestLink(query)).url).toBe(url);
  });

  it("names the partner itself as the reseller for whoever names a provider alone", async () => {
    const url = await played().link({ indirectCloudSolutionProviderId: PROVIDER });

    expect(Object.fromEntries(new URL(String(url)).searchParams)).toEqual({
      invType: "IndirectResellerRelationship",
      partnerId: OWN,
      msppId: "6028417",
      indirectCSPId: PROVIDER,
      DAP: "false",
    });
  });

  it("is an indirect one for a partner of both roles that says so", async () => {
    const url = await played().link({ dualRoleIndirectRelationship: true });

    expect(url).toContain(`invType=IndirectResellerRelationship&partnerId=${OWN}&msppId=6028417`);
  });

  it("has its parameters before the fragment, where text at the end would be lost", async () => {
    const url = new URL(String(await played().link({ indirectResellerId: RESELLER })));

    expect(url.hash).toBe("#/BillingAccounts/partner-invitation");
  });

  it("is the same for every customer: it names no customer and does not change", async () => {
    const { link } = played();

    expect(await link()).toBe(await link());
  });

  it("names a tenant that nobody knows all the same, in single answers", async () => {
    const response = await createSandboxFetch()(
      `${ORIGIN}/v1/customers/relationshiprequests?indirectResellerId=${NOBODY}`,
      { headers: { Authorization: "Bearer any-token" } },
    );

    expect((await response.json()).url).toContain(`partnerId=${NOBODY}&msppId=0&`);
  });

  it.each(["indirectResellerId", "indirectCloudSolutionProviderId"])(
    "is refused with 404, code 60003, for %s of a tenant that is no partner of this one",
    async (name) => {
      const { status, body } = await played().call(
        `/v1/customers/relationshiprequests?${name}=${NOBODY}`,
      );

      expect([status, body.code]).toEqual([404, 60003]);
      expect(body.description).toContain(NOBODY);
    },
  );

  it("is refused with 400 for a PartnerID in place of a tenant id", async () => {
    const { status, body } = await played().call(
      "/v1/customers/relationshiprequests?indirectResellerId=4871236",
    );

    expect([status, body.code]).toEqual([400, 800002]);
    expect(body.description).toContain("looks like a PartnerID");
  });
});
