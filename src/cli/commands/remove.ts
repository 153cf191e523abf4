import { CALL_OPTIONS, CUSTOMER } from "../parser/common-options.js";
import { defineCommand, type OptionTable } from "../parser/definition.js";

export const removeOptions = {
  customer: CUSTOMER,
  yes: {
    type: "tenant",
    placeholder: "tenant",
    description: "skip the prompt by repeating the customer id",
  },
  ...CALL_OPTIONS,
} as const satisfies OptionTable;

export const remove = defineCommand({
  name: "remove",
  group: "Partners and customers",
  summary: "End the reseller relationship with a customer, after a prompt.",
  options: removeOptions,
  examples: ["remove <customer>", "remove <customer> --yes <customer>"],
  guide: "The shell",
  load: async () => (await import("./remove.handler.js")).removeRelationship,
});
