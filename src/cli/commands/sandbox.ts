import { defineCommand, type OptionTable } from "../parser/definition.js";

export const sandboxOptions = {
  port: {
    type: "whole",
    placeholder: "number",
    least: 0,
    most: 65_535,
    description: "port on 127.0.0.1; a free one by default",
  },
  data: {
    type: "text",
    placeholder: "file",
    isFile: true,
    conflictsWith: "scenario",
    description: "JSON with resellers, providers and customers, instead of the examples",
  },
  resellers: {
    type: "whole",
    placeholder: "number",
    least: 0,
    most: 100_000,
    conflictsWith: "data",
    description: "generate this many resellers",
  },
  "accept-after": {
    type: "seconds",
    placeholder: "seconds",
    conflictsWith: "scenario",
    description: "let a customer accept each link after this time",
  },
  webhook: {
    type: "webhook",
    placeholder: "url",
    conflictsWith: "scenario",
    description: "deliver events to this URL as they happen, signed",
  },
  "root-file": {
    type: "text",
    placeholder: "file",
    isFile: true,
    description: "write the root certificate of the events to this file, for the receiver to trust",
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
  examples: [
    "sandbox --port 8080",
    "sandbox --resellers 200 --accept-after 5",
    "sandbox --webhook http://127.0.0.1:3000/ --root-file root.pem",
  ],
  guide: "Testing with the sandbox",
  load: async () => (await import("./sandbox.handler.js")).serveSandbox,
});
