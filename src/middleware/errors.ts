import { exchangeFor } from "../exchange.js";
import { fetchFailure } from "../failures.js";
import type { Middleware } from "../openapi-fetch.js";

/**
 * Turns what the `fetch` of a single call throws into a `PartnerCenterError`. The caller's own abort stays as it is,
 * and so does what the client's `transport` throws: that knows its failures itself.
 */
export function errors(transport: (request: Request) => Promise<Response>): Middleware {
  return {
    onError({ request, error, options }) {
      return request.signal.aborted || options.fetch === transport
        ? undefined
        : fetchFailure(exchangeFor(request), error);
    },
  };
}
