import { exchangeFor } from "../exchange.js";
import { fetchFailure } from "../failures.js";
import type { Middleware } from "../openapi-fetch.js";

/** Turns what a `fetch` of the caller's throws into a `PartnerCenterError`; the caller's own abort stays as it is. */
export function errors(): Middleware {
  return {
    onError({ request, error }) {
      return request.signal.aborted ? undefined : fetchFailure(exchangeFor(request), error);
    },
  };
}
