import type { Customer } from "../../../generated/openapi.js";
import { type PollEvent, waitForAcceptance } from "../../wait-for-acceptance.js";
import { connect } from "../connection.js";
import type { Options } from "../parser/definition.js";
import { callSettings } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { cellText } from "../terminal/checked-items.js";
import { jsonLine } from "../terminal/json-line.js";
import { oneLine } from "../terminal/one-line.js";
import { wrappedFor } from "../terminal/wrapped.js";
import type { waitOptions } from "./wait.js";

/** Waits until the customer has accepted, and prints that; a terminal gets a line for each look before. */
export async function waitForCustomer(
  options: Options<typeof waitOptions>,
  shell: Shell,
): Promise<void> {
  const settings = callSettings(options, shell);
  const { customer: id, interval: intervalMs, within: timeoutMs } = options;
  const { client, failure, log } = await connect(settings, shell);
  const onPoll = (event: PollEvent) => {
    const words = pollText(event);
    if (shell.stderr.isTTY && !settings.json) {
      shell.stderr.write(`${wrappedFor(shell.stderr, words)}\n`);
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

function pollText({ poll, relationshipToPartner, error, waitMs }: PollEvent): string {
  const seen =
    error === undefined
      ? `not accepted yet${relationshipToPartner ? ` (${relationshipToPartner})` : ""}`
      : `no answer (${error.reason}${error.status === undefined ? "" : `, ${error.status}`})`;
  return oneLine(`Poll ${poll}: ${seen}; the next in ${Math.ceil(waitMs / 1000)} s.`);
}

function acceptance({ companyProfile }: Customer, id: string): string {
  return oneLine(
    `${cellText(companyProfile?.companyName) ?? "The customer"} (${id}) has accepted.`,
  );
}
