import { check, headers, LINK } from "../../scripts/bench/work.js";

describe("the work of the bench", () => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["another link", { ...LINK, url: "https://contoso.com" }],
    ["half of the link", { url: LINK.url }],
    ["text", JSON.stringify(LINK)],
  ])("is not done by a call that gives %s", (_what, data) => {
    expect(() => check(data)).toThrow(/^A call gave something other than the link/);
  });

  it("is done by a call that gives the link", () => {
    expect(() => check(structuredClone(LINK))).not.toThrow();
  });

  it("has ids of its own for each call", () => {
    expect(headers()["ms-requestid"]).not.toBe(headers()["ms-requestid"]);
  });
});
