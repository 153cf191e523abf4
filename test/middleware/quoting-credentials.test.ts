import {
  createPartnerCenterClient,
  isPartnerCenterError,
  PartnerCenterError,
} from "partner-center-client";
import { allOf } from "../auth/planted.js";
import { failed } from "../failed.js";
import { jwt } from "../jwt.js";
import { withFault, withLink } from "../replies.js";
import { withServer } from "../server.js";

// Neither looks like a token to who does not know it.
const REFUSED = "opaque-refused-token";
const EARLIER = "opaque-earlier-token";

/** What a credential may throw that quotes a token. */
const QUOTING: ReadonlyArray<[what: string, quoting: (token: string) => unknown]> = [
  ["text", (token) => `no other than ${token}`],
  ["an error", (token) => new Error(`no other than ${token}`)],
  ["an error with a code", (token) => Object.assign(new Error(), { code: `no ${token}` })],
  ["an error with the request", (token) => Object.assign(new Error("no"), { request: { token } })],
  ["an error with a cause that is text", (token) => new Error("no", { cause: `of ${token}` })],
  [
    "an error with a deep cause",
    (token) => new Error("no", { cause: new Error("no", { cause: new Error(btoa(token)) }) }),
  ],
  ["an object", (token) => ({ message: `no ${token}`, [token]: token })],
  ["an error of this package", (token) => ownError(token, [{ [token]: [token] }])],
  [
    "an error of this package with data that goes round in a circle",
    (token) => {
      const data: unknown[] = [token];
      data.push(data);
      return ownError(token, data);
    },
  ],
  [
    "an error of this package with a field more",
    (token) => Object.assign(ownError(token, []), { request: { token } }),
  ],
  [
    "an error of this package that is its own cause",
    (token) => {
      const error = ownError(token, []);
      error.cause = error;
      return error;
    },
  ],
];

function ownError(token: string, data: readonly unknown[]): PartnerCenterError {
  return new PartnerCenterError(`no ${token}`, {
    reason: "sign-in",
    attempts: 1,
    requestId: token,
    correlationId: undefined,
    cv: undefined,
    serverId: undefined,
    description: `of ${token}`,
    data,
    hints: [token],
    cause: new Error(`of ${token}`),
  });
}

/** Calls until a call fails. */
async function failureOf(credential: () => unknown, url: string): Promise<PartnerCenterError> {
  const client = createPartnerCenterClient({
    credential: async () => {
      const token = await credential();
      return typeof token === "string" ? token : null;
    },
    baseUrl: url,
  });
  await client.getRelationshipRequestLink().catch((error) => {
    expect(isPartnerCenterError(error)).toBe(true);
  });
  return failed(client.getRelationshipRequestLink());
}

describe("a credential that throws", () => {
  it.each(QUOTING)("%s with the refused token shows nothing of it", (_what, quoting) =>
    withServer(withFault(401, {}), async ({ url }) => {
      let asked = 0;
      const error = await failureOf(() => {
        asked += 1;
        if (asked % 2 === 0) {
          throw quoting(REFUSED);
        }
        return REFUSED;
      }, url);

      expect(error).toMatchObject({ reason: "sign-in", status: 401, attempts: 1 });
      expect(error.cause).toBeDefined();
      expect(allOf(error)).not.toContain(REFUSED);
      expect(allOf(error)).not.toContain(btoa(REFUSED).slice(0, -4));
    }),
  );

  it.each(QUOTING)("%s with a token that it gave earlier shows nothing of it", (_what, quoting) =>
    withServer(withLink, async ({ url }) => {
      let asked = 0;
      const error = await failureOf(() => {
        asked += 1;
        if (asked > 1) {
          throw quoting(EARLIER);
        }
        return EARLIER;
      }, url);

      expect(error).toMatchObject({ reason: "sign-in", status: undefined, attempts: 0 });
      expect(error.cause).toBeDefined();
      expect(allOf(error)).not.toContain(EARLIER);
      expect(allOf(error)).not.toContain(btoa(EARLIER).slice(0, -4));
    }),
  );

  it.each(QUOTING.filter(([what]) => !what.includes("deep")))(
    "%s with a token that nobody knows yet shows nothing of one that looks like one",
    (_what, quoting) =>
      withServer(withLink, async ({ url, requests }) => {
        const token = jwt();
        const error = await failureOf(() => {
          throw quoting(token);
        }, url);

        expect(error).toMatchObject({ reason: "sign-in", status: undefined, attempts: 0 });
        expect(error.cause).toBeDefined();
        expect(allOf(error)).not.toContain(token);
        expect(requests).toEqual([]);
      }),
  );

  it("an error of this package is told with its reason, its code and its words", () =>
    withServer(withLink, async ({ url }) => {
      const error = await failureOf(() => {
        throw new PartnerCenterError("The vault is sealed.", {
          reason: "throttled",
          status: 429,
          code: "AADSTS90055",
          retryAfterMs: 7000,
          attempts: 3,
          requestId: "id-1",
          correlationId: undefined,
          cv: undefined,
          serverId: undefined,
          cause: new RangeError("Beneath."),
        });
      }, url);

      expect(error.message).toContain("failed: not sent. The vault is sealed.");
      expect(error).toMatchObject({
        reason: "throttled",
        code: "AADSTS90055",
        retryAfterMs: 7000,
        attempts: 0,
      });
      expect(error.cause).toBeInstanceOf(PartnerCenterError);
      expect(error.cause).toMatchObject({
        message: "The vault is sealed.",
        reason: "throttled",
        status: 429,
        attempts: 3,
        requestId: "id-1",
        cause: { name: "RangeError", message: "Beneath." },
        stack: expect.stringMatching(
          /^PartnerCenterError: The vault is sealed\.\n {4}at .*quoting-credentials\.test\.ts/,
        ),
      });
    }));
});
