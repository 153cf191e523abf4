import { abortReason } from "../abort.js";
import { fetchFailure, malformedResponse } from "../failure/failures.js";
import { invalidSecretOption } from "../invalid-option.js";
import type { Middleware } from "../openapi-fetch.js";
import { ensureRead, isRead, isResponse, isWithoutBody } from "../transport/read-response.js";
import { contextOf, type DescribeCall } from "../wire/call-context.js";
import { operationAt } from "../wire/operation.js";

type Answered = Parameters<NonNullable<Middleware["onResponse"]>>[0];

/**
 * Ends each call in one of its documented outcomes. Has to be registered first, so that it sees the response last.
 *
 * A success that is not JSON, where the description has JSON and the caller reads it, becomes a `PartnerCenterError`
 * (malformed-response); so does what the `fetch` of a single call throws (network). The caller's own abort is unchanged,
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
    const isParsed = options.parseAs === "json" && !isWithoutBody(request.method, response.status);
    const isAsDescribed = body?.isEmpty
      ? operationAt(request.method, schemaPath)?.emptyStatuses?.includes(response.status)
      : body?.isJson && !response.bodyUsed;
    if (response.ok && isParsed && !isAsDescribed) {
      throw malformedResponse(response, (!response.bodyUsed && body?.summary) || "already read");
    }
    return response;
  };

  return {
    onResponse(answered) {
      const { request, response } = answered;
      if (!isResponse(response)) {
        throw invalidSecretOption("fetch", "a function that returns a Response", response);
      }
      if (isRead(response)) {
        check(answered);
        return undefined;
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
        return error ? undefined : new Error(`A callback of the client threw ${error}.`);
      }
      return fetchFailure(describe(request), error);
    },
  };
}
