import type { Operation } from "../../generated/operations.js";
import { abortReason } from "../abort.js";
import { fetchFailure, malformedResponse } from "../failure/failures.js";
import { invalidSecretOption } from "../invalid-option.js";
import type { Middleware } from "../openapi-fetch.js";
import { ensureRead, isRead, isResponse, isWithoutBody } from "../transport/read-response.js";
import { contextOf, type DescribeCall } from "../wire/call-context.js";
import { operationAt } from "../wire/operation.js";
import { isOfType } from "./parameters.js";

type Answered = Parameters<NonNullable<Middleware["onResponse"]>>[0];

/**
 * Ends each call in one of its documented outcomes. Has to be registered first, so that it sees the response last.
 *
 * A success that is not JSON, where the description has JSON and the caller reads it, or that lacks a required property,
 * becomes a `PartnerCenterError` (malformed-response); so does what the `fetch` of a single call throws (network). The caller's own abort is unchanged,
 * and so is what the client's `transport` throws, which is a documented outcome already. A response that user code made
 * or fetched gets a context.
 */
export function outcomes(
  transport: (request: Request) => Promise<Response>,
  describe: DescribeCall,
): Middleware {
  /** Throws for a success that is not as described. */
  const check = ({ request, response, options, schemaPath }: Answered): Response => {
    const body = contextOf(response)?.body;
    const operation = operationAt(request.method, schemaPath);
    const isParsed = options.parseAs === "json" && !isWithoutBody(request.method, response.status);
    const isAsDescribed = body?.isEmpty
      ? operation?.emptyStatuses?.includes(response.status)
      : body?.isJson && !response.bodyUsed;
    if (!response.ok || !isParsed) {
      return response;
    }
    if (!isAsDescribed) {
      throw malformedResponse(response, (!response.bodyUsed && body?.summary) || "already read");
    }
    const missing = body?.isEmpty ? undefined : missingProperty(operation, body?.json);
    if (missing !== undefined) {
      throw malformedResponse(response, `${body?.summary} without \`${missing}\``);
    }
    return response;
  };

  return {
    onResponse(answered) {
      const { request, response } = answered;
      // First, as asking for the body of one that the client has read would build a platform response.
      if (isRead(Object(response))) {
        check(answered);
        return undefined;
      }
      if (!isResponse(response)) {
        throw invalidSecretOption("fetch", "a function that returns a Response", response);
      }
      return ensureRead(response, describe(request))
        .catch((error: unknown) => {
          throw request.signal.aborted ? abortReason(request.signal) : error;
        })
        .then((read) => {
          if (request.signal.aborted) {
            throw abortReason(request.signal);
          }
          return check({ ...answered, response: read });
        });
    },
    onError({ request, error, options }) {
      if (request.signal.aborted || options.fetch === transport) {
        // openapi-fetch takes something falsy for no error.
        return error ? undefined : new Error(`A callback threw ${error}.`);
      }
      return fetchFailure(describe(request), error);
    },
  };
}

/** Returns the first required property that a success lacks; blank text counts as absent. */
function missingProperty(operation: Operation | undefined, json: unknown): string | undefined {
  const required = Object.entries(operation?.required ?? {});
  return required.find(([name, type = "string"]) => {
    const value: unknown = Object(json)[name];
    return !isOfType(type, value) || (typeof value === "string" && value.trim() === "");
  })?.[0];
}
