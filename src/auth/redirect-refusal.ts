import type { PartnerCenterError } from "../failure/error.js";
import { sentence } from "../failure/message.js";
import type { SignInSettings } from "./options.js";
import { formatIds, parseFault, resolveAdvice, resolveReason } from "./refusal.js";
import { signInError } from "./sign-in-error.js";

type App = Pick<SignInSettings, "authority" | "tenantId" | "clientId">;

// Entra ID's codes for an app that nobody, or no administrator, has allowed.
const CONSENT_CODES = ["AADSTS65001", "AADSTS90094", "AADSTS900941", "consent_required"];
/** No HTTP status: the refusal came with the browser. */
const NO_STATUS = 0;

/**
 * Where an administrator allows the app for the whole tenant.
 *
 * @see https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
export function adminConsentUrl({ authority, tenantId, clientId }: App): string {
  return `${authority}/${tenantId}/adminconsent?${new URLSearchParams({ client_id: clientId })}`;
}

/** Parses the refusal in the parameters of a redirect. */
export function parseRedirectRefusal(parameters: URLSearchParams, app: App): PartnerCenterError {
  const { oauthError, code, description, traceId, correlationId } = parseFault(
    Object.fromEntries(parameters),
    (same) => same,
  );
  const reason = resolveReason(NO_STATUS, code, oauthError);
  const words = description?.replace(`${code}: `, "");
  const outcome = [`code ${code ?? "unreadable"}`, words && `"${words}"`]
    .filter(Boolean)
    .join(", ");
  const needsConsent = [code, oauthError].some((one) => CONSENT_CODES.includes(one ?? ""));
  const ids = formatIds({ "Trace ID": traceId, "Correlation ID": correlationId });
  return signInError(
    {
      outcome: `Signing in failed: the browser came back with ${sentence(outcome)}`,
      ...(needsConsent
        ? { hints: [`An administrator has to allow the app, at ${adminConsentUrl(app)}`] }
        : { advice: resolveAdvice(reason, code, oauthError, undefined) }),
      ids,
    },
    { reason, code, description, requestId: traceId, correlationId },
  );
}
