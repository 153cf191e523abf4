import { filterBy } from "partner-center-client";

describe("filterBy", () => {
  it("writes the JSON that the service reads", () => {
    expect(filterBy("Domain", "starts_with", 'a"b')).toBe(
      '{"Field":"Domain","Value":"a\\"b","Operator":"starts_with"}',
    );
  });

  it("lets fields and operators pass that nobody documents", () => {
    expect(JSON.parse(filterBy("Colour", "is", "blue"))).toEqual({
      Field: "Colour",
      Value: "blue",
      Operator: "is",
    });
  });

  it.each([
    ["field", ["", "starts_with", "a"]],
    ["operator", ["Domain", " ", "a"]],
    ["value", ["Domain", "starts_with", ""]],
    ["value", ["Domain", "starts_with", undefined]],
  ])("refuses an empty %s", (name, given) => {
    expect(() => Reflect.apply(filterBy, undefined, given)).toThrow(
      `Expected \`${name}\` to be text, got `,
    );
  });
});
