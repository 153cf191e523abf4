import type { Profile } from "./profile.js";
import type { SignIn } from "./sign-in-text.js";

/** The command that signs in to the same app in the same way. */
export function signInAgain(
  { tenantId, clientId, cloud, authority, way }: Omit<SignIn, "refreshToken" | "user">,
  { option }: Profile,
): string {
  return [
    `partner-center sign-in${option} --tenant ${tenantId} --client-id ${clientId}`,
    ...(cloud === "global" ? [] : [`--cloud ${cloud}`]),
    ...(authority === undefined ? [] : [`--authority ${authority}`]),
    ...(way === "device-code" ? ["--device-code"] : []),
  ].join(" ");
}
