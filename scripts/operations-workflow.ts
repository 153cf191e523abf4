import type { OpenAPI3 } from "openapi-typescript";
import { parametersOf, requestBodiesOf } from "./described-call.js";
import { type DescribedOperation, operationsOf } from "./description.js";

/** A document of Arazzo, for `redocly respect`, that calls each operation with each of its bodies and awaits success. */
export function operationsWorkflow(description: OpenAPI3, url: string): object {
  return {
    arazzo: "1.0.1",
    info: { title: "Every operation", version: description.info.version },
    sourceDescriptions: [{ name: "partner-center", type: "openapi", url }],
    workflows: operationsOf(description).map((described) => ({
      workflowId: idOf(described.operationId),
      steps: stepsOf(description, described),
    })),
  };
}

function stepsOf(description: OpenAPI3, described: DescribedOperation): object[] {
  const { operationId, operation } = described;
  const [status] = Object.keys(operation.responses ?? {}).filter((one) => /^2\d\d$/.test(one));
  const [requirement = {}] = operation.security ?? description.security ?? [];
  return requestBodiesOf(description, described).map((body, index) => ({
    stepId: `${idOf(operationId)}-${index + 1}`,
    operationId,
    "x-security": Object.keys(requirement).map((schemeName) => ({
      schemeName,
      values: { accessToken: "any-token" },
    })),
    parameters: parametersOf(description, described).map(({ in: place, name, example }) => ({
      in: place,
      name,
      value: example,
    })),
    ...(body && { requestBody: { contentType: body.mediaType, payload: body.value } }),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
  }));
}

/** As Arazzo has ids, which may be fewer than OpenAPI has. */
function idOf(operationId: string): string {
  return operationId.replaceAll(/[^\w-]/g, "-");
}
