import type { GetRelationshipRequestLinkParameters } from "../../../generated/openapi.js";
import type { Shell } from "../shell.js";
import type { CredentialSettings } from "../sign-in/found-credential.js";
import type { CALL_OPTIONS, LINK_OPTIONS } from "./common-options.js";
import type { Options } from "./definition.js";
import { readValue } from "./values.js";

const BASE_URL = "PARTNER_CENTER_BASE_URL";

/** Settings of each call. */
export interface CallSettings extends CredentialSettings {
  readonly baseUrl: string | undefined;
  /** False for none; undefined for the one in the environment. */
  readonly proxy: string | false | undefined;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** Returns the settings of a call; the environment may name the service. */
export function callSettings(
  options: Options<typeof CALL_OPTIONS> & { readonly output?: string | undefined },
  { env }: Pick<Shell, "env">,
): CallSettings {
  const { profile, cloud, authority, proxy, json, verbose, output } = options;
  return {
    tokenStdin: options["token-stdin"],
    profile,
    cloud,
    authority,
    baseUrl: options["base-url"] ?? baseUrlIn(env),
    proxy,
    timeoutMs: options.timeout,
    json: json || output === "json",
    verbose,
  };
}

function baseUrlIn({ [BASE_URL]: url }: Shell["env"]): string | undefined {
  return url ? readValue(BASE_URL, "url", url) : undefined;
}

/** Returns the parameters of a link that its options decide on. */
export function linkParameters(
  options: Pick<Options<typeof LINK_OPTIONS>, "indirect-provider" | "dual-role" | "no-dual-role">,
): GetRelationshipRequestLinkParameters {
  const isDualRole = options["dual-role"] ? true : options["no-dual-role"] ? false : undefined;
  return {
    indirectCloudSolutionProviderId: options["indirect-provider"],
    dualRoleIndirectRelationship: isDualRole,
  };
}
