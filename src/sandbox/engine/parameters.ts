import { operations, type Parameter } from "../../../generated/operations.js";
import { invalidOption } from "../../invalid-option.js";

/**
 * Checks an option that stands for a parameter of the description.
 * Throws `TypeError`, with the words of the description, for a value that it rules out.
 */
export function checkLike(name: string, option: string, value: unknown): void {
  const { title = "", pattern } = parameterNamed(name);
  if (typeof value !== "string" || pattern?.test(value) === false) {
    throw invalidOption(option, title, value);
  }
}

function parameterNamed(name: string): Partial<Parameter> {
  return (
    operations
      .flatMap(({ parameters }) => parameters)
      .find((parameter) => parameter.name === name) ?? {}
  );
}
