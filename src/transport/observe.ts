import { isPartnerCenterError, type PartnerCenterErrorReason } from "../failure/error.js";
import type { DescribeCall } from "../wire/call-context.js";
import { calledOperation, queryOf } from "../wire/operation.js";
import { type TraceIds, traceOf } from "../wire/trace.js";
import type { Attempt } from "./attempt.js";

/** One attempt, as far as a log may know it: nothing is in here that is not listed here. */
export interface AttemptEvent extends TraceIds {
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The operation of the description; undefined for a call that it does not have. */
  readonly operationId: string | undefined;
  /** The path as the description has it, with its parameters in braces; never what was sent in their place. */
  readonly pathTemplate: string | undefined;
  /** What was sent for those parameters of path and query that a log may show, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Counted from 1, within one call. */
  readonly attempt: number;
  /** Milliseconds from sending to the end of the reply's body. */
  readonly durationMs: number;
  /** The HTTP status; undefined when there was no reply. */
  readonly status: number | undefined;
  /** Why there was no reply, or none that can be used; undefined when there was one, and when the caller aborted. */
  readonly reason: PartnerCenterErrorReason | undefined;
}

/** Called after each attempt. What it throws ends the call. */
export type OnAttempt = (event: AttemptEvent) => void;

/** Reports each attempt to `onAttempt` once it has ended. */
export function observed(
  attempt: Attempt,
  onAttempt: OnAttempt,
  monotonic: () => number,
  describe: DescribeCall,
): Attempt {
  return (request, limits) => {
    const startedAt = monotonic();
    const report = (trace: TraceIds, outcome: Pick<AttemptEvent, "status" | "reason">) => {
      const { requestId, correlationId, cv, serverId } = trace;
      const durationMs = Math.round(monotonic() - startedAt);
      const ids = { requestId, correlationId, cv, serverId };
      const { attempt } = limits;
      onAttempt({
        method: request.method,
        ...loggable(request),
        attempt,
        durationMs,
        ...outcome,
        ...ids,
      });
    };
    return attempt(request, limits).then(
      (response) => {
        report(traceOf(response), { status: response.status, reason: undefined });
        return response;
      },
      (error: unknown) => {
        const failure = isPartnerCenterError(error) ? error : undefined;
        const { requestId, correlationId, cv } = describe(request);
        report(failure ?? { requestId, correlationId, cv, serverId: undefined }, {
          status: failure?.status,
          reason: failure?.reason,
        });
        throw error;
      },
    );
  };
}

function loggable({
  method,
  url,
}: Request): Pick<AttemptEvent, "operationId" | "pathTemplate" | "parameters"> {
  const called = calledOperation(method, url);
  const parameters: Record<string, string> = {};
  const query = queryOf(url);
  for (const { name, in: place, isLoggable } of called?.operation.parameters ?? []) {
    const value = place === "path" ? called?.pathValues[name] : query.get(name);
    if (isLoggable && typeof value === "string") {
      parameters[name] = value;
    }
  }
  const { operationId, path: pathTemplate } = called?.operation ?? {};
  return { operationId, pathTemplate, parameters };
}
