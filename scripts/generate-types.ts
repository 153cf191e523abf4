import openapiTS, {
  astToString,
  type OpenAPI3,
  type ReferenceObject,
  type SchemaObject,
} from "openapi-typescript";
import ts from "typescript";
import { operationsOf, webhooksOf } from "./description.js";
import { methodParameters, parametersOfMethod } from "./method-parameters.js";

/** What the parts of the description are in the types, which its own words do not say. */
const WORDS: Readonly<Record<string, string>> = {
  paths: "The paths of the description, and what can be done at each.",
  webhooks: "The events that the service sends.",
  components: "The parts that operations share.",
  schemas: "The shapes of bodies, by name.",
  responses: "The replies that operations share, by name.",
  parameters: "The parameters that operations share, by name.",
  headers: "The headers that replies share, by name.",
  operations: "The operations of the description, by their `operationId`.",
};

/** Generates the types of the description, the same text for the same description. */
export async function generateTypes(description: OpenAPI3): Promise<string> {
  const nodes = await openapiTS(description, {
    alphabetize: true,
    silent: true,
    transform: (schema) => knownValues(schema),
    transformProperty(property, schema) {
      const words = wordsOfReference(description, schema);
      return words === undefined ? property : described(property, words);
    },
  });
  const named: ts.Node[] = [];
  const methods: ts.Node[] = [];
  const types = nodes.filter(ts.isInterfaceDeclaration).map((node) => {
    describe(node);
    if (node.name.text === "operations") {
      methods.push(...methodParameters(description, node));
      describeOperations(description, node);
    }
    return node.name.text === "components" ? withNamedSchemas(description, node, named) : node;
  });
  return astToString([
    ...types,
    ...nodes.filter((node) => !ts.isInterfaceDeclaration(node)),
    ...named,
    ...methods,
  ]);
}

/** Lets editors complete the known values of a text, which may have others. */
function knownValues(schema: SchemaObject): ts.TypeNode | undefined {
  const values: unknown = Reflect.get(schema, "x-extensible-enum");
  if (!Array.isArray(values)) {
    return undefined;
  }
  const { factory, SyntaxKind } = ts;
  const literals = values.map((value) =>
    factory.createLiteralTypeNode(factory.createStringLiteral(String(value))),
  );
  const others = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([...literals, factory.createParenthesizedType(others)]);
}

/** Repeats at each operation what openapi-typescript writes at its path alone, and what its parameters are. */
function describeOperations(description: OpenAPI3, { members }: ts.InterfaceDeclaration): void {
  const operations = new Map(
    [...operationsOf(description), ...webhooksOf(description)].map(
      (operation) => [operation.operationId, operation] as const,
    ),
  );
  for (const member of members.filter(ts.isPropertySignature)) {
    const operation = operations.get(nameOfMember(member));
    const { summary, description: text = "" } = operation?.operation ?? {};
    if (operation !== undefined && summary !== undefined) {
      const parameters = parametersOfMethod(description, operation)
        .map(({ name, description: words = "" }) => `@param parameters.${name} ${firstLine(words)}`)
        .join("\n");
      described(member, [summary, text.trim(), parameters].filter(Boolean).join("\n\n"));
    }
  }
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}

/** Gives each schema a declaration with its own name, which editors then show, and refers to it from `components`. */
function withNamedSchemas(
  { components }: OpenAPI3,
  node: ts.InterfaceDeclaration,
  named: ts.Node[],
): ts.InterfaceDeclaration {
  const { factory } = ts;
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const members = node.members.map((part) => {
    if (!ts.isPropertySignature(part)) {
      return part;
    }
    describe(part);
    if (
      nameOfMember(part) !== "schemas" ||
      part.type === undefined ||
      !ts.isTypeLiteralNode(part.type)
    ) {
      return part;
    }
    const schemas = part.type.members.filter(ts.isPropertySignature).map((schema) => {
      const name = nameOfMember(schema);
      const { type } = schema;
      const declaration =
        type !== undefined && ts.isTypeLiteralNode(type)
          ? factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
          : factory.createTypeAliasDeclaration(
              exported,
              name,
              undefined,
              type ?? factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword),
            );
      const words = components?.schemas?.[name]?.description;
      named.push(words === undefined ? declaration : described(declaration, words));
      const reference = factory.createTypeReferenceNode(name);
      return factory.updatePropertySignature(
        schema,
        schema.modifiers,
        schema.name,
        undefined,
        reference,
      );
    });
    const type = factory.createTypeLiteralNode(schemas);
    const updated = factory.updatePropertySignature(
      part,
      part.modifiers,
      part.name,
      part.questionToken,
      type,
    );
    return described(updated, WORDS.schemas ?? "");
  });
  const updated = factory.updateInterfaceDeclaration(
    node,
    node.modifiers,
    node.name,
    node.typeParameters,
    node.heritageClauses,
    members,
  );
  return described(updated, WORDS.components ?? "");
}

/** What a property that is another schema is: it has no words of its own. */
function wordsOfReference(
  { components }: OpenAPI3,
  schema: SchemaObject | ReferenceObject,
): string | undefined {
  const [, name = ""] = /^#\/components\/schemas\/(\w+)$/.exec(Reflect.get(schema, "$ref")) ?? [];
  const referenced = components?.schemas?.[name];
  return Reflect.get(schema, "description") === undefined && referenced !== undefined
    ? Reflect.get(referenced, "description")
    : undefined;
}

export function nameOfMember({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

function describe(node: ts.InterfaceDeclaration | ts.PropertySignature): void {
  const words = ts.isIdentifier(node.name) ? WORDS[node.name.text] : undefined;
  if (words !== undefined) {
    described(node, words);
  }
}

export function described<Node extends ts.Node>(node: Node, words: string): Node {
  const text = words.trim().replaceAll("*/", "*\\/").replaceAll("\n", "\n * ");
  return ts.addSyntheticLeadingComment(
    node,
    ts.SyntaxKind.MultiLineCommentTrivia,
    text.includes("\n") ? `*\n * ${text}\n ` : `* ${text} `,
    true,
  );
}
