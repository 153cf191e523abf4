import { LIST_OPTIONS } from "../parser/common-options.js";
import { defineCommand, type OptionTable } from "../parser/definition.js";

export const customersOptions = {
  reseller: {
    type: "tenant",
    placeholder: "tenant",
    conflictsWith: "domain",
    description: "only customers of this indirect reseller",
  },
  domain: {
    type: "text",
    placeholder: "prefix",
    description: "only customers whose domain name starts with this",
  },
  ...LIST_OPTIONS,
} as const satisfies OptionTable;

export const customers = defineCommand({
  name: "customers",
  group: "Partners and customers",
  summary: "List the customers of the partner.",
  options: customersOptions,
  examples: ["customers", "customers --domain contoso", "customers --reseller <tenant>"],
  guide: "The shell",
  load: async () => (await import("./customers.handler.js")).printCustomers,
});
