import type { AttemptEvent } from "../../transport/observe.js";
import type { RetryEvent } from "../../transport/retry.js";
import type { TraceIds } from "../../wire/trace.js";
import type { Shell } from "../shell.js";
import { jsonLine } from "./json-line.js";
import { oneLine } from "./one-line.js";
import { erasedLine } from "./spinner.js";
import { wrappedFor } from "./wrapped.js";

/** What is told on standard error, all but warnings only with `--verbose`. With `--json` each line is an object. */
export interface Log {
  attempt(event: AttemptEvent): void;
  retry(event: RetryEvent): void;
  note(text: string): void;
  warning(text: string): void;
}

/** Options that say what is told, and how. */
export interface LogOptions {
  readonly verbose?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export function createLog(
  shell: Pick<Shell, "env" | "stderr">,
  { verbose = false, json = false }: LogOptions,
): Log {
  const tell = (kind: string, event: object, words: () => string, isTold = verbose) => {
    if (isTold) {
      const line = json ? jsonLine({ [kind]: event }) : wrappedFor(shell.stderr, oneLine(words()));
      shell.stderr.write(`${erasedLine(shell)}${line}\n`);
    }
  };
  return {
    attempt: (event) => tell("attempt", event, () => attemptWords(event)),
    retry: (event) => tell("retry", event, () => retryWords(event)),
    note: (text) => tell("note", { text }, () => text),
    warning: (text) => tell("warning", { text }, () => `partner-center: ${text}`, true),
  };
}

function attemptWords({ method, status, reason, ...event }: AttemptEvent): string {
  const outcome = status ?? reason ?? "given up";
  return `${method} ${shownPath(event)} ${outcome} in ${event.durationMs} ms, attempt ${event.attempt} (${idWords(event)})`;
}

/** Returns the ids to quote, with the names of their headers. */
export function idWords({ requestId, correlationId, cv, serverId }: TraceIds): string {
  return Object.entries({
    "MS-RequestId": requestId,
    "MS-CorrelationId": correlationId,
    "MS-CV": cv,
    "MS-ServerId": serverId,
  })
    .filter(([, id]) => id !== undefined)
    .map(([name, id]) => `${name} ${id}`)
    .join(", ");
}

/** The path with the values that may be shown, and of the query the same. */
function shownPath({
  pathTemplate = "",
  parameters,
}: Pick<AttemptEvent, "pathTemplate" | "parameters">): string {
  const path = pathTemplate.replace(/\{(\w+)\}/g, (brace, name) => parameters[name] ?? brace);
  const query = Object.entries(parameters).filter(([name]) => !pathTemplate.includes(`{${name}}`));
  const search = new URLSearchParams(query).toString();
  return `${path}${search && `?${search}`}`;
}

function retryWords({ attempt, waitMs, isOfAnotherCall }: RetryEvent): string {
  const why = isOfAnotherCall ? ", as the service asked another call to wait" : "";
  return `Waiting ${(waitMs / 1000).toFixed(1)} s before attempt ${attempt + 1}${why}.`;
}
