import { createPartnerCenterClient, paginate } from "partner-center-client";
import { NORTHWIND, played } from "./partner.js";

describe("two sandboxes whose time stands still", () => {
  it("answer the same calls alike, to the last id", async () => {
    const story = async () => {
      const { sandbox, link, call } = played();
      sandbox.accept({ link: await link(), customer: {} });
      const { headers, body } = await call("/v1/customers");
      const { body: records } = await call("/v1/auditrecords");
      return JSON.stringify([[...headers], body, records]);
    };

    expect(await story()).toBe(await story());
  });
});

describe("createSandbox", () => {
  it.each([
    [{ partner: { tenantId: "contoso.com" } }, "partner.tenantId"],
    [{ partner: { mpnId: "x" } }, "partner.mpnId"],
    [{ resellers: [{ name: "No id" }] }, "resellers[].id"],
    [{ providers: [{ id: "1" }] }, "providers[].id"],
    [{ customers: [{}] }, "customers[].id"],
    [{ pageSize: 0 }, "pageSize"],
    [{ pageSize: 501 }, "pageSize"],
  ])("is a TypeError with the options %j", (options, name) => {
    expect(() => played(options)).toThrow(`Expected \`${name}\` to be `);
  });

  it("finds the operations behind the path of a base URL", async () => {
    const { sandbox } = played({ basePath: "/partner-center" });
    const client = createPartnerCenterClient({
      baseUrl: "http://127.0.0.1:8080/partner-center",
      credential: () => "any-token",
      fetch: sandbox.fetch,
    });
    const pages = paginate(client, "/v{version}/customers");

    expect((await pages[Symbol.asyncIterator]().next()).value?.id).toBe(NORTHWIND);
  });
});
