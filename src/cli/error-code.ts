/** Returns the message of what was thrown. No instanceof: errors of the platform may belong to another realm. */
export function messageOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error && error.message
    ? String(error.message)
    : "no reason given";
}

/** Returns the code of a system error. */
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
