import { examples } from "../../generated/examples.js";
import { type Anything, CONTOSO, filter, NORTHWIND, OWN, played } from "./partner.js";

const names = ({ body }: Anything) =>
  body.items.map(({ companyProfile }: Anything) => companyProfile.companyName);

describe("the pages of a list in the sandbox", () => {
  it("lead on with links.next, its headers included, and end without it", async () => {
    const { call } = played({ pageSize: 1 });

    const first = await call("/v1/customers?size=500");
    const { uri, method, headers } = first.body.links.next;
    const [{ key, value }] = headers;
    const last = await call(uri, { headers: { [key]: value } });

    expect(names(first)).toEqual(["Northwind Traders"]);
    expect([uri, method, key]).toEqual([
      "/v1/customers?size=1&seekOperation=Next",
      "GET",
      "MS-ContinuationToken",
    ]);
    expect(first.body.continuationToken).toBe(value);
    expect(names(last)).toEqual(["Adventure Works"]);
    expect(last.body.links).not.toHaveProperty("next");
  });

  it.each([
    ["?size=1", 1],
    ["?size=0", 2],
    ["", 2],
  ])(
    "have as many items as %j asks for, and no more than the sandbox gives",
    async (query, count) => {
      const customers = [{ id: NORTHWIND }, { id: CONTOSO }, { id: OWN }];

      const { body } = await played({ customers, pageSize: 2 }).call(`/v1/customers${query}`);

      expect(body.items).toHaveLength(count);
    },
  );

  it("have tokens with commas, slashes, plus and equals signs", async () => {
    const { body } = await played({ pageSize: 1 }).call("/v1/customers");

    expect(body.continuationToken).toMatch(/,.*\/.*\+.*=/);
  });

  it("begin again for a client that follows the uri without its headers", async () => {
    const { call } = played({ pageSize: 1 });
    const { body } = await call("/v1/customers");

    expect(names(await call(body.links.next.uri))).toEqual(["Northwind Traders"]);
  });

  it("begin again with seekOperation First, whatever the token", async () => {
    const { call } = played({ pageSize: 1 });
    const { body } = await call("/v1/customers");
    const headers = { "MS-ContinuationToken": body.continuationToken };

    expect(names(await call("/v1/customers?seekOperation=First", { headers }))).toEqual([
      "Northwind Traders",
    ]);
  });

  it("have a totalCount of the page, not of the list", async () => {
    expect((await played({ pageSize: 1 }).call("/v1/customers")).body.totalCount).toBe(1);
  });

  it("keep the filter in the uri of the next one", async () => {
    const customers = ["a1.com", "b.com", "a2.com"].map((domain, index) => ({
      id: `00000000-0000-4000-9000-00000000000${index}`,
      companyProfile: { companyName: domain, domain },
    }));
    const { call } = played({ customers, pageSize: 1 });
    const { body } = await call(`/v1/customers?${filter("Domain", "starts_with", "a")}`);
    const { uri, headers } = body.links.next;

    const next = await call(uri, { headers: { [headers[0].key]: headers[0].value } });

    expect(uri).toContain("filter=%7B%22Field%22%3A%22Domain%22");
    expect(names({ body })).toEqual(["a1.com"]);
    expect(names(next)).toEqual(["a2.com"]);
  });

  it("are refused with 400, code 2000, behind the last one, as when a customer has left meanwhile", async () => {
    const { client, call } = played({ pageSize: 1 });
    const { body } = await call("/v1/customers");
    await client.PATCH("/v{version}/customers/{customer_id}", {
      params: { path: { version: "1", customer_id: NORTHWIND } },
      body: { relationshipToPartner: "none", attributes: { objectType: "Customer" } },
    });

    const headers = { "MS-ContinuationToken": body.continuationToken };
    const gone = await call(body.links.next.uri, { headers });

    expect([gone.status, gone.body]).toEqual([400, examples.PastLastPage]);
  });

  it.each(["x", "AQ,/+=", "AQ,%/+=", `AQ,${btoa("listAuditRecords 1")}/+=`])(
    "are refused with 400, code 2000, for the token %s, which is none of theirs",
    async (token) => {
      const headers = { "MS-ContinuationToken": token };
      const { status, body } = await played({ pageSize: 1 }).call("/v1/customers", { headers });

      expect([status, body.code]).toEqual([400, 2000]);
    },
  );

  it("are what listCustomers follows, one customer after the other", async () => {
    const customers = Array.from({ length: 7 }, (_, index) => ({
      id: `00000000-0000-4000-9000-00000000000${index}`,
    }));
    const { sandbox, client } = played({ customers, pageSize: 3 });
    const ids: unknown[] = [];

    for await (const { id } of client.listCustomers()) {
      ids.push(id);
    }

    expect(ids).toEqual(customers.map(({ id }) => id));
    expect(sandbox.requests).toHaveLength(3);
  });
});
