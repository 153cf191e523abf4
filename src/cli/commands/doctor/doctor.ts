import { CALL_OPTIONS } from "../../parser/common-options.js";
import { defineCommand } from "../../parser/definition.js";

export const doctor = defineCommand({
  name: "doctor",
  group: "Sign-in",
  summary: "Check the sign-in, the token and the connection.",
  options: CALL_OPTIONS,
  examples: ["doctor", "doctor --cloud china"],
  guide: "Errors and what to do",
  load: async () => (await import("./doctor.handler.js")).runChecks,
});
