import type { PartnerCenterErrorReason } from "partner-center-client";
import { entraRefusal, IDS, refusal } from "./entra.js";

const AGAIN = "Sign in again, for example with `signInWithDeviceCode`";
const EXPIRED = `The refresh token has expired. ${AGAIN}.`;
const REVOKED = `The refresh token was revoked, as a change of the password does. ${AGAIN}.`;
const MFA = `The sign-in lacks multifactor authentication. ${AGAIN}, and pass it.`;

const CODES: ReadonlyArray<
  [code: number, oauthError: string, reason: PartnerCenterErrorReason, advice: string]
> = [
  [70008, "invalid_grant", "sign-in", EXPIRED],
  [70043, "invalid_grant", "sign-in", EXPIRED],
  [700082, "invalid_grant", "sign-in", EXPIRED],
  [700084, "invalid_grant", "sign-in", EXPIRED],
  [50132, "invalid_grant", "sign-in", REVOKED],
  [50133, "invalid_grant", "sign-in", REVOKED],
  [50173, "invalid_grant", "sign-in", REVOKED],
  [50072, "interaction_required", "mfa-required", MFA],
  [50074, "interaction_required", "mfa-required", MFA],
  [50076, "invalid_grant", "mfa-required", MFA],
  [50078, "interaction_required", "mfa-required", MFA],
  [50079, "interaction_required", "mfa-required", MFA],
  [
    7000215,
    "invalid_client",
    "sign-in",
    "The client secret is wrong. Check that `clientSecret` is the value of the secret, not its id.",
  ],
  [
    7000222,
    "invalid_client",
    "sign-in",
    "The client secret has expired. Make a new one for the app registration.",
  ],
  [
    7000218,
    "invalid_client",
    "sign-in",
    "The app registration is confidential: give `clientSecret` or `clientAssertion`, " +
      'or turn "Allow public client flows" on.',
  ],
  [
    700025,
    "invalid_client",
    "sign-in",
    "The app registration is public: leave out `clientSecret` and `clientAssertion`.",
  ],
  [
    700024,
    "invalid_client",
    "sign-in",
    "The client assertion has expired, or is not yet valid. Check the clock.",
  ],
  [
    700027,
    "invalid_client",
    "sign-in",
    "The client assertion is signed with a key that the app registration does not know.",
  ],
  [
    700016,
    "unauthorized_client",
    "sign-in",
    "The tenant does not know the app. Check `clientId`, `tenantId` and the cloud.",
  ],
  [
    90002,
    "invalid_request",
    "sign-in",
    "There is no such tenant in this cloud. Check `tenantId` and the cloud.",
  ],
  [
    65001,
    "invalid_grant",
    "sign-in",
    "Nobody has consented to the app in this tenant. Sign in once as an administrator.",
  ],
  [
    500011,
    "invalid_resource",
    "sign-in",
    "The tenant does not know the resource of `scope`. Check the scope and the cloud.",
  ],
  [
    53003,
    "access_denied",
    "sign-in",
    "A Conditional Access policy blocks this sign-in; ask whoever administers it.",
  ],
  [50057, "invalid_grant", "sign-in", "The account of the user is disabled."],
  [
    99999999,
    "invalid_grant",
    "sign-in",
    `The sign-in is not valid any more, or belongs to another app. ${AGAIN}.`,
  ],
  [99999999, "interaction_required", "sign-in", `Entra ID wants to see the user. ${AGAIN}.`],
  [99999999, "invalid_client", "sign-in", "Check `clientId`, and the client secret or assertion."],
  [99999999, "invalid_scope", "sign-in", "Check `scope` and the cloud."],
  [
    99999999,
    "a_new_error",
    "sign-in",
    "Look the code up in Microsoft's list of AADSTS codes, or quote the ids to its support.",
  ],
];

describe("a refused sign-in", () => {
  for (const [code, oauthError, reason, advice] of CODES) {
    test(`with ${oauthError} and AADSTS${code} says: ${advice}`, async () => {
      const { error, tried } = await refusal(400, entraRefusal(oauthError, code, "Its words"));

      expect(error.message).toBe(
        `${tried}: 400, code AADSTS${code}, "Its words". ${advice} ${IDS}`,
      );
      expect(error).toMatchObject({ reason, code: `AADSTS${code}` });
    });
  }
});
