// Loaded by every Redocly command, which expects plugins as JavaScript: see `plugins` in redocly.yaml.
import { closestMatch } from "leven";
import { distinctPropertyNames } from "./redocly-rules/distinct-property-names.js";
import { methodNames } from "./redocly-rules/method-names.js";
import { signInType } from "./redocly-rules/sign-in-type.js";

/** Our own extensions, by the part of the description that has them; the linter checks their types too. */
const EXTENSIONS = {
  Operation: {
    "x-idempotent": { type: "boolean" },
    "x-exactly-one-of": { type: "array", items: { type: "string" } },
  },
  Parameter: {
    "x-loggable": { type: "boolean" },
    // Whether an option of the client, or of a page, sends it, so that it is no parameter of methods.
    "x-client-option": { type: "boolean" },
  },
  Schema: {
    // The known values of a text that may have others.
    "x-extensible-enum": { type: "array", items: { type: "string" } },
    // What callers send by mistake: its `pattern`, and its `title` in words.
    "x-mistaken-for": {
      type: "object",
      properties: { pattern: { type: "string" }, title: { type: "string" } },
    },
  },
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
  return { ...types, ...Object.fromEntries(extended) };
}

/** Requires the parameters, responses and success headers that the configuration lists; names the operation and the missing lines. */
function everyOperation({ parameters, responses, successHeaders }) {
  return {
    PathItem: {
      // Webhooks are calls that the service makes.
      skip: (_item, key) => !String(key).startsWith("/"),
      Operation(operation, { location, report, resolve }, { PathItem: item }) {
        const requireLines = (part, lines, at) => {
          if (lines.length > 0) {
            const list = lines.map((line) => `\`${line}\``).join(", ");
            const message = `\`${operation.operationId}\` lacks under \`${part}\`: ${list}.`;
            report({ message, location: at });
          }
        };
        const references = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
        requireLines(
          "parameters",
          parameters
            .filter((name) => !references.some(({ $ref }) => $ref?.endsWith(`/${name}.yaml`)))
            .map((name) => `- $ref: ../components/parameters/${name}.yaml`),
          location.child(["parameters"]).key(),
        );
        const { responses: own = {} } = operation;
        requireLines(
          "responses",
          Object.entries(responses)
            .filter(([status]) => own[status] === undefined)
            .map(([status, name]) => `"${status}": { $ref: ../components/responses/${name}.yaml }`),
          location.child(["responses"]).key(),
        );
        for (const [status, reference] of Object.entries(own)) {
          const { node: response, location: at = location } = resolve(reference);
          // A reference that leads nowhere is another rule's finding.
          if (status.startsWith("2") && response !== undefined) {
            requireLines(
              `headers of ${status}`,
              Object.entries(successHeaders)
                .filter(([header]) => response.headers?.[header] === undefined)
                .map(([header, name]) => `${header}: { $ref: ../headers/${name}.yaml }`),
              at,
            );
          }
        }
      },
    },
  };
}

/** Rejects an unknown extension: one that is misspelt or in the wrong place. */
function knownExtensions() {
  return {
    any(node, { type, report, location }) {
      const extensions = Object.keys(node)
        .filter((key) => key.startsWith("x-") && !isName(type, key, node[key]))
        .filter((key) => !KNOWN.some(([part, name]) => part === type.name && name === key));
      for (const key of extensions) {
        report({
          message: extensionMessage(key, type.name),
          location: location.child([key]).key(),
        });
      }
    },
  };
}

function extensionMessage(key, part) {
  const parts = KNOWN.filter(([, name]) => name === key).map(([known]) => known);
  if (parts.length > 0) {
    return `\`${key}\` belongs to ${parts.join(" or ")}, not to ${part}.`;
  }
  const names = KNOWN.map(([, name]) => name);
  const near = closestMatch(key, names, { maxDistance: 3 });
  const advice = near === undefined ? `Known: ${names.join(", ")}.` : `Did you mean \`${near}\`?`;
  return `Unknown extension \`${key}\`. ${advice}`;
}

/** Whether the author chose the key, as for the name of a header. */
function isName({ properties = {}, additionalProperties: named }, key, value) {
  return (
    !(key in properties) && (typeof named === "function" ? named(value, key) : named) !== undefined
  );
}

/**
 * Rates the breaking changes that `diff-recommended` misses: it asks whether requests that are already written still
 * work, but callers of this package also compile against the description.
 */
function brokenCallers() {
  return {
    Parameter({ kind, property, base, revision }, { report }) {
      // Redocly ignores a new name in a path, and a new case in the name of a header.
      if (kind === "modified" && property === "name") {
        report({ message: `Parameter \`${base.value}\` was renamed to \`${revision.value}\`.` });
      }
    },
    RequestBody({ kind, revision }, { report }) {
      // Redocly rates only the change of `required` in a body that was there.
      if (kind === "added" && revision.value.required) {
        report({ message: "A required request body was added." });
      }
    },
    Schema({ kind, property, base, revision }, { report }) {
      // Redocly rates this in requests only; a comparison with a lost value does not compile.
      if (kind === "modified" && property === "enum" && base.value && revision.value) {
        const lost = base.value.filter((value) => !revision.value.includes(value));
        if (lost.length > 0) {
          report({ message: `Enum lost values: ${lost.join(", ")}.` });
        }
      }
    },
    SchemaProperties: {
      // Redocly rates this in responses, and in requests without additional properties.
      Schema: (change, { report }) => reportLostName("Property", change, report),
    },
    NamedSchemas: {
      // Redocly takes the names of components for internal; here each is an exported type.
      Schema: (change, { report }) => reportLostName("Schema", change, report),
    },
  };
}

function reportLostName(part, { kind, property, node }, report) {
  if (kind === "removed") {
    report({ message: `${part} \`${node.base.key}\` was removed.` });
  } else if (kind === "modified" && property === "key") {
    report({ message: `${part} \`${node.base.key}\` was renamed to \`${node.revision.key}\`.` });
  }
}

export default function plugin() {
  return {
    id: "partner-center",
    typeExtension: { oas3: withExtensions },
    rules: {
      oas3: {
        "distinct-property-names": distinctPropertyNames,
        "every-operation": everyOperation,
        "known-extensions": knownExtensions,
        "method-names": methodNames,
        "sign-in-type": signInType,
      },
    },
    diff: { oas3: { "broken-callers": brokenCallers } },
  };
}
