import fc from "fast-check";
import {
  createPartnerCenterClient,
  type GetRelationshipRequestLinkParameters,
} from "partner-center-client";
import { withLink } from "./replies.js";
import { type ReceivedRequest, withServer } from "./server.js";

// fast-check prints the seed of a failure; give it as `seed` to play it again.
const runs = { numRuns: 300 };

const anyText = fc.oneof(
  fc.uuid(),
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    " ",
    "&",
    "=",
    "#",
    "?",
    "/../",
    "%2e",
    "{version}",
    "a b",
    "\r\nX-Evil: 1",
    "\ud800",
  ),
);

/** A tenant id, or text that is none unless by chance. */
const anyId = fc.oneof(
  fc
    .oneof(
      fc.uuid(),
      fc.domain().filter((name) => name.length <= 253),
    )
    .map((id) => ({ id, isTenantId: true })),
  anyText.map((id) => ({ id, isTenantId: false })),
);

/** Whether HTTP carries text as it is, by the rules of RFC 9110, section 5.5. */
function canBeSent(text: string): boolean {
  return (
    text !== "" &&
    text === text.replace(/^[\t ]+|[\t ]+$/g, "") &&
    [...text].every((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code === 9 || (code >= 32 && code !== 127 && code <= 255);
    })
  );
}

/** What arrives, or undefined when the call was refused before anything was sent. */
async function arrived(
  requests: ReceivedRequest[],
  call: Promise<unknown>,
): Promise<ReceivedRequest | undefined> {
  const before = requests.length;
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome === undefined) {
    expect(requests).toHaveLength(before + 1);
    return requests.at(-1);
  }
  const { name, reason } = Object(outcome);
  expect(["TypeError", "invalid-parameter"]).toContain(reason ?? name);
  expect(requests).toHaveLength(before);
  return undefined;
}

describe("whatever is given arrives unchanged or is refused:", () => {
  it("ids and flags in the query", () =>
    withServer(withLink, async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
      const queries = fc.record(
        {
          indirectCloudSolutionProviderId: anyId,
          indirectResellerId: anyId,
          dualRoleIndirectRelationship: fc.boolean(),
        },
        { requiredKeys: [] },
      );

      await fc.assert(
        fc.asyncProperty(queries, async (given) => {
          const { dualRoleIndirectRelationship, ...ids } = given;
          const query: GetRelationshipRequestLinkParameters = {
            ...(dualRoleIndirectRelationship !== undefined && { dualRoleIndirectRelationship }),
            ...Object.fromEntries(Object.entries(ids).map(([name, { id }]) => [name, id])),
          };
          const request = await arrived(requests, client.getRelationshipRequestLink(query));

          if (request === undefined) {
            expect(Object.values(ids).some(({ isTenantId }) => !isTenantId)).toBe(true);
            return;
          }
          const { pathname, searchParams } = new URL(request.url, url);
          const expected = Object.entries(query).map(([name, value]) => [name, String(value)]);
          expect(pathname).toBe("/v1/customers/relationshiprequests");
          expect([...searchParams].sort()).toEqual(expected.sort());
        }),
        runs,
      );
    }));

  it("text in the query", () =>
    withServer(withLink, async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });

      await fc.assert(
        fc.asyncProperty(anyText, async (filter) => {
          const call = client.GET("/v{version}/customers", {
            params: { path: { version: "1" }, query: { filter } },
          });
          const request = await arrived(requests, call);

          if (request === undefined) {
            expect(filter).toMatch(/^\s*$|\p{Surrogate}/u);
            return;
          }
          const { pathname, searchParams } = new URL(request.url, url);
          expect(pathname).toBe("/v1/customers");
          expect([...searchParams]).toEqual([["filter", filter]]);
        }),
        runs,
      );
    }));

  it("ids, locale and application name in the headers", () =>
    withServer(withLink, async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
      const names = fc.constantFrom(
        "ms-requestid",
        "MS-CorrelationId",
        "ms-cv",
        "X-Locale",
        "MS-PartnerCenter-Application",
      );

      await fc.assert(
        fc.asyncProperty(names, anyText, async (name, value) => {
          const headers = { [name]: value };
          const call = client.getRelationshipRequestLink({}, { headers });
          const request = await arrived(requests, call);

          if (request === undefined) {
            expect(canBeSent(value)).toBe(false);
            return;
          }
          // Spaces and tabs around a value are not part of it (RFC 9110).
          expect(request.headers[name.toLowerCase()]).toBe(value.replace(/^[\t ]+|[\t ]+$/g, ""));
          expect(request.headers).not.toHaveProperty("x-evil");
        }),
        runs,
      );
    }));

  it("the options of the client", () =>
    withServer(withLink, async ({ url, requests }) => {
      await fc.assert(
        fc.asyncProperty(
          anyText,
          anyText,
          anyText,
          anyText,
          async (correlationId, cv, locale, applicationName) => {
            const create = async () =>
              createPartnerCenterClient({
                credential: () => "a-token",
                baseUrl: url,
                correlationId,
                cv: () => cv,
                locale,
                applicationName,
              }).getRelationshipRequestLink();
            const request = await arrived(requests, create());

            if (request === undefined) {
              expect([correlationId, cv, locale, applicationName].every(canBeSent)).toBe(false);
            } else {
              expect(request.headers).toMatchObject({
                "ms-correlationid": correlationId,
                "ms-cv": cv,
                "x-locale": locale,
                "ms-partnercenter-application": applicationName,
              });
            }
          },
        ),
        runs,
      );
    }));
});
