import { createPartnerCenterClient } from "../client.js";
import { getRelationshipRequestLink } from "../relationship-request-link.js";
import type { TraceIds } from "../wire/trace.js";
import { callFailure } from "./call-failure.js";
import { CommandFailure, EXIT } from "./command-failure.js";
import type { Given } from "./command-line.js";
import { findCredential } from "./credentials.js";
import { jsonLine } from "./json-line.js";
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
    if (!isLink(url)) {
      const { requestId, correlationId } = idsOf(ids);
      throw new CommandFailure(
        `The service answered with something that is no https link, and so is not shown. (MS-RequestId: ${requestId}, MS-CorrelationId: ${correlationId})`,
        EXIT.refused,
        { reason: "malformed-response", ...idsOf(ids) },
      );
    }
    shell.stdout.write(json ? `${jsonLine({ url, attributes, ...idsOf(ids) })}\n` : `${url}\n`);
  } catch (error) {
    throw callFailure(error, { mend, takesSecret, refused: EXIT.refused });
  } finally {
    stop();
  }
}

/** Whether a person can be told to open it: nothing in it is hidden, or would command a terminal. */
function isLink(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:" && !/[\p{C}\s]/u.test(text);
}

function idsOf(ids: TraceIds | undefined): Partial<TraceIds> {
  return {
    requestId: ids?.requestId,
    correlationId: ids?.correlationId,
    cv: ids?.cv,
    serverId: ids?.serverId,
  };
}
