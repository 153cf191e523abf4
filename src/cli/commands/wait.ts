import type { Customer } from "../../../generated/openapi.js";
import {
  type PollEvent,
  SHORTEST_INTERVAL_MS,
  waitForAcceptance,
} from "../../wait-for-acceptance.js";
import { usageFailure } from "../command-failure.js";
import { connect } from "../connection.js";
import type { Given } from "../parser/command-line.js";
import { optional, secondsValue, tenantValue } from "../parser/option-values.js";
import { callSettings } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { cellText } from "../terminal/checked-items.js";
import { jsonLine } from "../terminal/json-line.js";
import { oneLine } from "../terminal/one-line.js";

/** Waits until the customer has accepted, and prints that; a terminal gets a line for each look before. */
export async function wait(
  given: Given,
  shell: Shell,
  [operand = ""]: readonly string[],
): Promise<void> {
  const settings = callSettings(given);
  const id = tenantValue("<customer>", operand);
  const intervalMs = optional(intervalValue, given, "interval");
  const timeoutMs = optional(secondsValue, given, "within");
  const { client, failure, log } = await connect(settings, shell);
  const onPoll = (event: PollEvent) => {
    const words = lookWords(event);
    if (shell.stderr.isTTY && !settings.json) {
      shell.stderr.write(`${words}\n`);
    } else {
      log.note(words);
    }
  };
  try {
    const { signal } = shell;
    const customer = await waitForAcceptance(client, id, { intervalMs, timeoutMs, signal, onPoll });
    await shell.print(settings.json ? `${jsonLine(customer)}\n` : `${acceptance(customer, id)}\n`);
  } catch (error) {
    throw failure(error);
  }
}

const intervalValue: typeof secondsValue = (option, text) => {
  const ms = secondsValue(option, text);
  if (ms < SHORTEST_INTERVAL_MS) {
    throw usageFailure(
      `Expected \`${option}\` to be ${SHORTEST_INTERVAL_MS / 1000} seconds or more.`,
    );
  }
  return ms;
};

function lookWords({ poll, relationshipToPartner, error, waitMs }: PollEvent): string {
  const seen =
    error === undefined
      ? `not accepted yet${relationshipToPartner ? ` (${relationshipToPartner})` : ""}`
      : `no answer (${error.reason}${error.status === undefined ? "" : `, ${error.status}`})`;
  return oneLine(`Look ${poll}: ${seen}; the next one in ${Math.ceil(waitMs / 1000)} s.`);
}

function acceptance({ companyProfile }: Customer, id: string): string {
  return oneLine(
    `${cellText(companyProfile?.companyName) ?? "The customer"} (${id}) has accepted.`,
  );
}
