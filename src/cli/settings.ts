import type { RelationshipRequestQuery } from "../query.js";
import type { CredentialSettings } from "./credentials.js";
import {
  cloudValue,
  guidValue,
  localeValue,
  optional,
  secondsValue,
  tenantValue,
  urlValue,
} from "./option-values.js";

/** What the parser gives of the options that every call has. */
export interface CallArguments {
  readonly tokenStdin?: boolean;
  readonly cloud?: string;
  readonly authority?: string;
  readonly baseUrl?: string;
  readonly timeout?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** What the parser gives of `link`. */
export interface LinkArguments extends CallArguments {
  readonly indirectProvider?: string;
  readonly indirectReseller?: string;
  readonly dualRole?: boolean;
  readonly locale?: string;
  readonly correlationId?: string;
}

/** Options of every call, checked. */
export interface CallSettings extends CredentialSettings {
  readonly baseUrl: string | undefined;
  readonly timeoutMs: number | undefined;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** Options of `link`, checked. */
export interface LinkSettings extends CallSettings {
  readonly query: RelationshipRequestQuery;
  readonly locale: string | undefined;
  readonly correlationId: string | undefined;
}

/** Checks the options of a call. Throws the failure that says which one makes no sense. */
export function callSettings(given: CallArguments): CallSettings {
  return {
    tokenStdin: given.tokenStdin ?? false,
    cloud: optional(cloudValue, "--cloud", given.cloud),
    authority: optional(urlValue, "--authority", given.authority),
    baseUrl: optional(urlValue, "--base-url", given.baseUrl),
    timeoutMs: optional(secondsValue, "--timeout", given.timeout),
    json: given.json ?? false,
    verbose: given.verbose ?? false,
  };
}

/** Checks the options of `link`. Throws the failure that says which one makes no sense. */
export function linkSettings(given: LinkArguments): LinkSettings {
  const provider = optional(tenantValue, "--indirect-provider", given.indirectProvider);
  const reseller = optional(tenantValue, "--indirect-reseller", given.indirectReseller);
  const { dualRole } = given;
  return {
    ...callSettings(given),
    query: {
      ...(provider !== undefined && { indirectCloudSolutionProviderId: provider }),
      ...(reseller !== undefined && { indirectResellerId: reseller }),
      ...(dualRole !== undefined && { dualRoleIndirectRelationship: dualRole }),
    },
    locale: optional(localeValue, "--locale", given.locale),
    correlationId: optional(guidValue, "--correlation-id", given.correlationId),
  };
}
