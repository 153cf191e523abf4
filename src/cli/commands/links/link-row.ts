import type { TraceIds } from "../../../wire/trace.js";
import type { Columns } from "../../terminal/list.js";

/** What became of one reseller: its link, or why there is none, with the ids to quote. */
export interface LinkRow extends Partial<TraceIds> {
  readonly tenant: string;
  readonly name?: string | undefined;
  readonly link?: string | undefined;
  readonly error?: string | undefined;
  /** Why the call failed, for a program. */
  readonly reason?: string | undefined;
}

/** The columns of CSV. */
export const LINK_COLUMNS: Columns<LinkRow> = [
  ["tenant", ({ tenant }) => tenant],
  ["name", ({ name }) => name],
  ["link", ({ link }) => link],
  ["error", ({ error }) => error],
  ["requestId", ({ requestId }) => requestId],
  ["correlationId", ({ correlationId }) => correlationId],
  ["serverId", ({ serverId }) => serverId],
];

/** The columns of a table for a person. */
export const LINK_TABLE_COLUMNS: Columns<LinkRow> = [
  ["tenant", ({ tenant }) => tenant],
  ["name", ({ name }) => name],
  ["link or error", ({ link, error }) => link ?? error],
];
