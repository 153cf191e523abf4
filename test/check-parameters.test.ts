import type { Operation, Parameter } from "../generated/operations.js";
import { checkParameters } from "../src/check-parameters.js";

const operation = (...parameters: Parameter[]): Operation => ({
  operationId: "listOrders",
  method: "GET",
  path: "/v{version}/customers/{customer_id}/orders",
  parameters,
  successStatuses: [200],
});

const size: Parameter = { name: "size", in: "query", type: "integer", minimum: 0, maximum: 500 };
const customer: Parameter = { name: "customer_id", in: "path", isRequired: true, type: "string" };

describe("checkParameters", () => {
  it.each([0, 25, 500])("lets the size %d pass", (value) => {
    expect(() => checkParameters(operation(size), { query: { size: value } })).not.toThrow();
  });

  it.each([
    [501, "a number from 0 to 500, got 501"],
    [-1, "a number from 0 to 500, got -1"],
    [1.5, "a whole number, got 1.5"],
    [Number.NaN, "a whole number, got NaN"],
    ["25", 'a whole number, got "25"'],
  ])("refuses the size %p", (value, words) => {
    expect(() => checkParameters(operation(size), { query: { size: value } })).toThrow(
      `Invalid \`size\`: expected ${words}.`,
    );
  });

  it.each(["", " ", "\t", ".", ".."])("refuses %j as a part of a path", (value) => {
    expect(() => checkParameters(operation(customer), { path: { customer_id: value } })).toThrow(
      "Invalid `customer_id`: expected a part of a path, neither blank nor dots, got ",
    );
  });

  it.each([{}, { path: {} }, { path: { customer_id: undefined } }])(
    "refuses a required parameter that is not given: %j",
    (given) => {
      expect(() => checkParameters(operation(customer), given)).toThrow(
        "Invalid `customer_id`: expected a value, got undefined.",
      );
    },
  );

  it.each<[string, Omit<Parameter, "name" | "in">, unknown, string]>([
    ["enum", { enum: ["1", "2"] }, "3", 'one of "1", "2", got "3"'],
    ["boolean", { type: "boolean" }, "yes", 'true or false, got "yes"'],
    ["string", { type: "string" }, 12, "text, got 12"],
    ["string, with null", { type: "string" }, null, "text, got null"],
    ["number", { type: "number", minimum: 1 }, 0.5, "a number 1 or more, got 0.5"],
    ["minLength", { minLength: 1 }, "", "text of 1 or more characters, got an empty string"],
    ["maxLength", { maxLength: 3 }, "abcd", 'text of 3 or less characters, got "abcd"'],
    ["pattern", { pattern: /^\d+$/u }, "x", 'text like ^\\d+$, got "x"'],
    ["title", { pattern: /^\d+$/u, title: "a PartnerID" }, "x", 'a PartnerID, got "x"'],
  ])("refuses what breaks %s", (_keyword, constraint, value, words) => {
    const parameter: Parameter = { name: "sort", in: "query", ...constraint };

    expect(() => checkParameters(operation(parameter), { query: { sort: value } })).toThrow(
      `Invalid \`sort\`: expected ${words}.`,
    );
  });

  it("counts characters, not halves of them", () => {
    const flags: Parameter = { name: "flags", in: "query", maxLength: 2 };

    expect(() => checkParameters(operation(flags), { query: { flags: "🇦🇹" } })).not.toThrow();
  });

  it("checks headers too, and leaves alone what the description leaves open", () => {
    const cv: Parameter = { name: "ms-cv", in: "header", type: "string", maxLength: 4 };

    expect(() => checkParameters(operation(cv), { header: { "ms-cv": "12345" } })).toThrow(
      "`ms-cv`",
    );
    expect(() => checkParameters(operation(cv), { query: { other: "" } })).not.toThrow();
  });
});
