import { createHash } from "node:crypto";
import { build } from "esbuild";
import type { OpenAPI3, ParameterObject } from "openapi-typescript";
import { operations, type Parameter } from "../generated/operations.js";
import { parametersOf, requestBodiesOf } from "./described-call.js";
import { type DescribedOperation, operationsOf, readDescription, resolved } from "./description.js";
import { ROOT } from "./run.js";
import { sitePage } from "./site-page.js";
import { OPERATIONS_ID, type TryOperation, type TryParameter } from "./try/try-operation.js";

/** A page that sends every operation of the description to the sandbox, which is in the page; it asks for nothing else. */
export async function tryPage(): Promise<string> {
  const [offered, script] = await Promise.all([readDescription().then(offeredBy), pageScript()]);
  const hash = createHash("sha256").update(script).digest("base64");
  return sitePage({
    title: "Try it",
    place: { part: "try", root: "" },
    style: STYLE,
    policy: `; script-src 'sha256-${hash}'`,
    main: `<h1>Try it</h1>
<p>The sandbox of the client is in this page, in place of the service: a partner with resellers, who remembers what you do until you close the page. Nothing leaves it.</p>
<noscript><p>This page needs JavaScript.</p></noscript>
<div class="columns">
<div>
<section aria-labelledby="story"><h2 id="story">The life of a relationship</h2><ol id="steps"></ol><button id="anew" type="button" class="plain">Start anew</button></section>
<section aria-labelledby="call"><h2 id="call">Any operation</h2><form id="form"></form></section>
</div>
<section aria-labelledby="exchange"><h2 id="exchange">What went over the wire</h2><p id="outcome" role="status">Nothing yet. Send something.</p><div id="shown"></div></section>
</div>
`,
    end: `<script type="application/json" id="${OPERATIONS_ID}">${JSON.stringify(offered).replaceAll("<", "\\u003c")}</script>
<script>${script}</script>
`,
  });
}

const STYLE = `
label { display: block; margin: 0.75rem 0 0.25rem; font-weight: bold; }
label small { font-weight: normal; }
input, select, textarea { box-sizing: border-box; width: 100%; max-width: 100%; padding: 0.4rem 0.5rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid #777; border-radius: 4px; }
textarea { font: 0.875em/1.5 ui-monospace, monospace; }
button { margin: 0.25rem 0.5rem 0.25rem 0; padding: 0.4rem 0.9rem; font: inherit; color: #fff; background: #1b5fc4; border: 1px solid #1b5fc4; border-radius: 4px; cursor: pointer; }
button.plain { color: inherit; background: none; border-color: #777; }
button:disabled { color: inherit; background: none; border-color: var(--line); cursor: default; opacity: 0.75; }
:is(a, button, input, select, textarea, .wide):focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
#steps li { margin: 0.25rem 0; }
#outcome { font-weight: bold; }
@media (min-width: 60rem) {
  main { max-width: 80rem; }
  .columns { display: grid; grid-template-columns: 26rem minmax(0, 1fr); gap: 3rem; align-items: start; }
}
#shown pre { white-space: pre-wrap; overflow-wrap: anywhere; width: auto; }
`;

/** The operations in the order and the groups of the description. */
function offeredBy(description: OpenAPI3): TryOperation[] {
  const tags = (description.tags ?? []).map(({ name }) => name);
  const described = operationsOf(description);
  return tags.flatMap((tag) =>
    described
      .filter(({ operation }) => operation.tags?.[0] === tag)
      .map((one) => offered(description, one, groupOf(description, tag))),
  );
}

function groupOf(description: OpenAPI3, tag: string): string {
  const found = (description.tags ?? []).find(({ name }) => name === tag);
  return String(Reflect.get(Object(found), "x-displayName") ?? tag);
}

function offered(description: OpenAPI3, one: DescribedOperation, group: string): TryOperation {
  const { operationId, method, path, operation } = one;
  const known = operations.find((other) => other.operationId === operationId);
  const examples = parametersOf(description, one);
  const [body] = requestBodiesOf(description, one);
  return {
    operationId,
    method,
    path,
    summary: operation.summary ?? operationId,
    group,
    parameters: (known?.parameters ?? []).filter(isOwn).map((parameter) => {
      const isFirst = known?.exactlyOneOf?.[0] === parameter.name;
      return field(parameter, exampleOf(description, examples, parameter), isFirst);
    }),
    body: body && JSON.stringify(body.value, undefined, 2),
  };
}

/** Whether a parameter belongs to some operations alone; the client sets the others itself. */
function isOwn({ name }: Parameter): boolean {
  return !operations.every(({ parameters }) =>
    parameters.some((one) => one.name === name && one.in === "header"),
  );
}

function field(parameter: Parameter, example: string, isGiven: boolean): TryParameter {
  const { name, in: place, type = "string", isRequired = false, enum: values = [] } = parameter;
  return {
    name,
    in: place,
    type,
    isRequired,
    values: type === "boolean" ? ["true", "false"] : values.map(String),
    value: isRequired || isGiven ? example || String(values[0] ?? "") : "",
    example,
  };
}

function exampleOf(
  description: OpenAPI3,
  all: readonly ParameterObject[],
  { name, in: place }: Parameter,
): string {
  const found = all.find((one) => one.name === name && one.in === place);
  const schema = Object(found?.schema && resolved(description, found.schema));
  const [first] = Object.values(found?.examples ?? {});
  const given = first && resolved(description, first).value;
  return String(found?.example ?? given ?? schema.examples?.[0] ?? schema.example ?? "");
}

/** The script of the page, which holds the client and the sandbox. */
async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["scripts/try/page.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
  });
  // What would end the element that the script stands in.
  return (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
}
