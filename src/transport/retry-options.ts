import { invalidOption } from "../invalid-option.js";
import type { RetryOptions } from "./retry.js";

// setTimeout takes a longer time for 1 ms.
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The options of retrying, with `false` for none. Throws `TypeError` for those that cannot work. */
export function checkedRetry(retry: RetryOptions | false): RetryOptions {
  if (retry === false) {
    return { maxRetries: 0 };
  }
  if (typeof retry !== "object" || retry === null) {
    throw invalidOption("retry", "an object or false", retry);
  }
  const { maxRetries, maxDelayMs, budgetMs, onRetry } = retry;
  if (maxRetries !== undefined && !(Number.isInteger(maxRetries) && maxRetries >= 0)) {
    throw invalidOption("retry.maxRetries", "a whole number from 0 on", maxRetries);
  }
  if (maxDelayMs !== undefined && !(maxDelayMs >= 0 && maxDelayMs <= LONGEST_TIMER_MS)) {
    throw invalidOption(
      "retry.maxDelayMs",
      `milliseconds from 0 to ${LONGEST_TIMER_MS}`,
      maxDelayMs,
    );
  }
  if (budgetMs !== undefined && !(budgetMs > 0)) {
    throw invalidOption("retry.budgetMs", "milliseconds, more than 0", budgetMs);
  }
  if (onRetry !== undefined && typeof onRetry !== "function") {
    throw invalidOption("retry.onRetry", "a function", onRetry);
  }
  return retry;
}
