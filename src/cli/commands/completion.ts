import { defineCommand, type OptionTable } from "../parser/definition.js";

export const completionOptions = {
  shell: {
    type: "choice",
    placeholder: "shell",
    isArgument: true,
    values: ["bash", "zsh", "fish", "pwsh"],
    description: "bash, zsh, fish or pwsh",
  },
} as const satisfies OptionTable;

export const completion = defineCommand({
  name: "completion",
  group: "Tools",
  summary: "Print a completion script for bash, zsh, fish or pwsh.",
  options: completionOptions,
  examples: ["completion bash >> ~/.bashrc"],
  guide: "The shell",
  load: async () => (await import("./completion.handler.js")).printScript,
});
