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
  ])("finds none in %p", (header) => {
    expect(claimsChallenge(header)).toBeUndefined();
  });
});
