import type { GetRelationshipRequestLinkParameters } from "../../../generated/openapi.js";
import { usageFailure } from "../command-failure.js";
import type { CredentialSettings } from "../sign-in/found-credential.js";
import { profileValue } from "../sign-in/profile.js";
import type { Given } from "./command-line.js";
import {
  cloudValue,
  guidValue,
  localeValue,
  optional,
  proxyValue,
  secondsValue,
  tenantValue,
  urlValue,
} from "./option-values.js";

/** Options of every call, checked. */
export interface CallSettings extends CredentialSettings {
  readonly baseUrl: string | undefined;
  /** False for none; undefined for what the environment says. */
  readonly proxy: string | false | undefined;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** Options of `link`, checked. */
export interface LinkSettings extends CallSettings {
  readonly query: GetRelationshipRequestLinkParameters;
  readonly locale: string | undefined;
  readonly correlationId: string | undefined;
  /** Whether to open the link in the browser of this machine. */
  readonly open: boolean;
}

/** Checks the options of a call. Throws the failure that says which one makes no sense. */
export function callSettings(given: Given): CallSettings {
  const profile = optional(profileValue, given, "profile");
  if (profile !== undefined && given["token-stdin"]) {
    throw usageFailure("Expected one of `--profile` and `--token-stdin`, got both.");
  }
  return {
    tokenStdin: given["token-stdin"] === true,
    profile,
    cloud: optional(cloudValue, given, "cloud"),
    authority: optional(urlValue, given, "authority"),
    baseUrl: optional(urlValue, given, "base-url"),
    proxy: optional(proxyValue, given, "proxy"),
    timeoutMs: optional(secondsValue, given, "timeout"),
    json: given.json === true,
    verbose: given.verbose === true,
  };
}

/** Checks the options of `link`. Throws the failure that says which one makes no sense. */
export function linkSettings(given: Given): LinkSettings {
  const provider = optional(tenantValue, given, "indirect-provider");
  const reseller = optional(tenantValue, given, "indirect-reseller");
  const dualRole = dualRoleOf(given);
  return {
    ...callSettings(given),
    query: {
      ...(provider !== undefined && { indirectCloudSolutionProviderId: provider }),
      ...(reseller !== undefined && { indirectResellerId: reseller }),
      ...(dualRole !== undefined && { dualRoleIndirectRelationship: dualRole }),
    },
    locale: optional(localeValue, given, "locale"),
    correlationId: optional(guidValue, given, "correlation-id"),
    open: given.open === true,
  };
}

function dualRoleOf(given: Given): boolean | undefined {
  if (given["dual-role"] && given["no-dual-role"]) {
    throw usageFailure("Expected one of `--dual-role` and `--no-dual-role`, got both.");
  }
  return given["dual-role"] ? true : given["no-dual-role"] ? false : undefined;
}
