/** A parameter as the page asks for it. */
export interface TryParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly type: "string" | "boolean" | "integer" | "number";
  readonly isRequired: boolean;
  /** All that it can be, where that is known. */
  readonly values: readonly string[];
  /** Stands in the field from the start. */
  readonly value: string;
  /** Shows what is meant while the field is empty. */
  readonly example: string;
}

/** An operation as the page offers it. */
export interface TryOperation {
  readonly operationId: string;
  readonly method: string;
  /** With the parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly group: string;
  readonly parameters: readonly TryParameter[];
  /** An example of what it is sent, as JSON; undefined for an operation without a body. */
  readonly body: string | undefined;
}

/** The id of the element that holds them, as JSON. */
export const OPERATIONS_ID = "operations";
