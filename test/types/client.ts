// Compiled by test/types.test.ts, and never run. Each `@ts-expect-error` stands over what must not compile.
import {
  type AccessToken,
  type CloudName,
  createPartnerCenterClient,
  type GetRelationshipRequestLinkParameters,
  isPartnerCenterError,
  type RelationshipRequest,
  type TokenCredential,
  traceOf,
  unwrap,
} from "partner-center-client";

const PATH = "/v{version}/customers/relationshiprequests";

declare const token: AccessToken;
declare const credential: TokenCredential;
const client = createPartnerCenterClient({ credential });

/** `url` of the helper is a string; that of the raw client may be missing. */
export async function url(): Promise<void> {
  const helped: string = (await client.getRelationshipRequestLink()).url;
  const { data } = await client.GET(PATH, { params: { path: { version: "1" } } });
  const raw: string | undefined = data?.url;
  // @ts-expect-error the reference does not mark `url` as required
  const required: string = data?.url;
  console.log(helped, raw, required);
}

/** The result is JSON, whatever else the description offers. */
export async function json(): Promise<string | undefined> {
  const request: RelationshipRequest = await unwrap(
    client.GET(PATH, { params: { path: { version: "1" } } }),
  );
  return request.attributes?.objectType;
}

/** Every documented query parameter, and nothing else. */
export const query: GetRelationshipRequestLinkParameters = {
  indirectCloudSolutionProviderId: "a",
  indirectResellerId: "b",
  dualRoleIndirectRelationship: false,
};
// @ts-expect-error no document has such a parameter
export const unknownParameter: GetRelationshipRequestLinkParameters = { customerId: "a" };
// @ts-expect-error a tenant id is text
export const numericId: GetRelationshipRequestLinkParameters = { indirectResellerId: 1 };
export const textFlag: GetRelationshipRequestLinkParameters = {
  // @ts-expect-error the flag is a boolean
  dualRoleIndirectRelationship: "true",
};

/** Calls that the description does not have. */
export const calls = [
  // @ts-expect-error the path parameter is required
  client.GET(PATH),
  // @ts-expect-error only version 1 is documented
  client.GET(PATH, { params: { path: { version: "2" } } }),
  // @ts-expect-error no such path
  client.GET("/v1/customers/relationshiprequests"),
  // @ts-expect-error the path has no POST
  client.POST(PATH, { params: { path: { version: "1" } } }),
  // @ts-expect-error Authorization is a security scheme, and no parameter
  client.GET(PATH, { params: { path: { version: "1" }, header: { Authorization: "" } } }),
  // @ts-expect-error parameters go by the spelling of the reference
  client.GET(PATH, { params: { path: { version: "1" }, header: { "MS-RequestId": "" } } }),
  // @ts-expect-error the helper fills in the path parameter
  client.getRelationshipRequestLink({}, { params: { path: { version: "1" } } }),
  // @ts-expect-error the helper reads JSON
  client.getRelationshipRequestLink({}, { parseAs: "text" }),
];

/** Options that cannot work. */
export const clients = [
  // @ts-expect-error a credential is required
  createPartnerCenterClient({}),
  // @ts-expect-error a token is no credential
  createPartnerCenterClient({ credential: "a-token" }),
  // @ts-expect-error Germany closed
  createPartnerCenterClient({ credential, cloud: "germany" }),
  // @ts-expect-error no such option
  createPartnerCenterClient({ credential, subscriptionKey: "a" }),
];

/** Credentials in each of their forms. */
export const credentials = [
  createPartnerCenterClient({ credential }),
  createPartnerCenterClient({ credential: () => token }),
  createPartnerCenterClient({ credential: async () => token }),
  createPartnerCenterClient({ credential: async () => "a-token" }),
  createPartnerCenterClient({ credential: () => process.env.PARTNER_CENTER_TOKEN }),
];

/** The reasons are a closed set, so that a switch can be complete. */
export function advise(error: unknown): string {
  if (!isPartnerCenterError(error)) {
    return "not ours";
  }
  switch (error.reason) {
    case "sign-in":
    case "mfa-required":
    case "forbidden":
    case "not-found":
    case "no-relationship":
    case "invalid-parameter":
    case "throttled":
    case "invalid-request":
    case "service":
    case "network":
    case "timeout":
    case "malformed-response":
      return error.message;
  }
}

// @ts-expect-error the gateway names no server
export const serverId: string = traceOf(new Response()).serverId;

export const names: CloudName[] = ["global", "china", "usGovernment"];

/** Collections have their items, one after the other or a page at a time. */
export async function pages(): Promise<void> {
  for await (const { companyProfile } of client.listCustomers()) {
    const name: string | undefined = companyProfile?.companyName;
    console.log(name);
  }
  const resellers = client.listPartnerRelationships({ relationship_type: "IsIndirectResellerOf" });
  for await (const { items, continuationToken } of resellers.byPage()) {
    const ids: string[] = items.map(({ id }) => id);
    const token: string | undefined = continuationToken;
    console.log(ids, token);
  }
}
