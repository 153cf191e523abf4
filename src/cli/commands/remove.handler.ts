import { createInterface } from "node:readline";
import { CommandFailure, EXIT, usageFailure } from "../command-failure.js";
import { connect } from "../connection.js";
import type { Options } from "../parser/definition.js";
import { callSettings } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { cellText } from "../terminal/checked-items.js";
import { jsonLine } from "../terminal/json-line.js";
import { oneLine } from "../terminal/one-line.js";
import type { removeOptions } from "./remove.js";

/** Ends the relationship with a customer, once its name was typed or its id was given again. */
export async function removeRelationship(
  options: Options<typeof removeOptions>,
  shell: Shell,
): Promise<void> {
  const settings = callSettings(options, shell);
  const { customer: id, yes: confirmed } = options;
  if (confirmed !== undefined && confirmed.toLowerCase() !== id.toLowerCase()) {
    throw usageFailure("Invalid `--yes`: expected the same id as `<customer>`. Nothing was sent.");
  }
  const canAsk = shell.stdin.isTTY && shell.stderr.isTTY && !settings.tokenStdin;
  if (confirmed === undefined && !canAsk) {
    throw usageFailure(
      "No terminal to confirm on. Pass `--yes <tenant>` with the customer id. Nothing was sent.",
    );
  }
  const { signal } = shell;
  const connection = await connect(settings, shell);
  const { client } = connection;
  const customer = await connection.while(
    "Asking Partner Center for the customer",
    client.getCustomer({ customer_id: id }, { signal }),
  );
  const name = oneLine(cellText(customer.companyProfile?.companyName) ?? "") || id;
  if (confirmed === undefined) {
    await confirm(name, id, shell);
  }
  await connection.while(
    "Ending the relationship",
    client.removeResellerRelationship({ customer_id: id }, { signal }),
  );
  await shell.print(
    settings.json
      ? `${jsonLine({ id, name, ...connection.ids() })}\n`
      : `The relationship with ${name} (${id}) has ended.\n`,
  );
}

/** Has the name of the customer typed. Rejects with the failure that says that it was another. */
async function confirm(name: string, id: string, { stderr, signal }: Shell): Promise<void> {
  stderr.write(
    `This ends the relationship with ${name} (${id}); only another acceptance brings it back.\nType the name of the customer to go on: `,
  );
  // The terminal itself edits the line, so that Ctrl-C is a signal as everywhere.
  const lines = createInterface({ input: process.stdin, terminal: false, signal });
  const typed = await new Promise<string>((resolve) => {
    lines.once("line", resolve);
    lines.once("close", () => resolve(""));
  });
  lines.close();
  signal.throwIfAborted();
  if (typed.trim() !== name) {
    throw new CommandFailure("The names don't match. Nothing was removed.", EXIT.refused, {
      reason: "not-confirmed",
    });
  }
}
