import { PROFILE } from "../parser/common-options.js";
import { defineCommand, type OptionTable } from "../parser/definition.js";

export const signOutOptions = { profile: PROFILE } as const satisfies OptionTable;

export const signOut = defineCommand({
  name: "sign-out",
  group: "Sign-in",
  summary: "Delete the refresh token that sign-in kept.",
  options: signOutOptions,
  examples: ["sign-out"],
  guide: "The shell",
  load: async () => (await import("./sign-out.handler.js")).signOutUser,
});
