import { inspect } from "node:util";
import { causeOf } from "../../src/failure/cause.js";

const told = (thrown: unknown) =>
  causeOf(thrown, (text) => text.replaceAll("a-secret", "[redacted]"));

describe("the cause of a failure", () => {
  it("has the names, words and codes of what was thrown, and where", () => {
    const inner = Object.assign(new RangeError("of a-secret"), { code: "ECONNRESET" });
    const cause = told(new TypeError("fetch failed", { cause: inner }));

    expect(cause).toBeInstanceOf(Error);
    expect(cause).toMatchObject({
      name: "TypeError",
      message: "fetch failed",
      cause: { name: "RangeError", message: "of [redacted]", code: "ECONNRESET" },
    });
    expect(cause).toHaveProperty(
      "stack",
      expect.stringMatching(/^TypeError: fetch failed\n {4}at .*cause\.test\.ts/),
    );
  });

  it("has nothing else of it: neither bytes of a reply nor the request", () => {
    const error = Object.assign(new Error("a-secret\n    at a-secret"), {
      data: Buffer.from("a-secret"),
      request: { headers: { authorization: "a-secret" } },
    });

    const shown = inspect(told(error), { showHidden: true, depth: Number.POSITIVE_INFINITY });

    expect(shown).not.toMatch(/a-secret|Buffer|request/);
  });

  it.each([
    ["a text", "of a-secret", "of [redacted]"],
    ["nothing", undefined, undefined],
    ["a number", 42, undefined],
    ["null", null, undefined],
  ])("is for %s what can be told of it", (_what, thrown, expected) => {
    expect(told(thrown)).toBe(expected);
  });

  it("ends for causes that go round in a circle", () => {
    const error = new Error("one");
    error.cause = error;

    expect(inspect(told(error), { depth: 20 }).match(/Error: one/g)).toHaveLength(6);
  });
});
