import { styleText } from "node:util";
import type { Shell } from "../../shell.js";
import { oneLine } from "../../terminal/one-line.js";
import type { Check } from "./check.js";

const COLORS = { ok: "green", wrong: "red", unknown: "yellow" } as const;
const STATE_WIDTH = 9;

/** A line for each check; coloured for a person, unless `NO_COLOR` is set. */
export function reportOf(
  checks: readonly Check[],
  { env, stdout }: Pick<Shell, "env" | "stdout">,
): string {
  const hasColor = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  const width = Math.max(...checks.map(({ about }) => about.length)) + 2;
  return checks
    .map(({ about, state, words }) => {
      const padded = state.padEnd(STATE_WIDTH);
      const shown = hasColor ? styleText(COLORS[state], padded) : padded;
      return `${shown}${about.padEnd(width)}${oneLine(words)}\n`;
    })
    .join("");
}
