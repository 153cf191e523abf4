import { inspect } from "node:util";
import { isPartnerCenterError, PartnerCenterError } from "partner-center-client";

const details = {
  reason: "throttled",
  status: 429,
  retryAfterMs: 57_000,
  attempts: 2,
  requestId: "r",
  correlationId: "c",
  cv: undefined,
  serverId: undefined,
} as const;

describe("PartnerCenterError", () => {
  it("is an error with a name, a stack and what is known of the call", () => {
    const error = new PartnerCenterError("It failed.", details);

    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ ...details, name: "PartnerCenterError", message: "It failed." });
    expect(error.stack).toContain("error.test.ts");
    expect(String(error)).toBe("PartnerCenterError: It failed.");
  });

  it("has a cause only when there is one", () => {
    const cause = new Error("beneath");

    expect(new PartnerCenterError("", details)).not.toHaveProperty("cause");
    expect(new PartnerCenterError("", { ...details, cause })).toHaveProperty("cause", cause);
  });

  it("becomes JSON with its message, and without stack and cause", () => {
    const error = new PartnerCenterError("It failed.", { ...details, cause: new Error("beneath") });

    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "PartnerCenterError",
      message: "It failed.",
      reason: "throttled",
      status: 429,
      retryAfterMs: 57_000,
      attempts: 2,
      hints: [],
      requestId: "r",
      correlationId: "c",
    });
  });

  it("shows its fields when it is inspected", () => {
    expect(inspect(new PartnerCenterError("It failed.", details))).toContain("reason: 'throttled'");
  });
});

describe("isPartnerCenterError", () => {
  it("recognises an error of this package", () => {
    expect(isPartnerCenterError(new PartnerCenterError("", details))).toBe(true);
  });

  it("recognises an error of another copy of this package", async () => {
    const anotherCopy = "../../src/failure/error.js?another-copy";
    const copy = await import(anotherCopy);
    const error: unknown = new copy.PartnerCenterError("", details);

    expect(error).not.toBeInstanceOf(PartnerCenterError);
    expect(isPartnerCenterError(error)).toBe(true);
  });

  it.each([
    [undefined],
    [null],
    ["PartnerCenterError"],
    [new Error("other")],
    [{ name: "PartnerCenterError", reason: "network" }],
  ])("takes %p for something else", (other) => {
    expect(isPartnerCenterError(other)).toBe(false);
  });
});
