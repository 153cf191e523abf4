import type { SandboxAgreement } from "partner-center-client/sandbox";
import { examples } from "../../generated/examples.js";
import { NOBODY, OWN, PROVIDER, played, RESELLER } from "./partner.js";

const status = (query: string, agreement: SandboxAgreement = "signed") =>
  played({ resellers: [{ id: RESELLER, mpnId: "4871236", agreement }] }).call(
    `/v1/compliance/csp/agreementstatus${query}`,
  );

const MPN_ID = "?mpnId=4871236";
const TENANT_ID = `?tenantId=${RESELLER}`;

describe("getAgreementStatus in the sandbox", () => {
  it.each([
    ["signed", MPN_ID, true],
    ["signed", TENANT_ID, true],
    ["signed", "?mpnid=4871236", true],
    ["unsigned", MPN_ID, false],
  ] as const)("says of a reseller that is %s, asked %s: %s", async (agreement, query, isSigned) => {
    const { status: code, body } = await status(query, agreement);

    expect([code, body]).toEqual([200, { isAgreementSigned: isSigned }]);
  });

  it.each([
    ["missing", MPN_ID, 2203],
    ["missing", TENANT_ID, 2206],
    ["other-region", MPN_ID, 2201],
    ["other-region", TENANT_ID, 2201],
    ["not-migrated", MPN_ID, 2200],
    ["signed", "?mpnId=1206", 2200],
    ["signed", "?mpnId=5120437", 2204],
    ["signed", "?mpnId=6028417", 2204],
    ["signed", `?tenantId=${NOBODY}`, 2205],
    ["signed", `?tenantId=${PROVIDER}`, 2206],
    ["signed", `?tenantId=${OWN}`, 2206],
  ] as const)(
    "answers 400 where the reseller is %s, asked %s: code %i, naming the id",
    async (agreement, query, code) => {
      const { status: got, body } = await status(query, agreement);

      expect([got, body.code]).toEqual([400, code]);
      expect(body.description).toContain(query.split("=")[1]);
    },
  );

  it.each([
    ["?mpnId=x", examples.AgreementMpnIdMalformed],
    ["?tenantId=contoso.com", examples.AgreementTenantIdMalformed],
    [`?mpnId=4871236&tenantId=${RESELLER}`, examples.AgreementBothGiven],
    ["", examples.AgreementNeitherGiven],
    ["?mpnId=&tenantId=", examples.AgreementNeitherGiven],
  ])("answers 400 to the query %j, code 2000 or 2001", async (query, fault) => {
    const { status: got, body } = await status(query);

    expect([got, body]).toEqual([400, fault]);
  });

  it("takes an empty value as none, as libraries of Microsoft's send the other one", async () => {
    expect((await status("?mpnId=4871236&tenantId=")).body).toEqual({ isAgreementSigned: true });
  });

  it("has the agreements of the description's examples", async () => {
    const { call } = played();
    const code = async (query: string) =>
      (await call(`/v1/compliance/csp/agreementstatus${query}`)).body.code;

    expect(await code("?mpnId=4903358")).toBe(examples.AgreementUnsignedMpnId.code);
    expect(await code("?mpnId=4871236")).toBeUndefined();
  });
});
