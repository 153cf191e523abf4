import { retryAfterMs } from "../../src/wire/retry-after.js";

const NOW = Date.parse("Tue, 21 Jul 2020 04:10:58 GMT");

describe("retryAfterMs", () => {
  it.each([
    ["57", 57_000],
    ["0", 0],
    ["Tue, 21 Jul 2020 04:11:55 GMT", 57_000],
    ["Tuesday, 21-Jul-20 04:11:55 GMT", 57_000],
    ["Tue Jul 21 04:11:55 2020", 57_000],
    ["Tue, 21 Jul 2020 04:00:00 GMT", 0],
  ])("reads %s", (value, expected) => {
    expect(retryAfterMs(value, NOW)).toBe(expected);
  });

  it.each([[null], [""], ["-5"], ["1.5"], ["soon"], ["2020-07-21"]])(
    "finds nothing in %p",
    (value) => {
      expect(retryAfterMs(value, NOW)).toBeUndefined();
    },
  );
});
