import { CommandFailure, EXIT } from "../command-failure.js";
import { connect } from "../connection.js";
import type { Given } from "../parser/command-line.js";
import { linkSettings } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { openBrowser } from "../terminal/browser.js";
import { jsonLine } from "../terminal/json-line.js";
import { isShownLink, NOT_SHOWN } from "../terminal/shown-link.js";

/** Prints the link, or with `--json` an object with the link and the ids to quote; with `--open` it opens the link, too. */
export async function link(given: Given, shell: Shell): Promise<void> {
  const settings = linkSettings(given);
  const connection = await connect(settings, shell);
  const { url, attributes } = await connection.while(
    "Asking Partner Center for the link",
    connection.client.getRelationshipRequestLink(settings.query, { signal: shell.signal }),
  );
  const ids = connection.ids();
  if (!isShownLink(url)) {
    throw new CommandFailure(
      `${NOT_SHOWN} (MS-RequestId: ${ids.requestId}, MS-CorrelationId: ${ids.correlationId})`,
      EXIT.refused,
      { reason: "malformed-response", ...ids },
    );
  }
  await shell.print(settings.json ? `${jsonLine({ url, attributes, ...ids })}\n` : `${url}\n`);
  if (settings.open) {
    await openLink(url, shell);
  }
}

async function openLink(url: string, shell: Shell): Promise<void> {
  let failure: CommandFailure | undefined;
  await openBrowser(url, shell, (why) => {
    const message = `The link is there, but no browser was opened, as ${why}. Open it yourself.`;
    failure = new CommandFailure(message, EXIT.refused, { reason: "browser" });
    // The program that opens it may fail when this has ended.
    process.exitCode = EXIT.refused;
  });
  if (failure !== undefined) {
    throw failure;
  }
}
