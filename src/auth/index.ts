/**
 * Signs users in, by browser or device code, and keeps them signed in by refresh token.
 *
 * @example
 * import { refreshTokenCredential } from "partner-center-client/auth";
 *
 * const credential = refreshTokenCredential({ tenantId, clientId, refreshToken });
 *
 * @module partner-center-client/auth
 */

export { explainToken } from "../token/explain-token.js";
export {
  type BrowserOptions,
  type BrowserSignIn,
  signInWithBrowser,
} from "./browser.js";
export type { ClientAuthenticationOptions } from "./client-authentication.js";
export type { ClientCertificate } from "./client-certificate.js";
export {
  type DeviceCodeOptions,
  type DeviceCodeSignIn,
  signInWithDeviceCode,
  type UserCode,
} from "./device-code.js";
export type { SignInOptions, Wait } from "./options.js";
export {
  type RefreshTokenCredentialOptions,
  refreshTokenCredential,
} from "./refresh-token-credential.js";
export type { SignedInUser } from "./signed-in-user.js";
export type { TokenStore } from "./token-store.js";
