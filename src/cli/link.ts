import { createPartnerCenterClient } from "../client.js";
import { getRelationshipRequestLink } from "../relationship-request-link.js";
import type { TraceIds } from "../trace.js";
import { callFailure } from "./call-failure.js";
import { CommandFailure, EXIT } from "./command-failure.js";
import type { Given } from "./command-line.js";
import { findCredential } from "./credentials.js";
import { createLog } from "./log.js";
import { linkSettings } from "./settings.js";
import type { Shell } from "./shell.js";
import { startSpinner } from "./spinner.js";

/** Prints the link, or with `--json` an object with the link and the ids to quote. */
export async function link(given: Given, shell: Shell): Promise<void> {
  const settings = linkSettings(given);
  const { baseUrl, correlationId, json, locale, query, timeoutMs, verbose } = settings;
  const log = createLog(shell, settings);
  const { credential, cloud, mend, takesSecret } = await findCredential(settings, shell, log);
  let ids: TraceIds | undefined;
  let words = "Asking Partner Center for the link";
  const client = createPartnerCenterClient({
    credential,
    cloud,
    baseUrl,
    timeoutMs,
    locale,
    correlationId,
    onAttempt: (event) => {
      ids = event;
      log.attempt(event);
    },
    retry: {
      onRetry: (event) => {
        words = `Asking Partner Center again, ${Math.ceil(event.waitMs / 1000)} s after the last answer`;
        log.retry(event);
      },
    },
  });

  const stop = verbose || json ? () => undefined : startSpinner(shell, () => words);
  try {
    const { url, attributes } = await getRelationshipRequestLink(client, query, {
      signal: shell.signal,
    });
    stop();
    if (/[\p{Cc}\s]/u.test(url)) {
      throw new CommandFailure(
        "The service answered with something that is no link: there is white space in it. Try `--json`, which shows it.",
        EXIT.refused,
        { reason: "malformed-response", url },
      );
    }
    shell.stdout.write(
      json ? `${JSON.stringify({ url, attributes, ...idsOf(ids) })}\n` : `${url}\n`,
    );
  } catch (error) {
    throw callFailure(error, { mend, takesSecret, refused: EXIT.refused });
  } finally {
    stop();
  }
}

function idsOf(ids: TraceIds | undefined): Partial<TraceIds> {
  return {
    requestId: ids?.requestId,
    correlationId: ids?.correlationId,
    cv: ids?.cv,
    serverId: ids?.serverId,
  };
}
