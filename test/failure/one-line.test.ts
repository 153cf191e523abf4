import { oneLine } from "../../src/failure/sanitize.js";

describe("oneLine", () => {
  it.each([
    ["a line feed", "one\r\ntwo", "one two"],
    ["an escape sequence", "\u001b[2Jtwo", "[2Jtwo"],
    ["a control character of eight bits", "one\u009btwo", "one two"],
    ["a line separator", "one\u2028two", "one two"],
    ["a change of direction", "one\u202etwo", "one two"],
    ["blanks around", "  one ", "one"],
  ])("leaves nothing of %s but a blank", (_what, text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it("cuts at 1,024 characters, and says so", () => {
    expect(oneLine("x".repeat(1_024))).toBe("x".repeat(1_024));
    expect(oneLine("x".repeat(1_025))).toBe(`${"x".repeat(1_024)}…`);
  });
});
