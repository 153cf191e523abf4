import type { OpenAPI3, ParameterObject } from "openapi-typescript";
import ts from "typescript";
import { type DescribedOperation, operationsOf, resolved } from "./description.js";
import { constantBody, constantName } from "./generate-operations.js";
import { described, nameOfMember } from "./generate-types.js";

const { factory, SyntaxKind } = ts;
const VERSION = "version";

/** Returns the parameters of an operation's method but the version; options of the client send the others. */
export function parametersOfMethod(
  description: OpenAPI3,
  { parameters }: DescribedOperation,
): ParameterObject[] {
  return parameters
    .map((parameter) => resolved(description, parameter))
    .filter((parameter) => parameter.name !== VERSION && !parameter["x-client-option"]);
}

/**
 * Declares the parameters of each operation's method, flat, with the comments that they have at the operation, and one
 * interface that has them all by `operationId`.
 */
export function methodParameters(
  description: OpenAPI3,
  { members }: ts.InterfaceDeclaration,
): ts.InterfaceDeclaration[] {
  const operations = operationsOf(description);
  const declarations = operations.map((operation) => {
    const parts = membersOf(memberNamed(members, operation.operationId));
    return declared(
      parametersName(operation),
      `The parameters of \`${operation.operationId}\`.`,
      propertiesOf(description, operation, parts),
    );
  });
  const byOperation = operations.map((operation) =>
    described(
      factory.createPropertySignature(
        undefined,
        factory.createStringLiteral(operation.operationId),
        undefined,
        factory.createTypeReferenceNode(parametersName(operation)),
      ),
      operation.operation.summary ?? `The parameters of \`${operation.operationId}\`.`,
    ),
  );
  const comment = "The parameters of each method, by its `operationId`.";
  return [...declarations, declared("MethodParameters", comment, byOperation)];
}

export function parametersName({ operationId }: DescribedOperation): string {
  return `${constantName(operationId)}Parameters`;
}

function declared(
  name: string,
  comment: string,
  members: readonly ts.PropertySignature[],
): ts.InterfaceDeclaration {
  const exported = [factory.createModifier(SyntaxKind.ExportKeyword)];
  return described(
    factory.createInterfaceDeclaration(exported, name, undefined, undefined, members),
    comment,
  );
}

function propertiesOf(
  description: OpenAPI3,
  operation: DescribedOperation,
  parts: readonly ts.PropertySignature[],
): ts.PropertySignature[] {
  const names = parametersOfMethod(description, operation).map(({ name }) => name);
  const parameters = membersOf(memberNamed(parts, "parameters")).flatMap(membersOf);
  const version = memberNamed(parameters, VERSION);
  const content = memberNamed(membersOf(memberNamed(parts, "requestBody")), "content");
  const body = memberNamed(membersOf(content), "application/json");
  const isConstant = constantBody(description, operation.operation) !== undefined;
  return [
    ...parameters
      .filter((parameter) => names.includes(nameOfMember(parameter)))
      .map((parameter) =>
        ts.setSyntheticLeadingComments(
          property(parameter, parameter.name, parameter.questionToken !== undefined),
          ts.getSyntheticLeadingComments(parameter),
        ),
      ),
    ...(body === undefined
      ? []
      : [described(property(body, "body", isConstant), bodyComment(isConstant))]),
    ...(version === undefined
      ? []
      : [described(property(version, VERSION, true), 'The version of the API.\n@default "1"')]),
  ];
}

function bodyComment(isConstant: boolean): string {
  return isConstant ? "The request body; it can have only this value." : "The request body.";
}

/** Creates a property of the same type; an optional one accepts `undefined`. */
function property(
  { type = factory.createKeywordTypeNode(SyntaxKind.UnknownKeyword) }: ts.PropertySignature,
  name: string | ts.PropertyName,
  canBeAbsent: boolean,
): ts.PropertySignature {
  return factory.createPropertySignature(
    undefined,
    name,
    canBeAbsent ? factory.createToken(SyntaxKind.QuestionToken) : undefined,
    canBeAbsent
      ? factory.createUnionTypeNode([
          type,
          factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword),
        ])
      : type,
  );
}

function membersOf(member: ts.PropertySignature | undefined): ts.PropertySignature[] {
  const type = member?.type;
  return type !== undefined && ts.isTypeLiteralNode(type)
    ? type.members.filter(ts.isPropertySignature)
    : [];
}

function memberNamed(
  members: Iterable<ts.TypeElement>,
  name: string,
): ts.PropertySignature | undefined {
  return [...members].filter(ts.isPropertySignature).find((one) => nameOfMember(one) === name);
}
