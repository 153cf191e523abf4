import { CommandFailure, EXIT } from "../command-failure.js";
import { connect } from "../connection.js";
import type { Options } from "../parser/definition.js";
import { callSettings, linkParameters } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { openBrowser } from "../terminal/browser.js";
import { jsonLine } from "../terminal/json-line.js";
import { isShownLink, NOT_SHOWN } from "../terminal/shown-link.js";
import type { linkOptions } from "./link.js";

/** Prints the link, or with `--json` an object with the link and the ids to quote; with `--open` it opens the link, too. */
export async function printLink(options: Options<typeof linkOptions>, shell: Shell): Promise<void> {
  const { locale, json, open } = options;
  const parameters = {
    ...linkParameters(options),
    indirectResellerId: options["indirect-reseller"],
  };
  const correlationId = options["correlation-id"];
  const connection = await connect(
    { ...callSettings(options, shell), locale, correlationId },
    shell,
  );
  const { url, attributes } = await connection.while(
    "Asking Partner Center for the link",
    connection.client.getRelationshipRequestLink(parameters, { signal: shell.signal }),
  );
  const ids = connection.ids();
  if (!isShownLink(url)) {
    throw new CommandFailure(
      `${NOT_SHOWN} (MS-RequestId: ${ids.requestId}, MS-CorrelationId: ${ids.correlationId})`,
      EXIT.refused,
      { reason: "malformed-response", ...ids },
    );
  }
  await shell.print(json ? `${jsonLine({ url, attributes, ...ids })}\n` : `${url}\n`);
  if (open) {
    await openLink(url, shell);
  }
}

async function openLink(url: string, shell: Shell): Promise<void> {
  let failure: CommandFailure | undefined;
  await openBrowser(url, shell, (why) => {
    const message = `No browser was opened, because ${why}. Open the link yourself.`;
    failure = new CommandFailure(message, EXIT.refused, { reason: "browser" });
    // The program that opens it may fail when this has ended.
    process.exitCode = EXIT.refused;
  });
  if (failure !== undefined) {
    throw failure;
  }
}
