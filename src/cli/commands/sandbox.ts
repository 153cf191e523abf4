import { defineCommand, type OptionTable } from "../parser/definition.js";

export const sandboxOptions = {
  port: {
    type: "whole",
    placeholder: "number",
    least: 0,
    most: 65_535,
    description: "port on 127.0.0.1; a free one by default",
  },
  scenario: {
    type: "text",
    placeholder: "name",
    description:
      "give every call this response, and keep no state; of several, separated by commas, each call gets the next",
  },
  "deliver-to": {
    type: "text",
    placeholder: "host",
    description: "also deliver events to this host; by default only to this machine",
  },
} as const satisfies OptionTable;

export const sandbox = defineCommand({
  name: "sandbox",
  group: "Tools",
  summary: "Serve a sandbox of Partner Center on this machine.",
  options: sandboxOptions,
  examples: ["sandbox --port 8080"],
  guide: "Testing with the sandbox",
  load: async () => (await import("./sandbox.handler.js")).serveSandbox,
});
