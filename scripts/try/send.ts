import { createPartnerCenterClient } from "partner-center-client";
import {
  createSandboxFetch,
  type Sandbox,
  type SandboxRequest,
  type ScenarioName,
  scenarios,
} from "partner-center-client/sandbox";
import type { FilledIn } from "./form.js";
import type { TryParameter } from "./try-operation.js";

/** What came of a call. */
export interface Exchange {
  /** What arrived at the sandbox; undefined when the client sent nothing. */
  readonly request: SandboxRequest | undefined;
  readonly response: Response | undefined;
  /** The JSON of the reply. */
  readonly content: unknown;
  /** What the client threw; undefined when there is a reply. */
  readonly failure: string | undefined;
}

interface Reply {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

// Nobody watches a page for half a minute.
const LIMIT_MS = 3_000;

/** Sends what was filled in through the client to the sandbox, once. */
export async function send(
  { operation, values, body, scenario }: FilledIn,
  sandbox: Sandbox,
): Promise<Exchange> {
  const single = isScenario(scenario) ? createSandboxFetch(scenario) : undefined;
  const { requests } = single ?? sandbox;
  const before = requests.length;
  const client = createPartnerCenterClient({
    credential: () => "any-token",
    fetch: single ?? sandbox.fetch,
    retry: false,
    timeoutMs: LIMIT_MS,
  });
  const call: (path: string, init: object) => Promise<Reply> = Reflect.get(
    client,
    operation.method,
  );
  try {
    const { response, data, error } = await call(operation.path, {
      params: parametersFrom(values),
      ...(body === undefined ? {} : { body: JSON.parse(body) }),
    });
    const content = data ?? error;
    return { request: requests[before], response, content, failure: undefined };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { request: requests[before], response: undefined, content: undefined, failure };
  }
}

function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

/** The parameters that are not empty, each of its type, by their places. */
function parametersFrom(
  values: ReadonlyMap<TryParameter, string>,
): Record<string, Record<string, unknown>> {
  const places: Record<string, Record<string, unknown>> = {};
  for (const [{ name, in: place, type, isRequired }, value] of values) {
    if (value !== "" || isRequired) {
      places[place] = { ...places[place], [name]: typed(type, value) };
    }
  }
  return places;
}

function typed(type: TryParameter["type"], value: string): unknown {
  // What is no number goes as it is, so that the client says what is wrong with it.
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(value)) {
    return Number(value);
  }
  return type === "boolean" ? value === "true" : value;
}
