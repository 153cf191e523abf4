/** The code with which the system refused, for a message. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error
    ? String(error.code)
    : "unknown";
}

/** Whether it refused because there is nothing under that name. */
export function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}

/** Returns whether a write failed because the reader of the pipe has closed it. */
export function isClosedPipe(error: unknown): boolean {
  return codeOf(error) === "EPIPE";
}
