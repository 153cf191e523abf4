import { examples } from "../../generated/examples.js";
import { failed } from "../failed.js";
import { type Anything, NOBODY, NORTHWIND, played, RESELLER } from "./partner.js";

const BODY = { relationshipToPartner: "none", attributes: { objectType: "Customer" } };
const PATH = `/v1/customers/${NORTHWIND}`;

const remove = (path = PATH, body: unknown = BODY) =>
  played().call(path, { method: "PATCH", body });

describe("a removal in the sandbox", () => {
  it("answers with a customer of nulls in PascalCase, without a byte order mark", async () => {
    const { status, start, body } = await remove();

    expect([status, body]).toEqual([200, examples.RemovedCustomer]);
    expect(start).toBe(Buffer.from('{"I').toString("hex"));
  });

  it("undoes the acceptance: list, customer and partners no longer have it", async () => {
    const { sandbox, client, call, link } = played({ customers: [] });
    const { id } = sandbox.accept({ link: await link({ indirectResellerId: RESELLER }) });

    await client.removeResellerRelationship({ customer_id: String(id) });

    expect((await call("/v1/customers")).body.items).toEqual([]);
    expect((await call(`/v1/customers/${id}`)).body.code).toBe(20002);
    expect((await call(`/v1/customers/${id}/relationships`)).body.code).toBe(20002);
  });

  it("is undone by another acceptance", async () => {
    const { sandbox, client, call, link } = played({ customers: [] });
    const url = await link();
    const { id } = sandbox.accept({ link: url });
    await client.removeResellerRelationship({ customer_id: String(id) });

    sandbox.accept({ link: url });

    expect((await call(`/v1/customers/${id}`)).body.relationshipToPartner).toBe("reseller");
  });

  it("fails with 3000 the second time, so that a repeated call looks like a failure", async () => {
    const { client } = played();
    await client.removeResellerRelationship({ customer_id: NORTHWIND });

    const error = await failed(client.removeResellerRelationship({ customer_id: NORTHWIND }));

    expect(error).toMatchObject({ status: 404, code: "3000" });
  });

  it.each([
    [NOBODY, 404, 3000],
    ["nobody.com", 404, 60003],
    ["4871236", 400, 800002],
  ])("of the customer %s is refused with %i, code %i", async (id, status, code) => {
    const answer = await remove(`/v1/customers/${id}`);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each([
    undefined,
    "none",
    {},
    { relationshipToPartner: "none" },
    { ...BODY, relationshipToPartner: "advisor" },
    { ...BODY, attributes: { objectType: "Customer", etag: "1" } },
    { ...BODY, allowDelegatedAccess: false },
    { AllowDelegatedAccess: false, attributes: { objectType: "Customer" } },
  ])("takes the documented body only: the body %j gets 400 and changes nothing", async (body) => {
    const { call } = played();

    const { status } = await call(PATH, { method: "PATCH", body });

    expect(status).toBe(400);
    expect((await call(PATH)).status).toBe(200);
  });

  it("is recorded with the correlation id of its call, and with a detail whose value is null", async () => {
    const { call } = played();
    const headers = { "ms-correlationid": "02971f0f-1029-47b2-9fdb-1932f0987470" };
    await call(PATH, { method: "PATCH", body: BODY, headers });

    const { body } = await call("/v1/auditrecords");

    const [, removed] = examples.AuditRecordsAll.items;
    const { id: _id, operationDate: _date, ...described } = removed ?? {};
    expect(body.items).toMatchObject([described]);
  });

  it("makes no event", async () => {
    const { sandbox, call } = played({ fetch: async () => new Response() });
    await call(PATH, { method: "PATCH", body: BODY });

    const deliveries: Anything = await sandbox.deliver("https://hooks.fabrikam.com/");

    expect(deliveries).toEqual([]);
  });
});
