import type { OpenAPI3, ParameterObject } from "openapi-typescript";
import { clouds } from "partner-center-client";
import { createSandboxFetch, type Scenario } from "partner-center-client/sandbox";
import { serializePath, serializeQuery } from "../src/openapi-fetch.js";
import { type Body, bodiesOf, parametersOf, requestBodiesOf } from "./described-call.js";
import { type DescribedOperation, operationsOf, resolved } from "./description.js";
import { createHarRecorder } from "./har.js";

/** What the description has as examples, and what only the headers of a reply or its lack of a body tell. */
const SCENARIOS: readonly Scenario[] = [
  "link",
  "office-portal-link",
  "unauthorized",
  "mfa-required",
  "mfa-required-2019",
  "app-only",
  "bad-request",
  "not-found",
  "throttled",
  "unavailable",
];

/** A status for `default`, for which a description has none of its own. */
const OTHER_STATUS = 502;

/** Calls each operation in the sandbox until all that it has is said once, and gives the traffic as an HTTP archive. */
export async function recordTraffic(description: OpenAPI3): Promise<string> {
  const recorder = createHarRecorder();
  for (const described of operationsOf(description)) {
    const scenarios = [...SCENARIOS, ...scenariosOf(description, described)];
    const bodies = requestBodiesOf(description, described);
    const fetch = recorder.recorded(createSandboxFetch(scenarios));
    for (let index = 0; index < Math.max(scenarios.length, bodies.length); index++) {
      await fetch(requestOf(description, described, bodies[index % bodies.length]));
    }
  }
  return recorder.archive();
}

/** Every documented status, with all that its schema has. */
function scenariosOf(description: OpenAPI3, { operation }: DescribedOperation): Scenario[] {
  return Object.entries(operation.responses ?? {}).flatMap(([key, response]) => {
    const status = key === "default" ? OTHER_STATUS : Number(key);
    const bodies = bodiesOf(description, resolved(description, response), "writeOnly")
      .map(({ value }) => value)
      .filter(isObject);
    if (status >= 400) {
      return [{ scenario: "failure", status }, ...bodies.map(failureWith(status))];
    }
    return [{ scenario: "link", status }, ...bodies.map(successWith(status))];
  });
}

const failureWith =
  (status: number) =>
  (fault: object): Scenario => ({ scenario: "failure", status, fault });

const successWith =
  (status: number) =>
  (reply: object): Scenario => ({ scenario: "link", status, reply });

// What the sandbox can be given; of another type it has the examples alone.
function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A call with every parameter, each with its example. */
function requestOf(
  description: OpenAPI3,
  described: DescribedOperation,
  body: Body | undefined,
): Request {
  const given = (place: ParameterObject["in"]) =>
    Object.fromEntries(
      parametersOf(description, described)
        .filter((parameter) => parameter.in === place)
        .map(({ name, example }) => [name, example]),
    );
  const { method, path } = described;
  const query = serializeQuery(given("query"));
  const url = `${clouds.global.baseUrl}${serializePath(path, given("path"))}`;
  return new Request(query === "" ? url : `${url}?${query}`, {
    method,
    headers: {
      ...given("header"),
      Accept: "application/json",
      Authorization: "Bearer any-token",
      ...(body && { "Content-Type": body.mediaType }),
    },
    ...(body && { body: JSON.stringify(body.value) }),
  });
}
