const SIGN_IN_AGAIN = "Sign in again, for example with `signInWithDeviceCode`";

const EXPIRED = `The refresh token has expired. ${SIGN_IN_AGAIN}.`;
const REVOKED = `The refresh token was revoked, as a change of the password does. ${SIGN_IN_AGAIN}.`;
const MFA = `The sign-in lacks multifactor authentication. ${SIGN_IN_AGAIN}, and pass it.`;
const CODE_EXPIRED = "Nobody entered the user code in time. Start again.";

// What Entra ID's own codes mean for who holds a refresh token. Its documentation keeps the right to change them:
// a code that is not here passes through.
const BY_CODE: Readonly<Record<string, string>> = {
  AADSTS70008: EXPIRED,
  AADSTS70043: EXPIRED,
  AADSTS700082: EXPIRED,
  AADSTS700084: EXPIRED,
  AADSTS50132: REVOKED,
  AADSTS50133: REVOKED,
  AADSTS50173: REVOKED,
  AADSTS50072: MFA,
  AADSTS50074: MFA,
  AADSTS50076: MFA,
  AADSTS50078: MFA,
  AADSTS50079: MFA,
  AADSTS7000215:
    "The client secret is wrong. Check that `clientSecret` is the value of the secret, not its id.",
  AADSTS7000222: "The client secret has expired. Make a new one for the app registration.",
  AADSTS7000218:
    'The app registration is confidential: give `clientSecret` or `clientAssertion`, or turn "Allow public client flows" on.',
  AADSTS700025: "The app registration is public: leave out `clientSecret` and `clientAssertion`.",
  AADSTS700024: "The client assertion has expired, or is not yet valid. Check the clock.",
  AADSTS700027:
    "The client assertion is signed with a key that the app registration does not know.",
  AADSTS700016: "The tenant does not know the app. Check `clientId`, `tenantId` and the cloud.",
  AADSTS90002: "There is no such tenant in this cloud. Check `tenantId` and the cloud.",
  AADSTS65001: "Nobody has consented to the app in this tenant. Sign in once as an administrator.",
  AADSTS500011: "The tenant does not know the resource of `scope`. Check the scope and the cloud.",
  AADSTS53003: "A Conditional Access policy blocks this sign-in; ask whoever administers it.",
  AADSTS50057: "The account of the user is disabled.",
  AADSTS70019: CODE_EXPIRED,
};

const BY_OAUTH_ERROR: Readonly<Record<string, string>> = {
  invalid_grant: `The sign-in is not valid any more, or belongs to another app. ${SIGN_IN_AGAIN}.`,
  interaction_required: `Entra ID wants to see the user. ${SIGN_IN_AGAIN}.`,
  invalid_client: "Check `clientId`, and the client secret or assertion.",
  unauthorized_client: "Check `clientId` and what the app registration allows.",
  invalid_scope: "Check `scope` and the cloud.",
  access_denied: "The user, or whoever administers the tenant, did not allow it. Start again.",
  authorization_declined: "The user declined to sign in. Start again.",
  expired_token: CODE_EXPIRED,
};

const WITH_BROWSER = "Sign in with `signInWithBrowser`";
const POLICY =
  'A Conditional Access policy blocks device codes: most likely "Block device code flow", which Microsoft puts into ' +
  `tenants and turns on by itself. ${WITH_BROWSER}.`;
const UNMANAGED =
  "A Conditional Access policy wants a managed device, and a code that is entered elsewhere cannot show one. " +
  `${WITH_BROWSER} on such a device.`;

// What they mean where a device code was asked for or redeemed.
const BY_CODE_OF_DEVICE_CODE: Readonly<Record<string, string>> = {
  AADSTS53003: POLICY,
  AADSTS530032: POLICY,
  AADSTS530036: POLICY,
  AADSTS530035: `The security defaults of the tenant block device codes. ${WITH_BROWSER}.`,
  AADSTS50097: UNMANAGED,
  AADSTS53000: UNMANAGED,
  AADSTS53001: UNMANAGED,
  AADSTS53002: UNMANAGED,
};

/** What to do where a tenant blocks device codes; undefined for other codes. */
export function deviceCodeAdvice(code: string | undefined): string | undefined {
  return lookedUp(BY_CODE_OF_DEVICE_CODE, code);
}

/** Whether the code says that multifactor authentication is missing. */
export function isMfaCode(code: string | undefined): boolean {
  return code !== undefined && Object.hasOwn(BY_CODE, code) && BY_CODE[code] === MFA;
}

/** What to do about a refused sign-in, in a sentence or two; undefined for codes that nobody here knows. */
export function signInAdvice(
  code: string | undefined,
  oauthError: string | undefined,
): string | undefined {
  return lookedUp(BY_CODE, code) ?? lookedUp(BY_OAUTH_ERROR, oauthError);
}

function lookedUp(
  texts: Readonly<Record<string, string>>,
  key: string | undefined,
): string | undefined {
  return key !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;
}
