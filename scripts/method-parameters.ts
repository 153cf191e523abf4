import type { OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { CLIENT_HEADERS } from "../src/wire/headers.js";
import { type DescribedOperation, operationsOf } from "./description.js";
import { constantBody } from "./generate-operations.js";
import { described, nameOfMember } from "./generate-types.js";

const { factory, SyntaxKind } = ts;
const VERSION = "version";

/** Whether a parameter is one of its operation's method: options of the client send the other headers. */
export function isMethodParameter(name: string): boolean {
  return name !== VERSION && !CLIENT_HEADERS.includes(name);
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
        operation.operationId,
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
  return `${operationId.replace(/^./, (letter) => letter.toUpperCase())}Parameters`;
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
  { operation }: DescribedOperation,
  parts: readonly ts.PropertySignature[],
): ts.PropertySignature[] {
  const parameters = membersOf(memberNamed(parts, "parameters")).flatMap(membersOf);
  const version = memberNamed(parameters, VERSION);
  const content = memberNamed(membersOf(memberNamed(parts, "requestBody")), "content");
  const body = memberNamed(membersOf(content), "application/json");
  const isConstant = constantBody(description, operation) !== undefined;
  return [
    ...parameters
      .filter((parameter) => isMethodParameter(nameOfMember(parameter)))
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
