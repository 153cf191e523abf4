import fc from "fast-check";
import { type CloudName, clouds } from "partner-center-client";
import { explainToken } from "partner-center-client/auth";

const NOW = Date.parse("2026-03-14T09:00:00Z");
const CLAIMS = {
  aud: clouds.global.baseUrl,
  iss: "https://sts.windows.net/8c2f0b54-7a31-4a9e-b7f5-90c1d3e6f2a8/",
  exp: NOW / 1000 + 3600,
  amr: ["pwd", "mfa"],
  scp: "openid user_impersonation",
  name: "Zoë Müller 李",
};

function tokenWith(claims: unknown): string {
  const [header, payload] = [{ alg: "RS256" }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  return `${header}.${payload}.a-signature`;
}

function explain(changes: Record<string, unknown>, cloud?: CloudName): string[] {
  return explainToken(tokenWith({ ...CLAIMS, ...changes }), cloud, () => NOW);
}

describe("explainToken", () => {
  test("finds nothing wrong with a token that will do", () => {
    expect(explain({})).toEqual([]);
    expect(explain({ aud: `${clouds.global.baseUrl}/` })).toEqual([]);
    expect(explain({ aud: "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd" })).toEqual([]);
    expect(explain({ idtyp: "user" })).toEqual([]);
    expect(explain({ aud: clouds.china.baseUrl }, "china")).toEqual([]);
    expect(explain({}, "usGovernment")).toEqual([]);
  });

  test("says when the token expired", () => {
    expect(explain({ exp: NOW / 1000 })).toEqual([
      "The token expired at 2026-03-14T09:00:00.000Z.",
    ]);
    expect(explain({ exp: NOW / 1000 + 1 })).toEqual([]);
  });

  test("tells a token of an app alone, and does not complain that it lacks a user's claims", () => {
    const appOnly = ["The token is of an app alone; sign a user in instead (App+User)."];

    expect(explain({ idtyp: "app", roles: ["Partner.Read"] })).toEqual(appOnly);
    expect(explain({ scp: undefined, amr: undefined, roles: ["Partner.Read"] })).toEqual(appOnly);
  });

  test("names the audience that is wrong, and the right one", () => {
    const right = "not for https://api.partnercenter.microsoft.com.";

    expect(explain({ aud: "https://graph.windows.net/" })).toEqual([
      `The token is meant for https://graph.windows.net, ${right}`,
    ]);
    expect(explain({ aud: "00000003-0000-0000-c000-000000000000" })).toEqual([
      `The token is meant for 00000003-0000-0000-c000-000000000000, ${right}`,
    ]);
    expect(explain({ aud: undefined })).toEqual([`The token is meant for nobody, ${right}`]);
  });

  test("tells a token of another cloud by its audience or its issuer", () => {
    expect(explain({ aud: clouds.china.baseUrl })).toEqual([
      "The token is meant for the cloud `china`, not for `global`.",
    ]);
    expect(explain({}, "china")).toEqual([
      "The token is meant for the cloud `global`, not for `china`.",
    ]);
    expect(explain({ iss: "https://login.microsoftonline.us/8c2f0b54/v2.0" })).toEqual([
      "The token is meant for the cloud `usGovernment`, not for `global`.",
    ]);
  });

  test("knows the issuers of 21Vianet's tokens, of version 1.0 too", () => {
    const chinese = ["The token is meant for the cloud `china`, not for `global`."];

    for (const issuer of [
      "https://sts.chinacloudapi.cn/8c2f0b54/",
      "https://login.partner.microsoftonline.cn/8c2f0b54/v2.0",
    ]) {
      expect(explain({ iss: issuer })).toEqual(chinese);
      expect(explain({ iss: issuer, aud: clouds.china.baseUrl }, "china")).toEqual([]);
    }
  });

  test("reads an audience that is a list", () => {
    expect(explain({ aud: ["https://example.com", clouds.global.baseUrl] })).toEqual([]);
    expect(explain({ aud: ["https://example.com/", "https://example.org"] })).toEqual([
      "The token is meant for https://example.com and https://example.org, not for https://api.partnercenter.microsoft.com.",
    ]);
  });

  test("expects the audience and the permission of the scope that was asked for", () => {
    const explainFor = (scope: string, changes: Record<string, unknown>) =>
      explainToken(tokenWith({ ...CLAIMS, ...changes }), "global", () => NOW, scope);
    const gateway = { aud: "api://gateway", scp: "access" };

    expect(explainFor("api://gateway/access", gateway)).toEqual([]);
    expect(explainFor("api://gateway/.default", { ...gateway, scp: "any" })).toEqual([]);
    expect(explainFor("api://gateway/access", { ...gateway, aud: "8c2f0b54-7a31" })).toEqual([]);
    expect(explainFor("api://gateway/access", {})).toEqual([
      `The token is meant for ${clouds.global.baseUrl}, not for api://gateway.`,
      "The token lacks `access` in `scp`.",
    ]);
    for (const scope of [
      `${clouds.global.baseUrl}//.default`,
      `offline_access ${clouds.global.scope} openid`,
      clouds.global.scope.replace("api", "API"),
      "user_impersonation",
      "",
    ]) {
      expect(explainFor(scope, {})).toEqual([]);
    }
    expect(explainFor("fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd/.default", {})).toEqual([]);
  });

  test("misses the delegated permission", () => {
    const lacking = ["The token lacks `user_impersonation` in `scp`."];

    expect(explain({ scp: "openid profile" })).toEqual(lacking);
    expect(explain({ scp: "user_impersonation.read" })).toEqual(lacking);
    expect(explain({ scp: undefined, idtyp: "user" })).toEqual(lacking);
  });

  test("misses multifactor authentication", () => {
    const lacking = [
      "The token does not say that its user passed multifactor authentication (no `mfa` in `amr`).",
    ];

    expect(explain({ amr: ["pwd"] })).toEqual(lacking);
    expect(explain({ amr: "mfa" })).toEqual(lacking);
    expect(explain({ amr: undefined })).toEqual(lacking);
  });

  test("finds everything at once", () => {
    expect(explain({ exp: 0, aud: "https://example.com", scp: "", amr: [] })).toHaveLength(4);
  });

  test("tells what is not a readable JWT", () => {
    const unreadable = [
      "The token is not a readable JWT, as access tokens for Partner Center are.",
    ];

    for (const token of ["opaque", "a.b.c", "a.bnVsbA.c", "a..c", `a.${btoa("[{}")}.c`]) {
      expect(explainToken(token)).toEqual(unreadable);
    }
  });

  test.each([
    ['"', '"', "This is a token with quotes, which are not part of it."],
    ['{"accessToken":"', '"}', "This is a JSON document in place of a token."],
    ["Bearer ", "", "This is a token with the word Bearer before it."],
    [
      "",
      ",",
      "This is a token with a space, a line break, a comma or another character that no token has.",
    ],
  ])("tells that a token with %j and %j around it cannot be sent", (before, after, words) => {
    expect(explainToken(`${before}${tokenWith({})}${after}`)).toEqual([words]);
    expect(explainToken("")).toEqual(["This is an empty token."]);
  });

  test("throws for no token, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (anything, claims) => {
        expect(Array.isArray(explainToken(String(JSON.stringify(anything))))).toBe(true);
        expect(Array.isArray(explainToken(tokenWith(claims)))).toBe(true);
        expect(Array.isArray(explain(Object.fromEntries(KEYS.map((key) => [key, claims]))))).toBe(
          true,
        );
        expect(Array.isArray(Reflect.apply(explainToken, undefined, [anything]))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("refuses a cloud that is none", () => {
    expect(() => Reflect.apply(explainToken, undefined, ["a.b.c", "germany"])).toThrow(
      new TypeError('Expected `cloud` to be one of global, china, usGovernment, got "germany".'),
    );
  });
});

const KEYS = ["exp", "aud", "iss", "scp", "amr", "idtyp"];
