import { isPartnerCenterError, type PartnerCenterError } from "partner-center-client";

/** The `PartnerCenterError` that a call fails with. */
export async function failed(call: Promise<unknown>): Promise<PartnerCenterError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome && isPartnerCenterError(outcome.error)) {
    return outcome.error;
  }
  throw new Error("The call did not fail with a PartnerCenterError.", { cause: outcome });
}
