import { examples } from "../../../generated/examples.js";

/** What the gateway says to one call too many; it need not know when to come back. */
export function rateLimitExceeded(seconds: number | "none"): object {
  const { statusCode, message } = examples.RateLimitExceeded;
  return {
    statusCode,
    message:
      seconds === "none"
        ? message.replace(/ Try.*/, "")
        : message.replace(/\d+/, () => String(seconds)),
  };
}
