import { claimsChallenge } from "../../src/token/challenge.js";

const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
const base64 = Buffer.from(CLAIMS).toString("base64");

describe("claimsChallenge", () => {
  it.each([
    ["base64", base64],
    ["base64url", Buffer.from(CLAIMS).toString("base64url")],
  ])("reads claims in %s", (_encoding, encoded) => {
    const header = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`;

    expect(claimsChallenge(header)).toBe(CLAIMS);
  });

  it.each([
    `Bearer claims = "${base64}"`,
    `Bearer claims=${base64}`,
    `Bearer x-claims="bm9uZQ",claims="${base64}"`,
  ])("reads claims as HTTP lets them be written: %s", (header) => {
    expect(claimsChallenge(header)).toBe(CLAIMS);
  });

  const other = Buffer.from('{"of":"another"}').toString("base64");

  it.each([
    ["the first", `Bearer realm="a", Bearer error="insufficient_claims", claims="${base64}"`],
    [
      "the second of Bearer",
      `Bearer error="invalid_token", claims="${other}", Bearer error="insufficient_claims", claims="${base64}"`,
    ],
    [
      "that of Bearer, not of PoP",
      `PoP error="insufficient_claims", claims="${other}", Bearer error="insufficient_claims", claims="${base64}"`,
    ],
    [
      "the parameter, not a word of error_description",
      `Bearer error_description="see \\"claims=${other}\\", claims=${other}", error="insufficient_claims", claims="${base64}"`,
    ],
    ["the one behind a token68", `Negotiate YWJj/ZGVm+w==, bearer claims="${base64}"`],
    ["the first of two that one challenge has", `Bearer claims="${base64}", claims="${other}"`],
  ])("reads of several challenges %s", (_which, header) => {
    expect(claimsChallenge(header)).toBe(CLAIMS);
  });

  it.each([
    ["without claims", 'Bearer error="invalid_token"'],
    ["that repeats it", `Bearer claims="${base64}"`],
    ["of characters that no challenge has", "<<;@>>"],
    ["of another scheme", 'Digest qop="auth, auth-int", nonce="a\\"b"'],
    ["that is empty", ""],
  ])("reads the challenge on a line after one %s", (_what, line) => {
    const headers = new Headers([
      ["WWW-Authenticate", line],
      ["WWW-Authenticate", `Bearer error="insufficient_claims", claims="${base64}"`],
    ]);

    expect(claimsChallenge(headers.get("WWW-Authenticate"))).toBe(CLAIMS);
  });

  it("reads a header as long as all headers together in no time", () => {
    for (const part of [" ", ",", '"', "a=", 'a="', 'a="\\"', "a "]) {
      const started = performance.now();

      expect(claimsChallenge(`Bearer ${part.repeat(20_000)}`)).toBeUndefined();
      expect(performance.now() - started).toBeLessThan(1_000);
    }
  });

  it("keeps letters outside of ASCII", () => {
    const claims = '{"name":"Zoë"}';

    expect(claimsChallenge(`Bearer claims="${Buffer.from(claims).toString("base64")}"`)).toBe(
      claims,
    );
  });

  it.each([
    [null],
    [""],
    ['Bearer error="invalid_token"'],
    ['Bearer claims=""'],
    ['Bearer claims="!"'],
    [`Bearer claims="${Buffer.from("no JSON").toString("base64")}"`],
    ['Bearer claims="a"'],
    [`Bearer x-claims="${base64}"`],
    [`PoP error="insufficient_claims", claims="${base64}"`],
    [`Bearer error_description="claims=${base64}"`],
    [`Bearer error_description="claims=${base64}`],
    [`claims="${base64}"`],
  ])("finds none in %p", (header) => {
    expect(claimsChallenge(header)).toBeUndefined();
  });
});
