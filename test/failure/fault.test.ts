import { parseFault } from "../../src/failure/fault.js";

const NOTHING = { code: undefined, description: undefined, source: undefined, data: undefined };

describe("parseFault", () => {
  it("reads a fault of the service, with a number for its code as printed in the samples", () => {
    const body = { code: 2000, description: "Both were given.", data: ["a"], source: "PartnerFD" };

    expect(parseFault(body)).toEqual({ ...body, code: "2000" });
  });

  it("reads a code that is text, as the error page documents it", () => {
    expect(parseFault({ code: "900421" })).toEqual({ ...NOTHING, code: "900421" });
  });

  it("reads the code 0", () => {
    expect(parseFault({ code: 0 }).code).toBe("0");
  });

  it("reads a fault of the gateway, whose status is no code", () => {
    expect(parseFault({ statusCode: 429, message: "Rate limit is exceeded." })).toEqual({
      ...NOTHING,
      description: "Rate limit is exceeded.",
    });
  });

  it.each([
    ["a number that JavaScript has no room for", JSON.parse("1e400")],
    ["a number that became another one", JSON.parse("9007199254740993")],
    ["a fraction", 1.5],
    ["65 characters", "x".repeat(65)],
    ["two words", "two words"],
    ["a line feed", "1\nPOST /secret failed"],
    ["an escape sequence", "\u001b[2J"],
    ["letters outside of ASCII", "未授权"],
  ])("leaves out a code of %s", (_what, code) => {
    expect(parseFault({ code, description: "Words." })).toEqual({
      ...NOTHING,
      description: "Words.",
      leftOut: "`code`, which is not one short word",
    });
  });

  it("keeps data that is ten levels deep, and leaves out data that is deeper", () => {
    const nested = (levels: number): unknown[] => (levels === 1 ? [] : [nested(levels - 1)]);

    expect(parseFault({ data: nested(10) })).toEqual({ ...NOTHING, data: nested(10) });
    expect(parseFault({ data: nested(11) })).toEqual({
      ...NOTHING,
      leftOut: "`data`, which is deeper than 10 levels",
    });
  });

  it("survives data of 100,000 levels", () => {
    const data: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));

    expect(parseFault({ data })).toMatchObject({ data: undefined });
  });

  it("keeps data of 16 kB, and leaves out data that is larger", () => {
    const data = ["ü".repeat(8_190)];

    expect(parseFault({ data })).toEqual({ ...NOTHING, data });
    expect(parseFault({ code: "two words", data: [`${data[0]}x`] })).toEqual({
      ...NOTHING,
      leftOut: "`code`, which is not one short word and `data`, which is larger than 16 kB",
    });
  });

  it("leaves out data that middleware put there and that is no JSON", () => {
    const circle: unknown[] = [];
    circle.push(circle);

    expect(parseFault({ data: [1n] }).leftOut).toBe("`data`, which is no JSON");
    expect(parseFault({ data: circle }).leftOut).toBe("`data`, which is deeper than 10 levels");
  });

  it.each([
    [undefined],
    [null],
    [""],
    ["<h1>Bad gateway</h1>"],
    [[]],
    [42],
    [{ code: {}, description: " ", source: 1, data: "text" }],
    [{ error: { code: "a", message: "b" } }],
  ])("finds nothing in %j", (body) => {
    expect(parseFault(body)).toEqual(NOTHING);
  });
});
