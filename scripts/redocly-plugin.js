// Read by every command of Redocly, which loads plugins as JavaScript: see `plugins` in redocly.yaml.
import { dirname, relative, resolve } from "node:path/posix";

const EVERY_OPERATION = "x-every-operation";

/** Our own extensions, by the part of a description that has them; the linter checks their types as of all else. */
const EXTENSIONS = {
  Root: { [EVERY_OPERATION]: "EveryOperation" },
  Operation: {
    "x-idempotent": { type: "boolean" },
    "x-exactly-one-of": { type: "array", items: { type: "string" } },
  },
  Parameter: { "x-loggable": { type: "boolean" } },
};
const KNOWN = [
  ...Object.entries(EXTENSIONS).flatMap(([part, extensions]) =>
    Object.keys(extensions).map((key) => [part, key]),
  ),
  // Redocly's own, for the reference.
  ["Operation", "x-codeSamples"],
];

function withExtensions(types) {
  const extended = Object.entries(EXTENSIONS).map(([part, extensions]) => [
    part,
    { ...types[part], properties: { ...types[part].properties, ...extensions } },
  ]);
  return {
    ...types,
    ...Object.fromEntries(extended),
    EveryOperation: {
      properties: {
        parameters: "ParameterList",
        responses: "NamedResponses",
        successHeaders: "NamedHeaders",
      },
    },
  };
}

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
    Root(description, { location }) {
      common = description[EVERY_OPERATION] ?? {};
      root = location.source.absoluteRef;
    },
    PathItem: {
      // Not for `webhooks`, which are calls that the service makes.
      skip: (_item, key) => !String(key).startsWith("/"),
      Operation(operation, { location, resolve: resolved }, { PathItem: item }) {
        const file = location.source.absoluteRef;
        const isFound = (reference) => resolved(reference, root).node !== undefined;
        // Those that lead nowhere are reported where they are written, not also at each operation.
        const parameters = (common.parameters ?? []).filter(isFound);
        const responses = filterValues(common.responses ?? {}, isFound);
        const successHeaders = filterValues(common.successHeaders ?? {}, isFound);

        const nameOf = (parameter, from) => {
          const { node } = resolved(parameter, from);
          return `${node?.in} ${node?.name}`.toLowerCase();
        };
        const own = operation.parameters ?? [];
        const ownNames = [...(item.parameters ?? []), ...own].map((one) => nameOf(one, file));
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

/** What every operation has stands at each of them in the bundle, and only there. */
function withoutEveryOperation() {
  return {
    Root: {
      leave(description) {
        delete description[EVERY_OPERATION];
      },
    },
  };
}

function mapValues(record, change) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function filterValues(record, isKept) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => isKept(value)));
}

/** Refuses an extension that nothing reads: one that is misspelt or stands in the wrong place. */
function knownExtensions() {
  const known = KNOWN.map(([part, key]) => `${key} (${part})`).join(", ");
  return {
    any(node, { type, report, location }) {
      const unknown = Object.entries(node)
        .filter(([key, value]) => key.startsWith("x-") && !isName(type, key, value))
        .filter(([key]) => !KNOWN.some(([part, name]) => part === type.name && name === key));
      for (const [key] of unknown) {
        report({
          message: `\`${key}\` means nothing here. Known are ${known}.`,
          location: location.child([key]).key(),
        });
      }
    },
  };
}

/** Whether a key is one of the author's choice, such as the name of a header. */
function isName({ properties = {}, additionalProperties: named }, key, value) {
  return (
    !(key in properties) && (typeof named === "function" ? named(value, key) : named) !== undefined
  );
}

export default function plugin() {
  return {
    id: "partner-center",
    typeExtension: { oas3: withExtensions },
    preprocessors: { oas3: { "every-operation": everyOperation } },
    decorators: { oas3: { "without-every-operation": withoutEveryOperation } },
    rules: { oas3: { "known-extensions": knownExtensions } },
  };
}
