import { CALL_OPTIONS, LINK_OPTIONS } from "../parser/common-options.js";
import { defineCommand, type OptionTable } from "../parser/definition.js";

export const linkOptions = {
  "indirect-reseller": {
    type: "tenant",
    placeholder: "tenant",
    description: "tenant id of the indirect reseller",
  },
  ...LINK_OPTIONS,
  "correlation-id": {
    type: "guid",
    placeholder: "guid",
    description: "id by which Microsoft finds the call; a new one by default",
  },
  open: { type: "flag", description: "also open the link in the browser of this machine" },
  ...CALL_OPTIONS,
} as const satisfies OptionTable;

export const link = defineCommand({
  name: "link",
  group: "Links",
  summary: "Print the link to accept the partner as reseller.",
  options: linkOptions,
  examples: [
    "link",
    "link --indirect-reseller 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
    "link --dual-role --indirect-provider <tenant>",
    "link --token-stdin --json < token.txt",
  ],
  guide: "The shell",
  load: async () => (await import("./link.handler.js")).printLink,
});
