import { LIST_OPTIONS } from "../parser/common-options.js";
import { defineCommand } from "../parser/definition.js";

export const resellers = defineCommand({
  name: "resellers",
  group: "Partners and customers",
  summary: "List the indirect resellers of the partner.",
  options: LIST_OPTIONS,
  examples: ["resellers", "resellers --output csv > resellers.csv"],
  guide: "The shell",
  load: async () => (await import("./partners.handler.js")).printResellers,
});

export const providers = defineCommand({
  name: "providers",
  group: "Partners and customers",
  summary: "List the indirect providers of the partner.",
  options: LIST_OPTIONS,
  examples: ["providers"],
  guide: "The shell",
  load: async () => (await import("./partners.handler.js")).printProviders,
});
