import type {
  ExampleObject,
  MediaTypeObject,
  OpenAPI3,
  OperationObject,
  ReferenceObject,
  ResponseObject,
} from "openapi-typescript";
import {
  type DescribedOperation,
  isReference,
  nameOf,
  operationsOf,
  resolved,
  webhooksOf,
} from "./description.js";

const HEADER = `// Generated from spec/ by \`npm run generate\`. Do not edit:
// change the example, run the command, and commit both.
`;

const DECLARATIONS = `/** One way in which an operation answers. */
export interface DescribedReply {
  readonly status: number;
  /** The media types of its body; none when it has no body. */
  readonly mediaTypes: readonly string[];
  readonly examples: readonly unknown[];
}

/** How an operation answers. */
export interface DescribedReplies {
  /** Whether a token that an app got for itself will do. */
  readonly takesAppOnly: boolean;
  readonly replies: readonly DescribedReply[];
}
`;

/** A body of the description: its type in the generated types, and what it is in each media type. */
interface Body {
  readonly type: string;
  readonly content: readonly (readonly [mediaType: string, MediaTypeObject])[];
}

/** Generates the examples as values of their types, and which operation answers with which of them. */
export function generateExamples(description: OpenAPI3): string {
  const named = new Map<string, string>();
  for (const { type, content } of bodiesOf(description)) {
    for (const [mediaType, media] of content) {
      for (const example of examplesOf(media).filter(isReference)) {
        const name = nameOf(example);
        const text = exampleText(description, example, typeOf(type, mediaType, media));
        const entry = `  ${JSON.stringify(name)}: ${text.replaceAll("\n", "\n  ")},\n`;
        named.set(name, named.get(name) ?? entry);
      }
    }
  }
  const entries = [...named.keys()].sort().map((name) => named.get(name));
  const rows = operationsOf(description).map((operation) => rowText(description, operation));
  const values = [
    `/** The examples that have a name in the description. */\nexport const examples = {\n${entries.join("")}};\n`,
    `/** How each operation answers, by its operationId. */\nexport const replies: Readonly<Record<string, DescribedReplies>> = {\n${rows.join("")}};\n`,
  ].join("\n");
  const types = ["components", "operations", "webhooks"].filter((one) =>
    values.includes(`${one}["`),
  );
  return [
    HEADER,
    `import type { ${types.join(", ")} } from "./openapi.js";\n`,
    DECLARATIONS,
    values,
  ].join("\n");
}

function rowText(description: OpenAPI3, described: DescribedOperation): string {
  const { operationId, operation } = described;
  const replies = responsesOf(description, described)
    .filter(({ status }) => /^\d+$/.test(status))
    .map(({ status, type, content }) => {
      const texts = content.flatMap(([mediaType, media]) =>
        examplesOf(media).map((example) =>
          isReference(example)
            ? `examples[${JSON.stringify(nameOf(example))}]`
            : exampleText(description, example, typeOf(type, mediaType, media)),
        ),
      );
      const mediaTypes = content.map(([mediaType]) => mediaType);
      return `      { status: ${status}, mediaTypes: ${JSON.stringify(mediaTypes)}, examples: [${[...new Set(texts)].join(", ")}] },\n`;
    });
  return `  ${JSON.stringify(operationId)}: {\n    takesAppOnly: ${takesAppOnly(description, operation)},\n    replies: [\n${replies.join("")}    ],\n  },\n`;
}

/** Whether one of the schemes that are enough has an app sign in for itself. */
function takesAppOnly(description: OpenAPI3, operation: OperationObject): boolean {
  const schemes = description.components?.securitySchemes ?? {};
  return (operation.security ?? description.security ?? [])
    .flatMap((requirement) => Object.keys(requirement))
    .map((name) => resolved(description, schemes[name] ?? {}))
    .some((scheme) => "clientCredentials" in Object(Reflect.get(scheme, "flows")));
}

function exampleText(
  description: OpenAPI3,
  example: ExampleObject | ReferenceObject,
  type: string,
): string {
  const { value = null } = resolved(description, example);
  return `${JSON.stringify(value, null, 2)} satisfies ${type}`;
}

function typeOf(bodyType: string, mediaType: string, { schema }: MediaTypeObject): string {
  return schema !== undefined && isReference(schema)
    ? `components["schemas"]["${nameOf(schema)}"]`
    : `${bodyType}["content"]["${mediaType}"]`;
}

/** What a body may be: the examples that it names, or the one without a name. */
function examplesOf({ examples, example }: MediaTypeObject): (ExampleObject | ReferenceObject)[] {
  if (examples === undefined) {
    return example === undefined ? [] : [{ value: example }];
  }
  return Object.values(examples);
}

/** Every body of every operation and webhook. */
function bodiesOf(description: OpenAPI3): Body[] {
  return [...operationsOf(description), ...webhooksOf(description)].flatMap((described) => {
    const { requestBody } = described.operation;
    const responses = responsesOf(description, described);
    return requestBody === undefined
      ? responses
      : [
          {
            type: `NonNullable<${described.type}["requestBody"]>`,
            content: contentOf(description, resolved(description, requestBody)),
          },
          ...responses,
        ];
  });
}

function responsesOf(
  description: OpenAPI3,
  { operation, type }: DescribedOperation,
): (Body & { readonly status: string })[] {
  return Object.entries(operation.responses ?? {}).map(([status, response]) => ({
    status,
    type: `${type}["responses"][${/^\d+$/.test(status) ? status : JSON.stringify(status)}]`,
    content: contentOf(description, resolved(description, response)),
  }));
}

function contentOf(
  description: OpenAPI3,
  { content = {} }: Pick<ResponseObject, "content">,
): Body["content"] {
  return Object.entries(content).map(([mediaType, media]) => [
    mediaType,
    resolved(description, media),
  ]);
}
