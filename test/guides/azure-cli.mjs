#!/usr/bin/env node
// Stands in for the Azure CLI, with the commands and options of 2.45 that a guide uses, and a tenant in the file $TENANT.
import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const text = { type: "string" };
const flag = { type: "boolean" };
const OPTIONS = {
  login: { tenant: text, "allow-no-subscriptions": flag },
  "ad sp show": { id: text },
  "ad sp create": { id: text },
  "ad app create": {
    "display-name": text,
    "sign-in-audience": text,
    "public-client-redirect-uris": text,
    "is-fallback-public-client": text,
    "required-resource-accesses": text,
  },
  "ad app permission admin-consent": { id: text },
};

function end(exitCode, message) {
  process.stderr.write(`ERROR: ${message}\n`);
  process.exit(exitCode);
}

const words = process.argv.slice(2);
const first = words.findIndex((word) => word.startsWith("-"));
const command = words.slice(0, first).join(" ");
const options = OPTIONS[command] ?? end(2, `'${command}' is not in the 'az' command group.`);
let given;
try {
  const all = { ...options, output: text, query: text };
  given = parseArgs({ args: words.slice(first), options: all }).values;
} catch (error) {
  end(2, error.message);
}

const tenant = JSON.parse(readFileSync(process.env.TENANT, "utf8"));
const nothing = (id) => end(3, `Resource '${id}' does not exist.`);
const principal = (id) => tenant.servicePrincipals.find(({ appId }) => appId === id) ?? nothing(id);
const application = (id) => tenant.applications.find(({ appId }) => appId === id) ?? nothing(id);

const RUN = {
  login() {
    tenant.signedIn = given.tenant;
  },
  "ad sp show": () => principal(given.id),
  "ad sp create"() {
    const known = tenant.known[given.id] ?? application(given.id);
    tenant.servicePrincipals.push({ appId: given.id, ...known });
  },
  "ad app create"() {
    const { output: _output, query: _query, ...settings } = given;
    const accesses = JSON.parse(given["required-resource-accesses"]);
    const changed = { ...settings, "required-resource-accesses": accesses };
    const sameName = ({ "display-name": name }) => name === given["display-name"];
    const known = tenant.applications.find(sameName);
    if (known !== undefined) {
      return Object.assign(known, changed);
    }
    const app = { appId: randomUUID(), consented: [], ...changed };
    tenant.applications.push(app);
    return app;
  },
  "ad app permission admin-consent"() {
    const app = application(given.id);
    principal(given.id);
    app.consented = app["required-resource-accesses"].flatMap((one) => one.resourceAccess);
  },
};

if (command !== "login" && tenant.signedIn === undefined) {
  end(1, "Please run 'az login' to setup account.");
}
const result = RUN[command]();
writeFileSync(process.env.TENANT, JSON.stringify(tenant));

/** The two forms of JMESPath that are needed: a member, and a member of the items that have a value. */
function asked(value, query) {
  const [, list, key, wanted, member] = /^(\w+)\[\?(\w+)=='(.*)'\]\.(\w+)$/.exec(query) ?? [];
  return list === undefined
    ? [value[query]]
    : value[list].filter((item) => item[key] === wanted).map((item) => item[member]);
}
if (given.output === "tsv") {
  process.stdout.write(`${asked(result, given.query).join("\n")}\n`);
} else if (given.output !== "none" && result !== undefined) {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
