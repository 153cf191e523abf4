import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { refuseUse } from "./given-file.js";
import { run } from "./run.js";
import {
  METHODS,
  type OpenApi,
  type Operation,
  type PathItem,
  type Schema,
} from "./spec-documents.js";

interface Description extends OpenApi {
  readonly webhooks?: Readonly<Record<string, PathItem>>;
}

const EVENT = "an event";

/** What a payload is: of an operation, an event, or nothing that the description has. */
type Meaning = { readonly of: string } | { readonly skipped: string };

const of = (of: string) => ({ of });
const skipped = (skipped: string) => ({ skipped });

/** What the files of a folder of documented payloads are, by their paths. The first row that matches counts. */
const MEANINGS: ReadonlyArray<readonly [path: RegExp, meaning: Meaning]> = [
  [/(INDEX|url-variants|errors\/codes)\.json$/, skipped("a list about payloads")],
  [/swagger\//, skipped("a description, not a payload")],
  [/auth\//, skipped("of the token endpoint")],
  [
    /sandbox\//,
    skipped("of operations of Microsoft's integration sandbox, which are not described"),
  ],
  [/paging\.invoice/, skipped("of an operation about invoices, which is not described")],
  [
    /third-shape/,
    skipped("of an operation about the validation of customers, which is not described"),
  ],
  [
    /remove-dap/,
    skipped("ends delegated administration, which the description leaves out on purpose"),
  ],
  [/\.decoded\./, skipped("JSON from within a string of another payload")],
  [/relationship-request\//, of("getRelationshipRequestLink")],
  [/relationships\/list\./, of("listPartnerRelationships")],
  [/relationships\/by-customer\./, of("listCustomerRelationships")],
  [/customers\/by-id\./, of("getCustomer")],
  [/customers\/(list|by-name|of-reseller|paging)\./, of("listCustomers")],
  [/remove-relationship\//, of("removeResellerRelationship")],
  [/profiles-mpn\/|errors\/404\.code-3000/, of("getMpnProfile")],
  [/agreement-status\/|errors\/400\.code-2000/, of("getAgreementStatus")],
  [/validate-resellers\//, of("validateResellers")],
  [/errors\/403\.code-20002/, of("getCustomer")],
  [/errors\/code-1002/, of("listCustomerRelationships")],
  [/audit\/|errors\/429/, of("listAuditRecords")],
  [/webhooks\/registration-events\.get\./, of("listWebhookEvents")],
  [/webhooks\/registration\.get\./, of("getWebhookRegistration")],
  [/webhooks\/registration\.post\./, of("createWebhookRegistration")],
  [/webhooks\/registration\.put\./, of("updateWebhookRegistration")],
  [/webhooks\/validation-events\.post\./, of("createWebhookValidation")],
  [/webhooks\/validation-events\.get\./, of("getWebhookValidation")],
  [/webhooks\/(events\/|callback\.|event-model\.)/, of(EVENT)],
];

/** The description without references. */
async function readDescription(): Promise<Description> {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-payloads-"));
  try {
    const output = join(folder, "openapi.json");
    await run("redocly", "bundle", "partner-center", "--dereferenced", "--output", output);
    return JSON.parse(await readFile(output, "utf8"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A payload, or why there is nothing to validate. */
type Finding =
  | { readonly title: string; readonly payload: unknown; readonly schema: Schema | undefined }
  | { readonly skipped: string };

async function find(description: Description, folder: string, file: string): Promise<Finding> {
  const [, meaning] = MEANINGS.find(([path]) => path.test(file)) ?? [];
  if (meaning === undefined || "skipped" in meaning) {
    return meaning ?? { title: "no name that is known", payload: undefined, schema: undefined };
  }
  const text = await readFile(join(folder, file), "utf8");
  // Some were recorded with the byte order mark that the service sends.
  const payload = JSON.parse(text.replace(/^\uFEFF/, ""));
  if (meaning.of === EVENT) {
    const event = description.webhooks?.[payload.EventName]?.post;
    return event === undefined
      ? skipped(`the event ${payload.EventName} is not described`)
      : { title: payload.EventName, payload, schema: schemaOf(event, "request") };
  }
  const part = partOf(file);
  const schema = schemaOf(operationOf(description, meaning.of), part);
  return { title: `${meaning.of}, ${part}`, payload, schema };
}

/** Which part of an operation a file holds: its name tells. */
function partOf(file: string): string {
  const name = file.replace(/^.*\//, "");
  if (/(^|\.)request\./.test(name)) {
    return "request";
  }
  const [status] = /(?<=^|response-)[1-5]\d\d(?=\.)/.exec(name) ?? [];
  return status ?? (name.startsWith("code-") ? "default" : "200");
}

function operationOf(description: Description, operationId: string): Operation | undefined {
  return Object.values(description.paths)
    .flatMap((item) => METHODS.map((method) => item[method]))
    .find((operation) => operation?.operationId === operationId);
}

/** The schema of a part of an operation; undefined where the description has none. */
function schemaOf(operation: Operation | undefined, part: string): Schema | undefined {
  const described = part === "request" ? operation?.requestBody : operation?.responses[part];
  const schema = described?.content?.["application/json"]?.schema;
  return schema && closed(schema);
}

/** The schema without room for what it does not name: a documented payload has to be described to its last property. */
function closed(schema: Schema): Schema {
  const { properties, items, anyOf } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, closed(property)]),
      ),
      unevaluatedProperties: false,
    }),
    ...(items && { items: closed(items) }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map(closed) }),
  };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  refuseUse(
    "Usage: npm run spec:payloads -- FOLDER\nFOLDER has documented payloads, in files of the names that scripts/validate-payloads.ts knows.",
  );
}
const files = await readdir(folder, { recursive: true }).catch(() =>
  refuseUse(`${folder} is not a folder that can be read.`),
);
const description = await readDescription();
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const count = { valid: 0, skipped: 0, invalid: 0 };

for (const file of files.filter((name) => name.endsWith(".json")).sort()) {
  const found = await find(description, folder, file).catch((error: Error) => ({
    title: error.message,
    payload: undefined,
    schema: undefined,
  }));
  if ("skipped" in found) {
    count.skipped++;
    console.log(`skipped ${file}: ${found.skipped}`);
  } else if (found.schema !== undefined && ajv.validate(found.schema, found.payload)) {
    count.valid++;
    console.log(`valid ${file}: ${found.title}`);
  } else {
    count.invalid++;
    const reason = found.schema === undefined ? "no schema" : ajv.errorsText(ajv.errors);
    console.error(`INVALID ${file}: ${found.title}: ${reason}`);
  }
}
console.log(`${count.valid} valid, ${count.skipped} skipped, ${count.invalid} invalid.`);
process.exitCode = count.invalid > 0 || count.valid === 0 ? 1 : 0;
