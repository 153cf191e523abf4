import { examples } from "../../generated/examples.js";
import { type Anything, CONTOSO, filter, NORTHWIND, NOW, OWN, played } from "./partner.js";

const DAY_MS = 86_400_000;

/** A sandbox in which Contoso accepted, and Northwind was removed two days later. */
async function withRecords(options: object = {}) {
  let now = NOW;
  const setting = played({ now: () => now, ...options });
  setting.sandbox.accept({ link: await setting.link() });
  now += 2 * DAY_MS;
  await setting.call(`/v1/customers/${NORTHWIND}`, {
    method: "PATCH",
    body: { relationshipToPartner: "none", attributes: { objectType: "Customer" } },
  });
  return { ...setting, pass: (ms: number) => (now += ms) };
}

const operations = ({ body }: Anything) =>
  body.items.map(({ operationType }: Anything) => operationType);

const ACCEPTED = "reseller_relationship_accepted_by_customer";
const REMOVED = "remove_partner_customer_relationship";

describe("audit records in the sandbox", () => {
  it("have the acceptance of a link as reseller_relationship_accepted_by_customer", async () => {
    const { call } = await withRecords();

    const { body } = await call("/v1/auditrecords");

    const {
      id,
      operationDate,
      originalCorrelationId: _,
      ...described
    } = examples.AuditRecordAccepted;
    expect(body.items[0]).toMatchObject(described);
    expect(id.split("_").slice(0, 3)).toEqual(body.items[0].id.split("_").slice(0, 3));
    expect(operationDate).toHaveLength(body.items[0].operationDate.length);
  });

  it("have the tick count of .NET at the end of their id, of the same instant as the date", async () => {
    const { call } = await withRecords();

    const [{ id, operationDate }] = (await call("/v1/auditrecords")).body.items;

    expect(operationDate).toBe("2025-11-12T09:28:43.7650001Z");
    // The ticks of the description's example, 654321 tenths of a microsecond later.
    expect(BigInt(id.split("_").at(-1)) - 638_985_365_237_654_321n).toBe(-4_320n);
  });

  it("have values before and after as JSON in a string, in PascalCase", async () => {
    const { call } = await withRecords();

    const [accepted, removed] = (await call("/v1/auditrecords")).body.items;

    expect(JSON.parse(accepted.resourceNewValue).CompanyProfile.TenantId).toBe(CONTOSO);
    expect(JSON.parse(removed.resourceOldValue)).toEqual({ RelationshipToPartner: "reseller" });
  });

  it.each([
    ["", [ACCEPTED, REMOVED]],
    ["?startDate=2025-11-13", [REMOVED]],
    ["?startDate=2025-11-01&endDate=2025-11-12", [ACCEPTED]],
    [`?${filter("CustomerId", "equals", CONTOSO)}`, [ACCEPTED]],
    [`?${filter("CompanyName", "substring", "WIND")}`, [REMOVED]],
    [`?${filter("ResourceType", "equals", "customer")}`, [ACCEPTED]],
  ])("asked %s are %j", async (query, expected) => {
    const { call } = await withRecords();

    expect(operations(await call(`/v1/auditrecords${query}`))).toEqual(expected);
  });

  it("reach back 30 days where no day is given", async () => {
    const { call, pass } = await withRecords();

    pass(29 * DAY_MS);

    expect(operations(await call("/v1/auditrecords"))).toEqual([REMOVED]);
  });

  it("end 30 days after the first day where no last one is given", async () => {
    const { call, pass } = await withRecords();

    pass(29 * DAY_MS);

    const answer = await call("/v1/auditrecords?startDate=2025-10-14");
    expect(operations(answer)).toEqual([ACCEPTED]);
  });

  it.each([
    ["startDate=2025-08-15", examples.AuditRecordsTooOld.description],
    ["startDate=2025-10-01&endDate=2025-11-01", "One call spans 30 days at most."],
    ["startDate=2025-11-02&endDate=2025-11-01", "The last day comes before the first"],
    ["startDate=2025-13-01", "one of them is none"],
    ["startDate=6/1/2017", "Invalid `startDate`: expected a day (yyyy-mm-dd)"],
    [filter("OperationType", "equals", ACCEPTED), "The filter is none"],
  ])("are refused with 400 for %s", async (query, words) => {
    const { status, body } = await (await withRecords()).call(`/v1/auditrecords?${query}`);

    expect(status).toBe(400);
    expect(body.description).toContain(words);
  });

  it("are kept for 90 days", async () => {
    const { call } = await withRecords();

    expect((await call("/v1/auditrecords?startDate=2025-08-16")).status).toBe(200);
  });

  it("page with a next uri that has no /v1 in front, which the client adds", async () => {
    const { client, call } = await withRecords({ pageSize: 1 });
    const found: unknown[] = [];

    const { body } = await call("/v1/auditrecords?startDate=2025-11-01");
    for await (const { operationType } of client.listAuditRecords()) {
      found.push(operationType);
    }

    expect(body.links.next.uri).toBe(
      "/auditrecords?startDate=2025-11-01&size=1&seekOperation=Next",
    );
    expect(found).toEqual([ACCEPTED, REMOVED]);
  });

  it("are found by their id, below /auditactivity", async () => {
    const { call } = await withRecords();
    const [record] = (await call("/v1/auditrecords")).body.items;

    const { body } = await call(`/auditactivity/v1/auditrecords/${record.id}`);

    expect(body).toEqual(record);
  });

  it("are null with 200 for an id that none has", async () => {
    const { status, start, body } = await played().call(`/auditactivity/v1/auditrecords/${OWN}_1`);

    expect([status, start, body]).toEqual([200, "efbbbf", null]);
  });
});
