import { type Advice, adviceFor, SENTENCES, wordAdvice } from "../../src/failure/advice.js";
import { parseFault } from "../../src/failure/fault.js";
import { reasonFor } from "../../src/failure/reason.js";

describe("reasonFor", () => {
  it.each([
    [302, "service"],
    [400, "invalid-request"],
    [401, "sign-in"],
    [403, "forbidden"],
    [404, "not-found"],
    [405, "invalid-request"],
    [406, "invalid-request"],
    [408, "timeout"],
    [409, "invalid-request"],
    [412, "invalid-request"],
    [417, "invalid-request"],
    [429, "throttled"],
    [500, "service"],
    [501, "service"],
    [503, "service"],
    [504, "service"],
    [599, "service"],
  ])("takes %i for %s", (status, reason) => {
    expect(reasonFor({ status, statusText: "" }, parseFault(undefined))).toBe(reason);
  });

  it.each([500, 503])("takes %i for throttled when it says when to come back", (status) => {
    expect(reasonFor({ status, statusText: "" }, parseFault(undefined), 0)).toBe("throttled");
  });

  it("takes a redirect for no throttling, though it says when to follow it", () => {
    expect(reasonFor({ status: 302, statusText: "" }, parseFault(undefined), 0)).toBe("service");
  });

  it.each([
    [403, "20002"],
    [404, "60003"],
  ])("takes %i with code %s for no relationship", (status, code) => {
    expect(reasonFor({ status, statusText: "" }, parseFault({ code }))).toBe("no-relationship");
    expect(reasonFor({ status: 400, statusText: "" }, parseFault({ code }))).toBe(
      "invalid-request",
    );
  });

  it.each([
    ["code 900421", "", { code: 900421 }],
    ["code 10001", "", { code: "10001" }],
    ["the reason phrase of 2019", "Unauthorized - MFA required", undefined],
    ["the words of 2019", "", { description: "Authentication failed. MFA required. (10001)" }],
  ])("sees missing multifactor authentication in %s", (_sign, statusText, body) => {
    expect(reasonFor({ status: 401, statusText }, parseFault(body))).toBe("mfa-required");
    expect(reasonFor({ status: 403, statusText }, parseFault(body))).toBe("forbidden");
  });
});

const worded = (advice: Advice) => wordAdvice(advice, SENTENCES);

describe("adviceFor", () => {
  it.each([
    [1_001, "2 s"],
    [120_000, "120 s"],
    [120_001, "3 min"],
    [7_200_000, "120 min"],
    [86_400_000, "24 h"],
  ])("says after a wait of %d ms to come back in %s", (waitMs, span) => {
    expect(worded(adviceFor("throttled", { waitMs }))).toMatch(`Come back in ${span};`);
  });

  it.each([
    ["900329", /App\+User/],
    ["900420", /Partner Center itself/],
    ["900309", /Conditional Access/],
    ["900124", /Microsoft Partner Agreement/],
    ["800039", /programme/],
    ["1002", /for another kind of partner/],
  ])("knows the code %s", (code, advice) => {
    expect(worded(adviceFor("forbidden", { code }))).toMatch(advice);
  });

  it.each([undefined, "4711", "toString"])("goes by the reason for the code %s", (code) => {
    expect(adviceFor("forbidden", { code })).toEqual(adviceFor("forbidden"));
  });

  it.each([
    [[], "Check what was asked for, and the base URL."],
    [["`customer_id`"], "Check `customer_id`, and the base URL."],
    [["`size`", "`filter`", "the body"], "Check `size`, `filter` and the body, and the base URL."],
  ])("names what the caller gave, such as %j", (supplied, advice) => {
    expect(worded(adviceFor("not-found", { supplied }))).toBe(advice);
  });
});
