import { fetchFailure, malformedResponse } from "../failure/failures.js";
import type { Middleware } from "../openapi-fetch.js";
import { ensureRead, isRead, isWithoutBody } from "../transport/body.js";
import { LeanRequest } from "../transport/lean-request.js";
import { LEAN_PARSE_AS } from "../transport/lean-response.js";
import { exchangeFor, exchangeOf } from "../wire/exchange.js";
import { operationAt } from "../wire/operation.js";

type Answered = Parameters<NonNullable<Middleware["onResponse"]>>[0];

const JSON_PARSE_AS = ["json", LEAN_PARSE_AS];

/**
 * Sees to it that a call ends in one of its documented ways. Has to come first, so that it sees the reply last.
 *
 * A success that is not JSON, where the description has JSON and it is to be read, becomes a `PartnerCenterError` (malformed response); so does
 * what the `fetch` of a single call throws (network). The caller's own abort stays as it is, and so does what the
 * client's `transport` throws, which knows its failures itself. A reply that other middleware made anew, or that came
 * through the `fetch` of a single call, is told what it answers.
 */
export function outcomes(transport: (request: Request) => Promise<Response>): Middleware {
  /** Throws for a success that is not as described. */
  const checked = ({ request, response, options, schemaPath }: Answered): Response => {
    const body = exchangeOf(response)?.body;
    const { parseAs }: { parseAs: string } = options;
    const isParsed =
      JSON_PARSE_AS.includes(parseAs) && !isWithoutBody(request.method, response.status);
    const isAsDescribed = body?.isEmpty
      ? operationAt(request.method, schemaPath)?.emptyStatuses?.includes(response.status)
      : body?.isJson;
    if (response.ok && isParsed && !isAsDescribed) {
      throw malformedResponse(response, body?.words ?? "already read");
    }
    return response;
  };

  return {
    onResponse(answered) {
      if (isRead(answered.response)) {
        checked(answered);
        return undefined;
      }
      const { request, response } = answered;
      return ensureRead(response, exchangeFor(request)).then((read) =>
        checked({ ...answered, response: read }),
      );
    },
    onError({ request, error, options }) {
      return LeanRequest.signalOf(request)?.aborted || options.fetch === transport
        ? undefined
        : fetchFailure(exchangeFor(request), error);
    },
  };
}
