import { examples } from "../../generated/examples.js";
import {
  type Anything,
  CONTOSO,
  NOBODY,
  NORTHWIND,
  PROVIDER,
  played,
  RESELLER,
} from "./partner.js";

describe("the partners of a customer in the sandbox", () => {
  it("are null for a customer without any, in place of an empty list", async () => {
    const { status, start, body } = await played().call(`/v1/customers/${NORTHWIND}/relationships`);

    expect([status, start, body]).toEqual([200, "efbbbf", null]);
  });

  it("are the reseller that it accepted, without state and location", async () => {
    const { sandbox, call, link } = played();
    sandbox.accept({ link: await link({ indirectResellerId: RESELLER }) });

    const { body } = await call(`/v1/customers/${CONTOSO}/relationships`);

    expect(body).toEqual(examples.CustomerRelationshipsReseller);
  });

  it("are reseller and provider where the link named both", async () => {
    const { sandbox, call, link } = played();
    const both = { indirectResellerId: RESELLER, indirectCloudSolutionProviderId: PROVIDER };
    sandbox.accept({ link: await link(both) });

    const { body } = await call(`/v1/customers/${CONTOSO}/relationships`);

    expect(body.items.map(({ id, relationshipType }: Anything) => [id, relationshipType])).toEqual([
      [RESELLER, "is_indirect_cloud_solution_provider_of"],
      [PROVIDER, "is_indirect_reseller_of"],
    ]);
  });

  it.each([
    [NOBODY, 403, 20002],
    ["nobody.com", 404, 60003],
  ])("are refused for the customer %s with %i, code %i", async (id, status, code) => {
    const answer = await played().call(`/v1/customers/${id}/relationships`);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
