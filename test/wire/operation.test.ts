import type { Parameter } from "../../generated/operations.js";
import {
  calledOperation,
  isIdempotent,
  suppliedParameters,
  valuesInPath,
} from "../../src/wire/operation.js";

const LINK = "/v1/customers/relationshiprequests";

describe("calledOperation", () => {
  it.each([
    `https://api.partnercenter.microsoft.com${LINK}`,
    `http://127.0.0.1:8080/a/base/path${LINK}?indirectResellerId=1`,
  ])("finds the operation of %s", (url) => {
    expect(calledOperation("GET", url)).toMatchObject({
      operation: { operationId: "getRelationshipRequestLink" },
      pathValues: { version: "1" },
    });
  });

  it.each([
    ["POST", `https://contoso.com${LINK}`],
    ["GET", "https://contoso.com/v/customers/relationshiprequests"],
    ["GET", "https://contoso.com/v1/customers/relationshiprequests/"],
    ["GET", "https://contoso.com/relationshiprequests"],
    ["GET", "https://contoso.com/"],
    ["GET", "https://v1/customers/contoso.com"],
  ])("finds none for %s %s", (method, url) => {
    expect(calledOperation(method, url)).toBeUndefined();
  });
});

describe("valuesInPath", () => {
  it("gives the values as they were meant, and what cannot be decoded as it is", () => {
    const path = "/v{version}/customers/{customer_id}";

    expect(valuesInPath({ path, parameters: [] }, "/v1/customers/a%2Fb%20c")).toEqual({
      version: "1",
      customer_id: "a/b c",
    });
    expect(valuesInPath({ path: "/{id}", parameters: [] }, "/%E0%A4%A")).toEqual({
      id: "%E0%A4%A",
    });
  });

  it("are none where the description has other values", () => {
    const parameters: Parameter[] = [{ name: "version", in: "path", enum: ["1"] }];

    expect(valuesInPath({ path: "/v{version}/a", parameters }, "/v1/a")).toEqual({ version: "1" });
    expect(valuesInPath({ path: "/v{version}/a", parameters }, "/v2/a")).toBeUndefined();
  });
});

describe("isIdempotent", () => {
  it("is what the description says, else what HTTP says of the method", () => {
    const url = "https://contoso.com/other";

    expect(isIdempotent(new Request(`https://contoso.com${LINK}`))).toBe(true);
    expect(isIdempotent(new Request(url, { method: "PUT" }))).toBe(true);
    expect(isIdempotent(new Request(url, { method: "PATCH" }))).toBe(false);
  });
});

describe("suppliedParameters", () => {
  it("names the parameters of the description that were sent, and the body, but no values", () => {
    const url = `https://contoso.com${LINK}?indirectResellerId=1&secret=2`;

    expect(suppliedParameters("GET", url, true)).toEqual(["`indirectResellerId`", "the body"]);
    expect(suppliedParameters("GET", `https://contoso.com${LINK}`, false)).toEqual([]);
  });
});
