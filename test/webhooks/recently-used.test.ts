import { RecentlyUsed } from "../../src/webhooks/recently-used.js";

/** A map with the values 1 to 16 under their own names. */
function full(): RecentlyUsed<number> {
  const map = new RecentlyUsed<number>();
  for (let value = 1; value <= 16; value += 1) {
    map.set(`${value}`, value);
  }
  return map;
}

describe("RecentlyUsed", () => {
  it("drops the least recently used entry once it has more than 16", () => {
    const map = full();

    map.get("1");
    map.set("2", 2);
    map.set("17", 17);

    expect(map.get("3")).toBeUndefined();
    expect([map.get("1"), map.get("2"), map.get("17")]).toEqual([1, 2, 17]);
    expect(map.values).toHaveLength(16);
  });

  it("lists the most recently used value last", () => {
    const map = full();

    map.get("5");

    expect(map.values.at(0)).toBe(1);
    expect(map.values.at(-1)).toBe(5);
  });

  it("forgets a deleted entry", () => {
    const map = full();

    map.delete("1");

    expect(map.get("1")).toBeUndefined();
    expect(map.values).toHaveLength(15);
  });

  it("stays bounded however many keys are set", () => {
    const map = new RecentlyUsed<number>();

    for (let value = 0; value < 10_000; value += 1) {
      map.set(`${value}`, value);
    }

    expect(map.values).toHaveLength(16);
  });
});
