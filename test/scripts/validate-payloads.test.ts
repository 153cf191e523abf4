import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT, withCopy } from "../copy.js";
import { example } from "../replies.js";
import { run } from "../run.js";

/** Validates a folder with these files. */
function validate(files: Readonly<Record<string, unknown>>) {
  return withCopy([], async (cwd) => {
    for (const [name, content] of Object.entries(files)) {
      const file = join(cwd, "payloads", name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
    }
    return run("tsx", [`${ROOT}scripts/validate-payloads.ts`, "payloads"], { cwd });
  });
}

const RELATIONSHIP = {
  id: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
  relationshipType: "is_indirect_cloud_solution_provider_of",
};

describe("the validation of documented payloads", () => {
  it("says of each file what it is and that it is valid, or why it is skipped", async () => {
    const { exitCode, stdout, stderr } = await validate({
      "relationships/list.response-200.json": { totalCount: 1, items: [RELATIONSHIP] },
      "relationships/by-customer.record-2018.json": "\uFEFFnull",
      "remove-relationship/request.json": {
        relationshipToPartner: "none",
        attributes: { objectType: "Customer" },
      },
      "agreement-status/response-400.code-2203.json": example("AgreementUnsignedMpnId"),
      "errors/code-1002.json": { code: 1002, description: "This is not for direct partners." },
      "webhooks/events/order-shipped.json": { EventName: "order-shipped" },
      "INDEX.json": [],
      "customers/list.request.http": "GET /v1/customers",
    });

    expect(stderr).toBe("");
    expect(stdout.trim().split("\n")).toEqual([
      "skipped INDEX.json: a list about payloads",
      "valid agreement-status/response-400.code-2203.json: getAgreementStatus, 400",
      "valid errors/code-1002.json: listCustomerRelationships, default",
      "valid relationships/by-customer.record-2018.json: listCustomerRelationships, 200",
      "valid relationships/list.response-200.json: listPartnerRelationships, 200",
      "valid remove-relationship/request.json: removeResellerRelationship, request",
      "skipped webhooks/events/order-shipped.json: the event order-shipped is not described",
      "5 valid, 2 skipped, 0 invalid.",
    ]);
    expect(exitCode).toBe(0);
  });

  it.each([
    [
      "a value of another type",
      "relationships/list.response-200.json",
      { totalCount: "1", items: [RELATIONSHIP] },
      "listPartnerRelationships, 200: data/totalCount must be integer",
    ],
    [
      "a property that is not described",
      "relationships/list.response-200.json",
      { items: [{ ...RELATIONSHIP, rank: 1 }] },
      "listPartnerRelationships, 200: data/items/0 must NOT have unevaluated properties",
    ],
    [
      "a time without a zone",
      "audit/list.response-200.json",
      { items: [{ operationDate: "2025-11-12T09:28:43" }] },
      'listAuditRecords, 200: data/items/0/operationDate must match format "date-time"',
    ],
    [
      "a status that the operation does not have",
      "customers/by-id.response-201.json",
      {},
      "getCustomer, 201: no schema",
    ],
    ["a name that is not known", "orders/list.json", {}, "no name that is known: no schema"],
    ["what is no JSON", "customers/list.response-200.json", "{", "JSON at position 1"],
  ])("refuses %s", async (_title, file, content, reason) => {
    const { exitCode, stdout, stderr } = await validate({ [file]: content });

    expect(stderr).toContain(`INVALID ${file}: `);
    expect(stderr).toContain(reason);
    expect(stdout).toBe("0 valid, 0 skipped, 1 invalid.\n");
    expect(exitCode).toBe(1);
  });

  it("fails where nothing was validated", async () => {
    const { exitCode, stdout } = await validate({ "INDEX.json": [] });

    expect(stdout).toContain("0 valid, 1 skipped, 0 invalid.");
    expect(exitCode).toBe(1);
  });

  it.each([
    [[], "Usage: npm run spec:payloads -- FOLDER"],
    [["no-such-folder"], "no-such-folder is not a folder that can be read."],
  ])("says how it is used when given %j", async (args, message) => {
    const { exitCode, stderr } = await run("tsx", [`${ROOT}scripts/validate-payloads.ts`, ...args]);

    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});
