import { examples } from "../../../generated/examples.js";

/** What the service says to a call, before it is written as a reply. */
export type Answer =
  | { readonly body: unknown }
  | {
      readonly status: number;
      readonly fault: object;
      readonly headers?: Record<string, string>;
    };

/** A failure with one of the description's faults. */
export function refused(
  status: number,
  fault: object,
  headers: Record<string, string> = {},
): Answer {
  return { status, fault, headers };
}

/** The failure of a call that makes no sense, and why. */
export function invalidInput(description: string): Answer {
  return refused(400, { ...examples.InvalidInput, description });
}

/** The fault of an example, with this id in place of that of the example. */
export function about<Fault extends { readonly description: string }>(
  fault: Fault,
  id: unknown,
): Fault {
  const description = fault.description.replace(/[\da-f]{8}(-[\da-f]+){4}|\d{4,}/, () =>
    String(id),
  );
  return { ...fault, description };
}
