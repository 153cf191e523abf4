import { parseArgs } from "node:util";
import { scenarios } from "partner-center-client/sandbox";
import { controls } from "../src/sandbox/server/control.js";
import { scenariosIn } from "../src/sandbox/server/scenario-text.js";
import { SCENARIO_HEADER, startSandboxServer } from "../src/sandbox/server/server.js";

const HELP = `A sandbox of Partner Center on this machine, for tests in any language.

  npm run sandbox -- [--port <number>] [--scenario <scenario>] [--deliver-to <host>]

  --port        where to listen on 127.0.0.1; a free port by default
  --scenario    give every call this single answer, and remember nothing
  --deliver-to  deliver events to this host too, not to this machine only
  --help        show this

It has a partner with resellers, a provider and customers, who remembers what happens. Any token that is not a JWT will do.
Tell it as JSON what happens outside the API. Events are signed with a certificate of its own:

${lines(controls)}

A scenario is a name, or JSON where it has settings: {"scenario":"slow","ms":5000}.
Several, with commas between them or as a JSON array, are played one for each request; the last repeats.
A request may ask for its own with the header ${SCENARIO_HEADER}.

${lines(scenarios)}
`;

function lines(words: Readonly<Record<string, string>>): string {
  return Object.entries(words)
    .map(([name, does]) => `  ${name.padEnd(22)}${does}`)
    .join("\n");
}

/** What the arguments ask for; throws `TypeError` when that is not clear. */
function readArguments() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      scenario: { type: "string" },
      "deliver-to": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    throw new TypeError(`Expected --port to be a number from 0 to 65535, got "${values.port}".`);
  }
  return {
    help: values.help,
    port: Number(values.port),
    deliverTo: values["deliver-to"] === undefined ? [] : [values["deliver-to"]],
    scenario: values.scenario === undefined ? undefined : scenariosIn(values.scenario),
  };
}

async function serve({
  port,
  scenario,
  deliverTo,
}: ReturnType<typeof readArguments>): Promise<void> {
  const { url } = await startSandboxServer({
    port,
    scenario,
    deliverTo,
    onAnswer: ({ method, url }, status) => console.log(`${method} ${url} ${status}`),
  });
  console.log(`The sandbox is at ${url}; Ctrl-C ends it. Try:\n`);
  console.log(
    `  curl -i -H "Authorization: Bearer any-token" ${url}/v1/customers/relationshiprequests\n`,
  );
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => process.exit());
}

try {
  const settings = readArguments();
  if (settings.help) {
    console.log(HELP);
  } else {
    await serve(settings);
  }
} catch (error) {
  if (!(error instanceof Error)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = error instanceof TypeError ? 2 : 1;
}
