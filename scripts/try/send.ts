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
  let response: Response | undefined;
  client.use({
    onResponse(received) {
      response = received.response.clone();
    },
  });
  try {
    await firstResult(
      Reflect.get(client, operation.operationId)(
        { ...given(values, false), ...(body !== undefined && { body: JSON.parse(body) }) },
        { headers: given(values, true) },
      ),
    );
  } catch (error) {
    // A failure of the service is shown as it answered.
    if (response === undefined || response.ok) {
      const failure = error instanceof Error ? error.message : String(error);
      return { request: requests[before], response: undefined, content: undefined, failure };
    }
  }
  const content = await response?.json().catch(() => undefined);
  return { request: requests[before], response, content, failure: undefined };
}

/** Waits for what a method returns; of a collection, for the first page. */
async function firstResult(
  result: Promise<unknown> | { byPage(): AsyncIterable<unknown> },
): Promise<void> {
  await ("then" in result ? result : result.byPage()[Symbol.asyncIterator]().next());
}

function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

/** Returns the values that are not empty, each of its type: of headers, which are options of a call, or of the others. */
function given(
  values: ReadonlyMap<TryParameter, string>,
  areHeaders: boolean,
): Record<string, unknown> {
  return Object.fromEntries(
    [...values]
      .filter(([parameter]) => (parameter.in === "header") === areHeaders)
      .filter(([{ isRequired }, value]) => value !== "" || isRequired)
      .map(([{ name, type }, value]) => [name, typed(type, value)]),
  );
}

function typed(type: TryParameter["type"], value: string): unknown {
  // What is no number goes as it is, so that the client says what is wrong with it.
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(value)) {
    return Number(value);
  }
  return type === "boolean" ? value === "true" : value;
}
