import { isPartnerCenterError } from "../error.js";
import { exchangeFor } from "../exchange.js";
import { networkFailure } from "../failures.js";
import type { Middleware } from "../openapi-fetch.js";

/** Turns what `fetch` throws when there is no reply into a `PartnerCenterError`; the caller's own abort stays as it is. */
export function errors(): Middleware {
  return {
    onError({ request, error }) {
      if (request.signal.aborted || isPartnerCenterError(error)) {
        return undefined;
      }
      return networkFailure(exchangeFor(request), error);
    },
  };
}
