import openapiTS, {
  astToString,
  type OpenAPI3,
  type ReferenceObject,
  type SchemaObject,
} from "openapi-typescript";
import ts from "typescript";

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

/** The types of the description, the same text for the same description. */
export async function generateTypes(description: OpenAPI3): Promise<string> {
  const nodes = await openapiTS(description, {
    alphabetize: true,
    silent: true,
    transformProperty(property, schema) {
      const words = wordsOfReference(description, schema);
      return words === undefined ? property : described(property, words);
    },
  });
  for (const node of nodes.filter(ts.isInterfaceDeclaration)) {
    describe(node);
    if (node.name.text === "components") {
      node.members.filter(ts.isPropertySignature).forEach(describe);
    }
  }
  return astToString(nodes);
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

function describe(node: ts.InterfaceDeclaration | ts.PropertySignature): void {
  const words = ts.isIdentifier(node.name) ? WORDS[node.name.text] : undefined;
  if (words !== undefined) {
    described(node, words);
  }
}

function described<Node extends ts.Node>(node: Node, words: string): Node {
  const text = words.trim().replaceAll("*/", "*\\/").replaceAll("\n", "\n * ");
  return ts.addSyntheticLeadingComment(
    node,
    ts.SyntaxKind.MultiLineCommentTrivia,
    text.includes("\n") ? `*\n * ${text}\n ` : `* ${text} `,
    true,
  );
}
