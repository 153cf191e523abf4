import { createPartnerCenterClient } from "partner-center-client";
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
    // @ts-expect-error The options are invalid on purpose.
    expect(() => played(options)).toThrow(`Expected \`${name}\` to be `);
  });

  it("finds the operations behind the path of a base URL", async () => {
    const { sandbox } = played({ basePath: "/partner-center" });
    const client = createPartnerCenterClient({
      baseUrl: "http://127.0.0.1:8080/partner-center",
      credential: () => "any-token",
      fetch: sandbox.fetch,
    });
    const pages = client.listCustomers();

    expect((await pages[Symbol.asyncIterator]().next()).value?.id).toBe(NORTHWIND);
  });

  it("remembers what arrived, without the token, and with its body", async () => {
    const { sandbox, call } = played();
    await call("/v1/partners/validateresellers", {
      method: "POST",
      body: { partnerIds: ["1206"] },
    });

    expect(sandbox.requests).toEqual([
      {
        method: "POST",
        url: "https://api.partnercenter.microsoft.com/v1/partners/validateresellers",
        headers: {
          authorization: "Bearer [redacted]",
          "content-type": "text/plain;charset=UTF-8",
        },
        body: { partnerIds: ["1206"] },
      },
    ]);
  });

  it("rejects a call whose signal has been aborted, and does nothing", async () => {
    const { sandbox } = played();
    const signal = AbortSignal.abort(new Error("No longer wanted."));

    await expect(sandbox.fetch("https://127.0.0.1/", { signal })).rejects.toThrow(
      "No longer wanted.",
    );
    expect(sandbox.requests).toEqual([]);
  });

  it("counts ids for a call that has none, and echoes those that it has", async () => {
    const { call } = played();
    const own = { "ms-requestid": "02971f0f-1029-47b2-9fdb-1932f0987470" };

    const counted = await call("/v1/customers");
    const echoed = await call("/v1/customers", { headers: own });

    expect(counted.headers.get("MS-RequestId")).toBe("00000000-0000-4000-8000-000000000001");
    expect(echoed.headers.get("MS-RequestId")).toBe(own["ms-requestid"]);
  });
});
