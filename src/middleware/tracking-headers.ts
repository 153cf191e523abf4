import { invalidOption } from "../invalid-option.js";
import type { Middleware } from "../openapi-fetch.js";
import {
  APPLICATION_HEADER,
  CORRELATION_ID_HEADER,
  CV_HEADER,
  HEADER_VALUE_RULE,
  isHeaderValue,
  LOCALE_HEADER,
  REQUEST_ID_HEADER,
  VALIDATE_MFA_HEADER,
} from "../wire/headers.js";

/** Options of {@link trackingHeaders}. */
export interface TrackingHeadersOptions {
  /**
   * One id for all calls of a unit of work, or a function that gives the id of each call.
   * @default a new GUID for each call
   */
  readonly correlationId?: string | (() => string) | undefined;
  /** Gives the correlation vector of each call. Without it none is sent, and the service starts its own. */
  readonly cv?: (() => string) | undefined;
  /** Language of texts in the reply, such as `de-DE`. The service assumes `en-US`. */
  readonly locale?: string | undefined;
  /** Name of the calling application, for Microsoft's records. */
  readonly applicationName?: string | undefined;
  /**
   * Asks the service to say in its reply whether the token has multifactor authentication (`traceOf(response).mfaCompliant`).
   * @default false
   */
  readonly validateMfa?: boolean | undefined;
  /**
   * Makes the GUIDs.
   * @default crypto.randomUUID
   */
  readonly randomUUID?: (() => string) | undefined;
}

/**
 * Sets on each call the ids by which support staff find it, `Accept: application/json`, and what the options name.
 * A header that the caller set wins. One request id stands for one logical call, however often it is sent.
 * Throws `TypeError` for a value that would not arrive as it was given.
 *
 * @see https://learn.microsoft.com/partner-center/developer/headers
 */
export function trackingHeaders(options: TrackingHeadersOptions = {}): Middleware {
  const { correlationId, cv, locale, applicationName, validateMfa = false } = options;
  const randomUUID = options.randomUUID ?? (() => crypto.randomUUID());
  for (const [option, value] of Object.entries({ locale, applicationName })) {
    if (value !== undefined && !isHeaderValue(value)) {
      throw invalidOption(option, HEADER_VALUE_RULE, value);
    }
  }
  if (
    correlationId !== undefined &&
    typeof correlationId !== "function" &&
    !isHeaderValue(correlationId)
  ) {
    throw invalidOption(
      "correlationId",
      `${HEADER_VALUE_RULE}, or a function that returns it`,
      correlationId,
    );
  }
  if (cv !== undefined && typeof cv !== "function") {
    throw invalidOption("cv", "a function", cv);
  }
  if (typeof validateMfa !== "boolean") {
    throw invalidOption("validateMfa", "true or false", validateMfa);
  }

  const makeCorrelationId =
    typeof correlationId === "string" ? () => correlationId : (correlationId ?? randomUUID);
  const defaults: Array<{ readonly name: string; readonly make: () => string }> = [
    { name: REQUEST_ID_HEADER, make: randomUUID },
    { name: CORRELATION_ID_HEADER, make: makeCorrelationId },
    { name: "Accept", make: () => "application/json" },
  ];
  const optional = {
    [CV_HEADER]: cv,
    [LOCALE_HEADER]: locale,
    [APPLICATION_HEADER]: applicationName,
    [VALIDATE_MFA_HEADER]: validateMfa ? "true" : undefined,
  };
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined) {
      defaults.push({ name, make: typeof value === "string" ? () => value : value });
    }
  }

  return {
    onRequest({ request: { headers } }) {
      for (const { name, make } of defaults) {
        const given = headers.get(name);
        const value = given ?? make();
        if (!isHeaderValue(value)) {
          throw invalidOption(name, HEADER_VALUE_RULE, value);
        }
        if (given === null) {
          headers.set(name, value);
        }
      }
    },
  };
}
