import { deviceCodeAdvice } from "../auth/sign-in-advice.js";
import { isPartnerCenterError, type PartnerCenterError } from "../failure/error.js";
import { CommandFailure, EXIT, type ExitCode } from "./command-failure.js";
import { wordFailure } from "./wording.js";

/** What a failure means for the command that met it. */
export interface Meaning {
  /** What to do where signing in again helps, in a sentence, unless the failure itself says it. */
  readonly remedy?: string | undefined;
  /** The same where the tenant blocks device codes, if it differs. */
  readonly remedyWithoutCode?: string | undefined;
  /** What the credential of the command threw last, of which the library tells only name and message. */
  readonly ofCredential?: CommandFailure | undefined;
  /** The exit code of a refusal that neither signing in nor waiting helps. */
  readonly refused: ExitCode;
}

// What is wrong with the app, its registration or its tenant, whoever signs in.
const OF_APP = [
  ...["AADSTS7000215", "AADSTS7000218", "AADSTS7000222", "AADSTS700016", "AADSTS700025"],
  ...["AADSTS90002", "AADSTS500011", "invalid_client", "unauthorized_client", "invalid_scope"],
];

/** Makes the failure of a command from what the library threw; anything else comes back as it is. */
export function callFailure(
  error: unknown,
  { remedy, remedyWithoutCode = remedy, ofCredential, refused }: Meaning,
): unknown {
  if (!isPartnerCenterError(error)) {
    return error;
  }
  if (
    ofCredential !== undefined &&
    Reflect.get(Object(error.cause), "name") === ofCredential.name
  ) {
    return ofCredential;
  }
  // Nothing was sent to the service, so that only the sign-in has something to tell.
  const isSignIn = error.attempts === 0;
  const told = isSignIn && isPartnerCenterError(error.cause) ? error.cause : error;
  const exitCode = exitCodeOf(told) ?? (isSignIn ? EXIT.notSignedIn : refused);
  // What a device code began stays blocked with device codes, also when it is renewed.
  const isCodeBlocked = deviceCodeAdvice(told.code) !== undefined;
  const added = isRemediedBySigningIn(told)
    ? isCodeBlocked
      ? remedyWithoutCode
      : remedy
    : undefined;
  const message =
    told.parts === undefined
      ? [told.message, added].filter(Boolean).join(" ")
      : wordFailure(told.parts, added);
  return new CommandFailure(message, exitCode, { ...told });
}

function isRemediedBySigningIn({ code = "", reason }: PartnerCenterError): boolean {
  return exitCodeOf({ reason }) === EXIT.notSignedIn && !OF_APP.includes(code);
}

function exitCodeOf({
  reason,
  status = 0,
}: Pick<PartnerCenterError, "reason"> & { readonly status?: number | undefined }):
  | ExitCode
  | undefined {
  switch (reason) {
    case "sign-in":
    case "mfa-required":
      return EXIT.notSignedIn;
    case "throttled":
    case "network":
    case "timeout":
      return EXIT.comeBack;
    default:
      return reason === "service" && status >= 500 ? EXIT.comeBack : undefined;
  }
}
