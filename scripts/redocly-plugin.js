// Read by every command of Redocly, which loads plugins as JavaScript: see `plugins` in redocly.yaml.
import { dirname, relative, resolve } from "node:path/posix";

const EVERY_OPERATION = "x-every-operation";

/** Which part of a description may have which extension, and of which type it has to be. */
const EXTENSIONS = {
  Root: { [EVERY_OPERATION]: "object" },
  Operation: { "x-idempotent": "boolean", "x-codeSamples": "object" },
  Parameter: { "x-loggable": "boolean" },
};

/**
 * Gives every operation what the description says of all of them: parameters, faults, and the headers of a success.
 * What an operation says itself wins.
 */
function everyOperation() {
  let common = {};
  let root = "";
  /** A reference of the root, as the file of another part has to write it. */
  const movedTo = (file) => (reference) => ({
    $ref: relative(dirname(file), resolve(dirname(root), reference.$ref)),
  });
  return {
    Root: {
      enter(description, { location }) {
        common = description[EVERY_OPERATION] ?? {};
        root = location.source.absoluteRef;
      },
      leave(description) {
        delete description[EVERY_OPERATION];
      },
    },
    PathItem: {
      // Not for `webhooks`, which are calls that the service makes.
      skip: (_item, key) => !String(key).startsWith("/"),
      Operation(operation, { location, resolve: resolved }) {
        const { parameters = [], responses = {}, successHeaders = {} } = common;
        const file = location.source.absoluteRef;
        const nameOf = (parameter, from) => {
          const { node } = resolved(parameter, from);
          return `${node?.in} ${node?.name}`.toLowerCase();
        };
        const own = operation.parameters ?? [];
        const ownNames = own.map((parameter) => nameOf(parameter, file));
        const others = parameters.filter((one) => !ownNames.includes(nameOf(one, root)));
        operation.parameters = [...own, ...others.map(movedTo(file))];

        for (const [status, reference] of Object.entries(operation.responses ?? {})) {
          const { node: response, location: place = location } = resolved(reference, file);
          if (status.startsWith("2") && response !== undefined) {
            const headers = mapValues(successHeaders, movedTo(place.source.absoluteRef));
            response.headers = { ...headers, ...response.headers };
          }
        }
        operation.responses = { ...mapValues(responses, movedTo(file)), ...operation.responses };
      },
    },
  };
}

function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Refuses an extension that nothing reads: one that is misspelt, stands in the wrong place or has another type. */
function knownExtensions() {
  return {
    any(node, { type, report, location }) {
      for (const [key, value] of Object.entries(node)) {
        const expected = EXTENSIONS[type.name]?.[key];
        if (key.startsWith("x-") && typeof value !== expected) {
          report({
            message:
              expected === undefined
                ? `\`${key}\` means nothing here. Known are ${known()}.`
                : `Expected \`${key}\` to be a ${expected}.`,
            location: location.child([key]).key(),
          });
        }
      }
    },
  };
}

function known() {
  return Object.entries(EXTENSIONS)
    .flatMap(([part, extensions]) => Object.keys(extensions).map((key) => `${key} (${part})`))
    .join(", ");
}

export default function plugin() {
  return {
    id: "partner-center",
    preprocessors: { oas3: { "every-operation": everyOperation } },
    rules: { oas3: { "known-extensions": knownExtensions } },
  };
}
