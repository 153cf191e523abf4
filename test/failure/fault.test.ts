import { faultOf } from "../../src/failure/fault.js";

const NOTHING = { code: undefined, description: undefined, source: undefined, data: undefined };

describe("faultOf", () => {
  it("reads a fault of the service, with a number for its code as printed in the samples", () => {
    const body = { code: 2000, description: "Both were given.", data: ["a"], source: "PartnerFD" };

    expect(faultOf(body)).toEqual({ ...body, code: "2000" });
  });

  it("reads a code that is text, as the error page documents it", () => {
    expect(faultOf({ code: "900421" })).toEqual({ ...NOTHING, code: "900421" });
  });

  it("reads the code 0", () => {
    expect(faultOf({ code: 0 }).code).toBe("0");
  });

  it("reads a fault of the gateway, whose status is no code", () => {
    expect(faultOf({ statusCode: 429, message: "Rate limit is exceeded." })).toEqual({
      ...NOTHING,
      description: "Rate limit is exceeded.",
    });
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
    expect(faultOf(body)).toEqual(NOTHING);
  });
});
