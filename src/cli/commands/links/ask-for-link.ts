import type { GetRelationshipRequestLinkParameters } from "../../../../generated/openapi.js";
import { isPartnerCenterError } from "../../../failure/error.js";
import { traceOf } from "../../../wire/trace.js";
import { CommandFailure } from "../../command-failure.js";
import { type Connection, idsOf } from "../../connection.js";
import { isShownLink, NOT_SHOWN } from "../../terminal/shown-link.js";
import type { LinkRow } from "./link-row.js";

/** What came of asking: the row, and the failure where there is no link. */
export interface Asked {
  readonly row: LinkRow;
  readonly failure?: CommandFailure | undefined;
}

/** With what is asked. */
export interface AskingWith {
  readonly connection: Connection;
  readonly query: GetRelationshipRequestLinkParameters;
  readonly signal: AbortSignal;
}

/** Asks for the link of a reseller. Rejects only for what was not foreseen, and with the reason of the signal. */
export async function askForLink(
  reseller: Pick<LinkRow, "tenant" | "name">,
  { connection, query, signal }: AskingWith,
): Promise<Asked> {
  // Of its own, as a signal that outlives its calls would keep a listener of each.
  const own = new AbortController();
  const abort = () => own.abort(signal.reason);
  signal.addEventListener("abort", abort);
  try {
    signal.throwIfAborted();
    const parameters = { ...query, indirectResellerId: reseller.tenant };
    const call = connection.client.getRelationshipRequestLink(parameters, { signal: own.signal });
    const { data, response } = await call.withResponse();
    const { url: link } = data;
    const ids = idsOf(traceOf(response));
    return isShownLink(link)
      ? { row: { ...reseller, link, ...ids } }
      : {
          row: {
            ...reseller,
            error: NOT_SHOWN,
            reason: "malformed-response",
            ...ids,
          },
        };
  } catch (error) {
    const failure = connection.failure(error);
    if (signal.aborted || !(failure instanceof CommandFailure)) {
      throw failure;
    }
    const known = isPartnerCenterError(error) ? error : undefined;
    const ids = known && idsOf(known);
    return {
      row: { ...reseller, error: failure.message, reason: known?.reason, ...ids },
      failure,
    };
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
