import { FORMAT_OPTIONS, JSON_OUTPUT, PROFILE } from "../parser/common-options.js";
import { defineCommand, type OptionTable } from "../parser/definition.js";

export const profilesOptions = {
  ...FORMAT_OPTIONS,
  profile: PROFILE,
  json: JSON_OUTPUT,
} as const satisfies OptionTable;

export const profiles = defineCommand({
  name: "profiles",
  group: "Sign-in",
  summary: "List the kept sign-ins, and mark the one in use.",
  options: profilesOptions,
  examples: ["profiles"],
  guide: "The shell",
  load: async () => (await import("./profiles.handler.js")).printProfiles,
});
