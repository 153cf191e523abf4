import { masked } from "../../src/failure/sanitize.js";

describe("words that are not ours", () => {
  it.each([
    "Expected indirect-reseller-relationship-accepted-by-customer, reseller-relationship-accepted-by-customer.",
    "https://partner.partnercenterapi.microsoftonline.cn/v1/customers",
    "02971f0f-1029-47b2-9fdb-1932f0987470",
  ])("keep what is long and no secret: %s", (text) => {
    expect(masked(text)).toBe(text);
  });

  it.each([
    ["a JWT", "eyJhbGciOiJub25lIn0.eyJhIjoxfQ."],
    ["a client secret", "abc~8Q1xYz.abcdefghijklmnopqrstuv"],
    ["mixed letters and digits", "abcdefghijklmnopqrstuvwxyzABCD1"],
    ["forty characters, of which one is a digit", `${"a".repeat(39)}1`],
    ["forty characters in capitals", "A".repeat(40)],
  ])("lose %s", (_what, secret) => {
    expect(masked(`Unexpected ${secret}`)).toBe("Unexpected [redacted]");
  });
});
