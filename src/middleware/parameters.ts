import type { Middleware } from "../openapi-fetch.js";
import { operationAt } from "../wire/operation.js";
import { checkParameters } from "../wire/parameter-check.js";

/**
 * Checks the parameters of each call against the description, so that nothing is sent that cannot be meant.
 * Throws `TypeError`, which names the parameter, what was expected and what came.
 */
export function parameters(): Middleware {
  return {
    onRequest({ schemaPath, request, params }) {
      const operation = operationAt(request.method, schemaPath);
      if (operation !== undefined) {
        checkParameters(operation, params);
      }
    },
  };
}
