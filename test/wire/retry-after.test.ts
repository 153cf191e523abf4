import { retryAfterMs } from "../../src/wire/retry-after.js";

const NOW = Date.parse("Tue, 21 Jul 2020 04:10:58 GMT");

const asked = (headers: Record<string, string>) => retryAfterMs(new Headers(headers), NOW);

describe("retryAfterMs", () => {
  it.each([
    ["57", 57_000],
    ["0", 0],
    ["1.5", 1_500],
    ["0.0001", 1],
    ["Tue, 21 Jul 2020 04:11:55 GMT", 57_000],
    ["Tuesday, 21-Jul-20 04:11:55 GMT", 57_000],
    ["Tue Jul 21 04:11:55 2020", 57_000],
    ["Tue, 21 Jul 2020 04:00:00 GMT", 0],
    ["9".repeat(400), Number.MAX_SAFE_INTEGER],
  ])("reads %s", (value, expected) => {
    expect(asked({ "Retry-After": value })).toBe(expected);
  });

  it.each([
    [""],
    ["-5"],
    ["1,5"],
    ["1."],
    [".5"],
    ["1e3"],
    ["soon"],
    ["2020-07-21"],
    [`Tue, ${" ".repeat(60)}21 Jul 2020 04:11:55 GMT`],
  ])("finds nothing in %p", (value) => {
    expect(asked({ "Retry-After": value })).toBeUndefined();
  });

  it("finds nothing where there is no header", () => {
    expect(asked({})).toBeUndefined();
  });

  it.each(["retry-after-ms", "x-ms-retry-after-ms"])("reads milliseconds in %s", (name) => {
    expect(asked({ [name]: "1500" })).toBe(1_500);
    expect(asked({ [name]: "1500.2" })).toBe(1_501);
    expect(asked({ [name]: "soon" })).toBeUndefined();
  });

  it.each([
    [{ "Retry-After": "2", "retry-after-ms": "1500" }, 2_000],
    [{ "Retry-After": "1", "x-ms-retry-after-ms": "1500" }, 1_500],
    [{ "Retry-After": "soon", "retry-after-ms": "10", "x-ms-retry-after-ms": "20" }, 20],
  ])("takes of %j the longest time", (headers, expected) => {
    expect(asked(headers)).toBe(expected);
  });
});
