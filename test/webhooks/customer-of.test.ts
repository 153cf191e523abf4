import { createPartnerCenterClient } from "partner-center-client";
import { customerOf } from "partner-center-client/webhooks";
import { failed } from "../failed.js";

const CUSTOMER = "0c39d6d5-c70d-4c55-bc02-f620844f3fd1";
const URI = `https://api.partnercenter.microsoft.com/v1/customers/${CUSTOMER}`;

/** A client whose service answers with a customer, and what was sent to it. */
function client(baseUrl?: string) {
  const sent: Request[] = [];
  const partnerCenter = createPartnerCenterClient({
    credential: () => "a-token",
    baseUrl,
    retry: false,
    fetch: async (request) => {
      sent.push(request);
      return Response.json({ id: CUSTOMER, relationshipToPartner: "reseller" });
    },
  });
  return { partnerCenter, sent };
}

describe("customerOf", () => {
  it("reads the customer of an event again", async () => {
    const { partnerCenter, sent } = client();

    await expect(customerOf(partnerCenter, { resourceUri: URI })).resolves.toEqual({
      id: CUSTOMER,
      relationshipToPartner: "reseller",
    });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${URI}`]);
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer a-token");
  });

  it.each([
    null,
    "",
    "customers/1",
    `http://api.partnercenter.microsoft.com/v1/customers/${CUSTOMER}`,
    `https://user@api.partnercenter.microsoft.com/v1/customers/${CUSTOMER}`,
    `https://api.partnercenter.microsoft.com/v1/customers`,
    `https://api.partnercenter.microsoft.com/v1/customers/`,
    `https://api.partnercenter.microsoft.com/v1/customers/${CUSTOMER}/orders`,
    `https://api.partnercenter.microsoft.com/v1/customers/..`,
    `https://api.partnercenter.microsoft.com/v1/customers/%2e%2e%2fusers`,
    `https://api.partnercenter.microsoft.com/v2/customers/${CUSTOMER}`,
    `https://api.partnercenter.microsoft.com/a/v1/customers/${CUSTOMER}`,
    `${URI}?a=1`,
    `${URI}#a`,
    "https://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents/1",
  ])("sends nothing for %s, which is no customer", async (resourceUri) => {
    const { partnerCenter, sent } = client();

    await expect(customerOf(partnerCenter, { resourceUri })).rejects.toThrow(
      /^Expected `event\.resourceUri` to be the URL of a customer, https:\/\/…\/v1\/customers\/\{customer_id\}, got /,
    );
    expect(sent).toEqual([]);
  });

  it.each([
    `https://contoso.example/v1/customers/${CUSTOMER}`,
    `https://api.partnercenter.microsoft.com.contoso.example/v1/customers/${CUSTOMER}`,
    `https://api.partnercenter.microsoft.com:8443/v1/customers/${CUSTOMER}`,
    `https://partner.partnercenterapi.microsoftonline.cn/v1/customers/${CUSTOMER}`,
  ])("sends nothing for %s, which is on another origin", async (resourceUri) => {
    const { partnerCenter, sent } = client();

    await expect(customerOf(partnerCenter, { resourceUri })).rejects.toThrow(
      new TypeError(
        "Expected `event.resourceUri` to be the URL of a customer, on the origin that the client calls, got a string.",
      ),
    );
    expect(sent).toEqual([]);
  });

  it("goes by the origin of the client, whichever cloud that is", async () => {
    const origin = "https://partner.partnercenterapi.microsoftonline.cn";
    const { partnerCenter, sent } = client(origin);

    await customerOf(partnerCenter, { resourceUri: `${origin}/v1/customers/${CUSTOMER}` });
    await expect(customerOf(partnerCenter, { resourceUri: URI })).rejects.toThrow(TypeError);

    expect(sent.map(({ url }) => url)).toEqual([`${origin}/v1/customers/${CUSTOMER}`]);
  });

  it("fails as every call does, and takes the options of one", async () => {
    const partnerCenter = createPartnerCenterClient({
      credential: () => "a-token",
      retry: false,
      fetch: async () => Response.json({ code: 20002 }, { status: 403 }),
    });
    const abort = new Error("enough");

    const { status, code } = await failed(customerOf(partnerCenter, { resourceUri: URI }));
    expect([status, code]).toEqual([403, "20002"]);
    await expect(
      customerOf(partnerCenter, { resourceUri: URI }, { signal: AbortSignal.abort(abort) }),
    ).rejects.toBe(abort);
  });
});
