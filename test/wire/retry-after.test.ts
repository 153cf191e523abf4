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
    ["1."],
    [".5"],
    ["1e3"],
    ["soon"],
    ["2020-07-21"],
    [`Tue, 21 Jul 2020 ${" ".repeat(60)}04:11:55 GMT`],
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
    ["the same twice", ["5", "5"], 5_000],
    ["a list", ["5, 5"], 5_000],
    ["a list without spaces", ["1,5"], 5_000],
    ["the longer one first", ["120", "5"], 120_000],
    ["spaces and tabs around it", ["2 \t"], 2_000],
    ["seconds beside a date", ["5", "Tue, 21 Jul 2020 04:11:55 GMT"], 57_000],
    ["a date beside seconds", ["Tuesday, 21-Jul-20 04:11:55 GMT", "90"], 90_000],
    ["two dates", ["Tue, 21 Jul 2020 04:11:55 GMT, Tue Jul 21 04:11:56 2020"], 58_000],
    ["something that is no time beside it", ["soon", "5", ""], 5_000],
  ])("takes the longest of several values: %s", (_what, values, expected) => {
    const headers = new Headers(values.map((value): [string, string] => ["Retry-After", value]));

    expect(retryAfterMs(headers, NOW)).toBe(expected);
  });

  it.each(["retry-after-ms", "x-ms-retry-after-ms"])("takes the longest of several %s", (name) => {
    for (const values of [["1500", "1500"], ["20, 1500"], ["1500 ", "soon"]]) {
      const headers = new Headers(values.map((value): [string, string] => [name, value]));

      expect(retryAfterMs(headers, NOW)).toBe(1_500);
    }
  });

  it.each([
    [{ "Retry-After": "2", "retry-after-ms": "1500" }, 2_000],
    [{ "Retry-After": "1", "x-ms-retry-after-ms": "1500" }, 1_500],
    [{ "Retry-After": "soon", "retry-after-ms": "10", "x-ms-retry-after-ms": "20" }, 20],
  ])("takes of %j the longest time", (headers, expected) => {
    expect(asked(headers)).toBe(expected);
  });
});
