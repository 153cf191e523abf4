import { examples } from "../../generated/examples.js";
import { CONTOSO, PROVIDER, played, RESELLER } from "./partner.js";

describe("an acceptance in the sandbox", () => {
  it.each([undefined, "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship"])(
    "is a TypeError for %j, which this sandbox has not handed out",
    async (link) => {
      const { sandbox, link: ask } = played();
      await ask();

      expect(() => sandbox.accept({ link })).toThrow(
        /^Expected `link` to be a link that this sandbox has handed out, got /,
      );
    },
  );

  it("is a TypeError for a link with text appended to it", async () => {
    const { sandbox, link } = played();
    const changed = `${await link()}&indirectCSPId=${PROVIDER}`;

    expect(() => sandbox.accept({ link: changed })).toThrow(TypeError);
  });

  it("is a TypeError for a customer whose id is no GUID", async () => {
    const { sandbox, link } = played();
    const url = await link();

    expect(() => sandbox.accept({ link: url, customer: { id: "contoso.com" } })).toThrow(
      'Expected `customer.id` to be a tenant id (a GUID), got "contoso.com".',
    );
  });

  it("serves any number of customers with one link, and makes up what they lack", async () => {
    const { sandbox, link } = played();
    const url = await link();

    const ids = [1, 2, 3].map(() => sandbox.accept({ link: url }).id);

    expect(ids[0]).toBe(CONTOSO);
    expect(new Set(ids).size).toBe(3);
  });

  it("once more by the same customer changes its reseller and lists it once", async () => {
    const { sandbox, call, link } = played();
    sandbox.accept({ link: await link(), customer: examples.CustomerReseller });
    const again = await link({ indirectResellerId: RESELLER });
    sandbox.accept({ link: again, customer: examples.CustomerReseller });

    expect((await call("/v1/customers")).body.items).toHaveLength(3);
    expect((await call(`/v1/customers/${CONTOSO}/relationships`)).body.totalCount).toBe(1);
  });
});
