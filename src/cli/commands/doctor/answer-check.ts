import { DEFAULT_TIMEOUT_MS } from "../../../client.js";
import { clouds } from "../../../token/clouds.js";
import { createAttempt } from "../../../transport/attempt.js";
import { observed } from "../../../transport/observe.js";
import { createDescribeCall } from "../../../wire/call-context.js";
import { CORRELATION_ID_HEADER, REQUEST_ID_HEADER } from "../../../wire/headers.js";
import { VERSION } from "../../../wire/operation.js";
import { callFailure } from "../../call-failure.js";
import { CommandFailure, EXIT, orFailure } from "../../command-failure.js";
import type { CallSettings } from "../../parser/settings.js";
import type { Shell } from "../../shell.js";
import type { Log } from "../../terminal/log.js";
import { type Check, passed, wrong } from "./check.js";

/** Whether the service answers at all, asked once and without a token: whatever the status, it is an answer. */
export async function answerCheck(
  {
    cloud = "global",
    baseUrl = clouds[cloud].baseUrl,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  }: Pick<CallSettings, "cloud" | "baseUrl" | "timeoutMs">,
  { now, signal }: Shell,
  log: Log,
): Promise<Check> {
  const describe = createDescribeCall();
  const attempt = observed(
    createAttempt(fetch, new URL(baseUrl).origin, describe),
    log.attempt,
    now,
    describe,
  );
  const request = new Request(`${baseUrl}/v${VERSION}/customers/relationshiprequests`, {
    signal,
    headers: {
      [REQUEST_ID_HEADER]: crypto.randomUUID(),
      [CORRELATION_ID_HEADER]: crypto.randomUUID(),
    },
  });
  const startedAt = now();
  const asked = attempt(request, { attempt: 1, timeoutMs }).catch((error) => {
    throw callFailure(error, { refused: EXIT.refused });
  });
  const outcome = await orFailure(asked);
  return outcome instanceof CommandFailure
    ? wrong("service", outcome)
    : passed(
        "service",
        `answers in ${now() - startedAt} ms, with ${outcome.status} as there is no token`,
      );
}
