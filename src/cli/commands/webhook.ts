import { CALL_OPTIONS } from "../parser/common-options.js";
import { defineCommand, type OptionTable } from "../parser/definition.js";

const COMMON = { group: "Webhooks", guide: "Know that it was accepted" } as const;

export const webhookSetOptions = {
  url: {
    type: "webhook",
    placeholder: "url",
    isArgument: true,
    description: "URL that receives the events",
  },
  event: {
    type: "text",
    placeholder: "name",
    isRepeatable: true,
    description:
      "event to receive, repeatable; by default those registered already, else both acceptances and test-created",
  },
  replace: { type: "flag", description: "replace a registration of another URL" },
  ...CALL_OPTIONS,
} as const satisfies OptionTable;

export const webhookShow = defineCommand({
  ...COMMON,
  name: "webhook show",
  summary: "Print the webhook registration of the tenant.",
  options: CALL_OPTIONS,
  examples: ["webhook show"],
  load: async () => (await import("./webhook.handler.js")).showRegistration,
});

export const webhookEvents = defineCommand({
  ...COMMON,
  name: "webhook events",
  summary: "Print the names of the events that can be registered.",
  options: CALL_OPTIONS,
  examples: ["webhook events"],
  load: async () => (await import("./webhook.handler.js")).printEvents,
});

export const webhookSet = defineCommand({
  ...COMMON,
  name: "webhook set",
  summary: "Register a URL for events.",
  options: webhookSetOptions,
  examples: ["webhook set https://hooks.fabrikam.com/partner-center"],
  load: async () => (await import("./webhook.handler.js")).register,
});

export const webhookTest = defineCommand({
  ...COMMON,
  name: "webhook test",
  summary: "Send a test event to the registered URL, and print the result.",
  options: CALL_OPTIONS,
  examples: ["webhook test"],
  load: async () => (await import("./webhook.handler.js")).testRegistration,
});
