import { serializePath, serializeQuery } from "../../src/wire/serializers.js";

describe("text that cannot be written as UTF-8", () => {
  const words = 'Expected `name` to be well-formed text, got "\\ud800".';

  it("is refused in a query", () => {
    expect(() => serializeQuery({ name: "\ud800" })).toThrow(new TypeError(words));
  });

  it("is refused in a path", () => {
    expect(() => serializePath("/{name}", { name: "\ud800" })).toThrow(new TypeError(words));
  });
});

describe("what a path and a query are made of", () => {
  it("arrives as it was given", () => {
    expect(serializePath("/v{version}/{id}", { version: "1", id: "a/b ü" })).toBe(
      "/v1/a%2Fb%20%C3%BC",
    );
    expect(serializeQuery({ a: "b c&d", e: false, f: undefined })).toBe("a=b%20c%26d&e=false");
  });
});
