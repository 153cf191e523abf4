import { CALL_OPTIONS, CUSTOMER } from "../parser/common-options.js";
import { defineCommand, type OptionTable } from "../parser/definition.js";

export const waitOptions = {
  customer: CUSTOMER,
  interval: {
    type: "seconds",
    placeholder: "seconds",
    // As `waitForAcceptance` has it.
    least: 60,
    description: "time between two polls; 300 by default, 60 at least",
  },
  within: {
    type: "seconds",
    placeholder: "seconds",
    description: "give up after this time; never by default",
  },
  ...CALL_OPTIONS,
} as const satisfies OptionTable;

export const wait = defineCommand({
  name: "wait",
  group: "Links",
  summary: "Wait until a customer has accepted the partner.",
  options: waitOptions,
  examples: ["wait <customer>", "wait <customer> --interval 60 --within 86400"],
  guide: "Know that it was accepted",
  load: async () => (await import("./wait.handler.js")).waitForCustomer,
});
