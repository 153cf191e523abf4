import { fetchFailure, malformedResponse } from "../failure/failures.js";
import type { Middleware } from "../openapi-fetch.js";
import { ensureRead, isWithoutBody } from "../transport/body.js";
import { exchangeFor, exchangeOf } from "../wire/exchange.js";
import { operationAt } from "../wire/operation.js";

/**
 * Sees to it that a call ends in one of its documented ways. Has to come first, so that it sees the reply last.
 *
 * A success that is not JSON, where the description has JSON and it is to be read, becomes a `PartnerCenterError` (malformed response); so does
 * what the `fetch` of a single call throws (network). The caller's own abort stays as it is, and so does what the
 * client's `transport` throws, which knows its failures itself. A reply that other middleware made anew, or that came
 * through the `fetch` of a single call, is told what it answers.
 */
export function outcomes(transport: (request: Request) => Promise<Response>): Middleware {
  return {
    async onResponse({ request, response, options, schemaPath }) {
      await ensureRead(response, exchangeFor(request));
      const body = exchangeOf(response)?.body;
      const isRead = options.parseAs === "json" && !isWithoutBody(request.method, response.status);
      const isAsDescribed = body?.isEmpty
        ? operationAt(request.method, schemaPath)?.emptyStatuses?.includes(response.status)
        : body?.isJson;
      if (response.ok && isRead && !isAsDescribed) {
        throw malformedResponse(response, body?.words ?? "already read");
      }
    },
    onError({ request, error, options }) {
      return request.signal.aborted || options.fetch === transport
        ? undefined
        : fetchFailure(exchangeFor(request), error);
    },
  };
}
