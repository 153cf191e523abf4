import { clouds, type paths, trackingHeaders } from "partner-center-client";
import { createSandboxFetch, type Scenario } from "partner-center-client/sandbox";
import { createClient } from "../src/openapi-fetch.js";
import { createHarRecorder } from "./har.js";

const STATUSES = [400, 401, 403, 404, 429, 500, 502, 503];

/** Every documented status with all that its schema has, as the fault may come from the service or the gateway. */
const SCENARIOS: readonly Scenario[] = [
  "link",
  "office-portal-link",
  {
    scenario: "link",
    reply: {
      url: "https://admin.microsoft.com/",
      // Documented for resources in general, and seen in no reply with a link.
      attributes: { etag: 'W/"1"', objectType: "RelationshipRequest" },
    },
  },
  "bad-request",
  "unauthorized",
  "mfa-required",
  "mfa-required-2019",
  "app-only",
  "not-found",
  "throttled",
  "unavailable",
  ...STATUSES.flatMap((status): Scenario[] => [
    { scenario: "failure", status },
    { scenario: "failure", status, fault: { statusCode: status, message: "Failed." } },
  ]),
];

/** Calls the sandbox with every parameter, once for each scenario, and gives the traffic as an HTTP archive. */
export async function recordTraffic(): Promise<string> {
  const recorder = createHarRecorder();
  const client = createClient<paths>({
    baseUrl: clouds.global.baseUrl,
    fetch: recorder.recorded(createSandboxFetch(SCENARIOS)),
    headers: { Authorization: "Bearer any-token" },
  });
  client.use(
    trackingHeaders({
      cv: () => "jbYZRWjU3E262f8o.0",
      locale: "en-US",
      applicationName: "Contoso onboarding",
      validateMfa: true,
    }),
  );
  for (const _ of SCENARIOS) {
    await client.GET("/v{version}/customers/relationshiprequests", {
      params: {
        path: { version: "1" },
        query: {
          indirectCloudSolutionProviderId: "9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34",
          indirectResellerId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
          dualRoleIndirectRelationship: true,
        },
      },
    });
  }
  return recorder.archive();
}
