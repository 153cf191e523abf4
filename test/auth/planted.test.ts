import { allOf, PLANTED, plantedIn } from "./planted.js";

test("the search for secrets finds them wherever they are", () => {
  const { accessToken } = PLANTED;
  const hidden = Object.defineProperty(new Error("x"), "hidden", { value: [{ accessToken }] });

  for (const place of [
    new Error(accessToken),
    new Error("x", { cause: { deep: { down: accessToken } } }),
    { token: `Bearer ${encodeURIComponent(accessToken)}` },
    { body: new URLSearchParams({ accessToken }).toString() },
    hidden,
  ]) {
    expect(plantedIn(allOf(place))).toEqual([accessToken]);
  }
});
