import { CALL_OPTIONS, FORMAT_OPTIONS, LINK_OPTIONS } from "../../parser/common-options.js";
import { defineCommand, type OptionTable } from "../../parser/definition.js";

export const linksOptions = {
  from: {
    type: "text",
    placeholder: "file",
    isFile: true,
    conflictsWith: "all-resellers",
    description: "CSV with a column of tenant ids; - for standard input",
  },
  "all-resellers": {
    type: "flag",
    description: "every indirect reseller of the partner, instead of a file",
  },
  column: {
    type: "text",
    placeholder: "name",
    description: "column with the tenant ids; by default the one named tenant, tenantId or id",
  },
  concurrency: {
    type: "whole",
    placeholder: "number",
    least: 1,
    most: 256,
    description: "calls at a time; 8 by default",
  },
  resume: {
    type: "text",
    placeholder: "file",
    isFile: true,
    description: "record finished rows in this file, and continue where the last run ended",
  },
  strict: { type: "flag", description: "abort if any row is invalid" },
  ...FORMAT_OPTIONS,
  ...LINK_OPTIONS,
  ...CALL_OPTIONS,
} as const satisfies OptionTable;

export const links = defineCommand({
  name: "links",
  group: "Links",
  summary: "Print a link for each of many resellers, in input order.",
  options: linksOptions,
  examples: [
    "links --from resellers.csv > links.csv",
    "links --all-resellers --output jsonl",
    "links --from - --resume links.state < resellers.csv",
  ],
  guide: "Many links",
  load: async () => (await import("./links.handler.js")).printLinks,
});
