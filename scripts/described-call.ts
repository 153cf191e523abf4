import type {
  MediaTypeObject,
  OpenAPI3,
  ParameterObject,
  RequestBodyObject,
  ResponseObject,
} from "openapi-typescript";
import { describedValues } from "./described-value.js";
import { type DescribedOperation, resolved } from "./description.js";

/** The parameters of an operation, each with an example. */
export function parametersOf(
  description: OpenAPI3,
  { parameters }: DescribedOperation,
): ParameterObject[] {
  return parameters.map((parameter) => resolved(description, parameter));
}

/** A body, with its media type. */
export interface Body {
  readonly mediaType: string;
  readonly value: unknown;
}

/** The bodies that an operation can be sent; `undefined` alone where it takes none. */
export function requestBodiesOf(
  description: OpenAPI3,
  { operation: { requestBody } }: DescribedOperation,
): (Body | undefined)[] {
  return requestBody === undefined
    ? [undefined]
    : bodiesOf(description, resolved(description, requestBody), "readOnly");
}

/** The examples of JSON bodies, and values that have all that their schema has. */
export function bodiesOf(
  description: OpenAPI3,
  { content = {} }: Pick<RequestBodyObject | ResponseObject, "content">,
  leftOut: "readOnly" | "writeOnly",
): Body[] {
  return Object.entries(content)
    .filter(([mediaType]) => mediaType.endsWith("json"))
    .flatMap(([mediaType, media]) =>
      valuesOf(description, resolved(description, media), leftOut).map((value) => ({
        mediaType,
        value,
      })),
    );
}

function valuesOf(
  description: OpenAPI3,
  { schema, examples = {} }: MediaTypeObject,
  leftOut: "readOnly" | "writeOnly",
): unknown[] {
  return [
    ...Object.values(examples).map((example) => resolved(description, example).value),
    ...(schema === undefined ? [] : describedValues(description, schema, leftOut)),
  ];
}
