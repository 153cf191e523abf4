import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { ROOT } from "../copy.js";
import { LINK, withFault, withLink } from "../replies.js";
import { type Handler, type ReceivedRequest, withServer } from "../server.js";
import { describeWith } from "./programs.js";

const LINK_SAMPLE = "get-relationship-request-link";
const SERVICE = "https://api.partnercenter.microsoft.com";

/** Runs a sample for curl as a reader would who pastes it, but at a server that answers with `handler`. */
async function runSample(name: string, handler: Handler) {
  const sample = await readFile(`${ROOT}spec/code-samples/${name}.sh`, "utf8");
  return withServer(handler, async ({ url, requests }) => {
    const shell = spawn("sh", ["-c", sample.replace(SERVICE, url)], {
      env: { ...process.env, PARTNER_CENTER_TOKEN: "a-token" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, [exitCode]] = await Promise.all([
      text(shell.stdout),
      text(shell.stderr),
      once(shell, "close"),
    ]);
    return { exitCode, stdout, stderr, requests };
  });
}

const idsOf = ({ headers }: ReceivedRequest) => [
  headers["ms-requestid"],
  headers["ms-correlationid"],
];

describeWith("curl", "uuidgen")("the code sample for curl", () => {
  it("prints the reply, and sends the token and two ids", async () => {
    const { exitCode, stdout, stderr, requests } = await runSample(LINK_SAMPLE, withLink);

    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout.replace(/^\uFEFF/, ""))).toEqual(LINK);
    expect(requests).toMatchObject([
      {
        method: "GET",
        url: "/v1/customers/relationshiprequests?indirectResellerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
        headers: { authorization: "Bearer a-token", accept: "application/json" },
      },
    ]);
    const ids = requests.flatMap(idsOf);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) {
      expect(id).toMatch(/^[-0-9a-f]{36}$/i);
    }
  });

  it("shows the fault and fails when the service refuses", async () => {
    const fault = { code: "900421", description: "MFA required" };

    const { exitCode, stdout } = await runSample(LINK_SAMPLE, withFault(401, fault));

    expect(JSON.parse(stdout)).toEqual(fault);
    expect(exitCode).not.toBe(0);
  });

  const customer = "/v1/customers/5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05";
  const registration = {
    WebhookUrl: "https://hooks.fabrikam.com/partner-center",
    WebhookEvents: ["test-created", "reseller-relationship-accepted-by-customer"],
  };
  it.each<[name: string, method: string, url: string, body: object | undefined]>([
    [
      "list-partner-relationships",
      "GET",
      "/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf",
      undefined,
    ],
    ["get-mpn-profile", "GET", "/v1/profiles/mpn?mpnId=4871236", undefined],
    [
      "get-agreement-status",
      "GET",
      "/v1/compliance/csp/agreementstatus?tenantId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
      undefined,
    ],
    [
      "validate-resellers",
      "POST",
      "/v1/partners/validateresellers",
      { partnerIds: ["4871236", "1206"] },
    ],
    ["list-customers", "GET", "/v1/customers?size=500", undefined],
    ["get-customer", "GET", customer, undefined],
    ["list-customer-relationships", "GET", `${customer}/relationships`, undefined],
    [
      "remove-reseller-relationship",
      "PATCH",
      customer,
      { relationshipToPartner: "none", attributes: { objectType: "Customer" } },
    ],
    [
      "list-audit-records",
      "GET",
      '/v1/auditrecords?startDate=2025-11-01&filter={"Field":"ResourceType","Value":"customer","Operator":"equals"}',
      undefined,
    ],
    [
      "get-audit-record",
      "GET",
      "/auditactivity/v1/auditrecords/3b33e682-00c3-41ee-9dd2-a548adf56438_5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05_resellerrelationshipacceptedbycustomer_638985365237654321",
      undefined,
    ],
    ["list-webhook-events", "GET", "/webhooks/v1/registration/events", undefined],
    ["get-webhook-registration", "GET", "/webhooks/v1/registration", undefined],
    ["create-webhook-registration", "POST", "/webhooks/v1/registration", registration],
    ["update-webhook-registration", "PUT", "/webhooks/v1/registration", registration],
    ["create-webhook-validation", "POST", "/webhooks/v1/registration/validationEvents", undefined],
    [
      "get-webhook-validation",
      "GET",
      "/webhooks/v1/registration/validationEvents/7c3e0b96-d48f-4a12-9b65-f0271ce8d354",
      undefined,
    ],
  ])("%s sends %s %s", async (name, method, url, body) => {
    const { exitCode, stderr, requests } = await runSample(name, withLink);

    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    expect(requests).toMatchObject([
      { method, headers: { authorization: "Bearer a-token", accept: "application/json" } },
    ]);
    // Versions of curl differ in the case of what they encode.
    expect(requests.map((request) => decodeURIComponent(request.url))).toEqual([url]);
    expect(requests[0]?.url).toMatch(/^[\w/?&=.%-]*$/);
    expect(new Set(requests.flatMap(idsOf)).size).toBe(2);
    expect(requests.map((request) => request.body && JSON.parse(request.body))).toEqual([
      body ?? "",
    ]);
    expect(requests[0]?.headers["content-type"]).toBe(body && "application/json");
  });
});
