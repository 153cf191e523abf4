import { SENTENCES, type Sentences } from "../failure/advice.js";

/** The keys of the advice about sign-ins that were refused. */
export type SignInAdviceKey =
  | "expired"
  | "revoked"
  | "mfa-missing"
  | "code-expired"
  | "client-secret"
  | "client-secret-expired"
  | "confidential-app"
  | "public-app"
  | "assertion-time"
  | "assertion-key"
  | "app-unknown"
  | "tenant-unknown"
  | "consent"
  | "resource-unknown"
  | "policy"
  | "disabled"
  | "invalid-grant"
  | "interaction"
  | "invalid-client"
  | "unauthorized-client"
  | "scope"
  | "denied"
  | "declined"
  | "device-code-policy"
  | "device-code-defaults"
  | "managed-device"
  | "unknown-code"
  | "authority"
  | "no-port";

// What Entra ID's own codes mean for who holds a refresh token. Its documentation keeps the right to change them:
// a code that is not here passes through.
const KEYS_BY_CODE: Readonly<Record<string, SignInAdviceKey>> = {
  AADSTS70008: "expired",
  AADSTS70043: "expired",
  AADSTS700082: "expired",
  AADSTS700084: "expired",
  AADSTS50132: "revoked",
  AADSTS50133: "revoked",
  AADSTS50173: "revoked",
  AADSTS50072: "mfa-missing",
  AADSTS50074: "mfa-missing",
  AADSTS50076: "mfa-missing",
  AADSTS50078: "mfa-missing",
  AADSTS50079: "mfa-missing",
  AADSTS7000215: "client-secret",
  AADSTS7000222: "client-secret-expired",
  AADSTS7000218: "confidential-app",
  AADSTS700025: "public-app",
  AADSTS700024: "assertion-time",
  AADSTS700027: "assertion-key",
  AADSTS700016: "app-unknown",
  AADSTS90002: "tenant-unknown",
  AADSTS65001: "consent",
  AADSTS500011: "resource-unknown",
  AADSTS53003: "policy",
  AADSTS50057: "disabled",
  AADSTS70019: "code-expired",
};

const KEYS_BY_OAUTH_ERROR: Readonly<Record<string, SignInAdviceKey>> = {
  invalid_grant: "invalid-grant",
  interaction_required: "interaction",
  invalid_client: "invalid-client",
  unauthorized_client: "unauthorized-client",
  invalid_scope: "scope",
  access_denied: "denied",
  authorization_declined: "declined",
  expired_token: "code-expired",
};

// What they mean where a device code was asked for or redeemed.
const KEYS_BY_CODE_OF_DEVICE_CODE: Readonly<Record<string, SignInAdviceKey>> = {
  AADSTS53003: "device-code-policy",
  AADSTS530032: "device-code-policy",
  AADSTS530036: "device-code-policy",
  AADSTS530035: "device-code-defaults",
  AADSTS50097: "managed-device",
  AADSTS53000: "managed-device",
  AADSTS53001: "managed-device",
  AADSTS53002: "managed-device",
};

/** Returns the sentences about refused sign-ins, in which `again` and `inBrowser` say how to sign in. */
export function signInSentences(again: string, inBrowser: string): Sentences<SignInAdviceKey> {
  return {
    expired: `The refresh token has expired. ${again}.`,
    revoked: `The refresh token was revoked, as a change of the password does. ${again}.`,
    "mfa-missing": `The sign-in lacks multifactor authentication. ${again}, and pass it.`,
    "code-expired": "Nobody entered the user code in time. Start again.",
    "client-secret":
      "The client secret is wrong. Check that `clientSecret` is the value of the secret, not its id.",
    "client-secret-expired":
      "The client secret has expired. Make a new one for the app registration.",
    "confidential-app":
      'The app registration is confidential: give `clientSecret` or `clientAssertion`, or turn "Allow public client flows" on.',
    "public-app": "The app registration is public: leave out `clientSecret` and `clientAssertion`.",
    "assertion-time": "The client assertion has expired, or is not yet valid. Check the clock.",
    "assertion-key":
      "The client assertion is signed with a key that the app registration does not know.",
    "app-unknown": "The tenant does not know the app. Check `clientId`, `tenantId` and the cloud.",
    "tenant-unknown": "There is no such tenant in this cloud. Check `tenantId` and the cloud.",
    consent: "Nobody has consented to the app in this tenant. Sign in once as an administrator.",
    "resource-unknown":
      "The tenant does not know the resource of `scope`. Check the scope and the cloud.",
    policy: "A Conditional Access policy blocks this sign-in; ask whoever administers it.",
    disabled: "The account of the user is disabled.",
    "invalid-grant": `The sign-in is not valid any more, or belongs to another app. ${again}.`,
    interaction: `Entra ID wants to see the user. ${again}.`,
    "invalid-client": "Check `clientId`, and the client secret or assertion.",
    "unauthorized-client": "Check `clientId` and what the app registration allows.",
    scope: "Check `scope` and the cloud.",
    denied: "The user, or whoever administers the tenant, did not allow it. Start again.",
    declined: "The user declined to sign in. Start again.",
    "device-code-policy":
      'A Conditional Access policy blocks device codes: most likely "Block device code flow", which Microsoft puts into ' +
      `tenants and turns on by itself. ${inBrowser}.`,
    "device-code-defaults": `The security defaults of the tenant block device codes. ${inBrowser}.`,
    "managed-device":
      "A Conditional Access policy wants a managed device, and a code that is entered elsewhere cannot show one. " +
      `${inBrowser} on such a device.`,
    "unknown-code":
      "Look the code up in Microsoft's list of AADSTS codes, or quote the ids to its support.",
    authority: "Check the authority, the network and the proxy.",
    "no-port": "Sign in with `signInWithDeviceCode`, which needs none.",
  };
}

/** The library's sentences, about calls and about sign-ins. */
export const SIGN_IN_SENTENCES: Sentences<string> = {
  ...SENTENCES,
  ...signInSentences(
    "Sign in again, for example with `signInWithDeviceCode`",
    "Sign in with `signInWithBrowser`",
  ),
};

/** Returns what to do where a tenant blocks device codes; undefined for other codes. */
export function deviceCodeAdvice(code: string | undefined): SignInAdviceKey | undefined {
  return lookedUp(KEYS_BY_CODE_OF_DEVICE_CODE, code);
}

/** Returns whether the code says that multifactor authentication is missing. */
export function isMfaCode(code: string | undefined): boolean {
  return lookedUp(KEYS_BY_CODE, code) === "mfa-missing";
}

/** Returns what to do about a refused sign-in; undefined for codes that nobody here knows. */
export function signInAdvice(
  code: string | undefined,
  oauthError: string | undefined,
): SignInAdviceKey | undefined {
  return lookedUp(KEYS_BY_CODE, code) ?? lookedUp(KEYS_BY_OAUTH_ERROR, oauthError);
}

function lookedUp(
  keys: Readonly<Record<string, SignInAdviceKey>>,
  code: string | undefined,
): SignInAdviceKey | undefined {
  return code !== undefined && Object.hasOwn(keys, code) ? keys[code] : undefined;
}
