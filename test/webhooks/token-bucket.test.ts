import { TokenBucket } from "../../src/webhooks/token-bucket.js";

/** Takes tokens until there are none, and returns how many there were. */
function drain(bucket: TokenBucket, now: number): number {
  let taken = 0;
  while (bucket.take(now)) {
    taken += 1;
  }
  return taken;
}

describe("TokenBucket", () => {
  it("allows its size at once, and then one action each interval", () => {
    const bucket = new TokenBucket(10, 5_000);

    expect(drain(bucket, 0)).toBe(10);
    expect(drain(bucket, 4_999)).toBe(0);
    expect(drain(bucket, 5_000)).toBe(1);
    expect(drain(bucket, 20_000)).toBe(3);
  });

  it("never saves more tokens than its size", () => {
    const bucket = new TokenBucket(10, 5_000);
    drain(bucket, 0);

    expect(drain(bucket, 1_000_000_000)).toBe(10);
  });

  it("adds up fractions of an interval", () => {
    const bucket = new TokenBucket(1, 5_000);
    drain(bucket, 0);

    const taken = Array.from({ length: 100 }, (_, index) => bucket.take((index + 1) * 100));

    expect(taken.filter(Boolean)).toHaveLength(2);
  });

  it("adds nothing when the clock is set back, and counts on from there", () => {
    const bucket = new TokenBucket(10, 5_000);
    drain(bucket, 1_000_000);

    expect(drain(bucket, 0)).toBe(0);
    expect(drain(bucket, 5_000)).toBe(1);
  });
});
