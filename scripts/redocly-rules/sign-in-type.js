/** The words for a sign-in type, by security scheme, in the order in which sentences and tables have them. */
const TYPES = { appPlusUser: "App+User", app: "App" };
const SENTENCE = /\bTakes [^.]*\btokens?\b[^.]*\./g;
const ROW = "taken by";
const EVERY = "every operation";

/**
 * Holds the sentence about sign-in in the description of each operation to its `security`, and the row "taken by" of the
 * table in `info.description` to all of them.
 */
export function signInType() {
  let rootSecurity = [];
  const operations = [];
  return {
    Root: {
      enter({ security = [] }) {
        rootSecurity = security;
      },
      leave({ info }, { location, report }) {
        const expected = rowFor(operations);
        const actual = rowsOf(info.description ?? "").find(({ cells }) => cells[0] === ROW);
        const findings = actual === undefined ? ["is missing"] : differences(actual, operations);
        if (findings.length > 0) {
          report({
            message: `The row "${ROW}" of the sign-in table ${findings.join(", and ")}. Write: ${expected}`,
            location: lineOf(location.child(["info", "description"]), actual?.line),
          });
        }
      },
    },
    PathItem: {
      // Webhooks are calls that the service makes.
      skip: (_item, key) => !String(key).startsWith("/"),
      Operation(operation, { location, report }) {
        const { operationId, description = "", security = rootSecurity } = operation;
        const schemes = security.flatMap((requirement) => Object.keys(requirement));
        operations.push({ operationId, schemes });
        const expected = sentenceFor(schemes);
        const sentences = description.match(SENTENCE) ?? [];
        if (sentences.length !== 1 || sentences[0] !== expected) {
          const found = sentences.map((sentence) => `"${sentence}"`).join(" and ");
          report({
            message: `\`${operationId}\` ${found === "" ? "does not name its sign-in type" : `says ${found}, which is not its \`security\``}. Write in its description: "${expected}"`,
            location: lineOf(location.child(["description"]), sentences[0]),
          });
        }
      },
    },
  };
}

function sentenceFor(schemes) {
  const types = Object.keys(TYPES)
    .filter((scheme) => schemes.includes(scheme))
    .map((scheme) => TYPES[scheme]);
  return types.length === 1
    ? `Takes ${types[0]} tokens only.`
    : `Takes ${types.join(" and ") || "no"} tokens.`;
}

function rowsOf(markdown) {
  return markdown
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => ({
      line,
      cells: line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    }));
}

function namesFor(scheme, operations) {
  return operations
    .filter(({ schemes }) => schemes.includes(scheme))
    .map(({ operationId }) => operationId);
}

function rowFor(operations) {
  const cells = Object.keys(TYPES).map((scheme) => {
    const names = namesFor(scheme, operations);
    return names.length === operations.length
      ? EVERY
      : names.map((name) => `\`${name}\``).join(", ");
  });
  return `| ${[ROW, ...cells].join(" | ")} |`;
}

/** Returns what each cell of the row lacks and has too many. */
function differences({ cells: [, ...cells] }, operations) {
  return Object.entries(TYPES).flatMap(([scheme, type], column) => {
    const expected = namesFor(scheme, operations);
    const cell = cells[column] ?? "";
    const actual =
      cell === EVERY
        ? operations.map(({ operationId }) => operationId)
        : [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const listed = (names) => names.map((name) => `\`${name}\``).join(", ");
    const missing = expected.filter((name) => !actual.includes(name));
    const surplus = actual.filter((name) => !expected.includes(name));
    return [
      ...(missing.length > 0 ? [`lacks ${listed(missing)} under ${type}`] : []),
      ...(surplus.length > 0 ? [`has ${listed(surplus)} under ${type}`] : []),
    ];
  });
}

/** Returns where the text stands in the file, or else the key of the location. */
function lineOf(location, text) {
  const { source } = location;
  const index = text === undefined ? -1 : source.body.indexOf(text);
  if (index === -1) {
    return location.key();
  }
  const before = source.body.slice(0, index).split("\n");
  const start = { line: before.length, col: before.at(-1).length + 1 };
  // Redocly puts a pointer in that would win over the line.
  return { source, pointer: undefined, start };
}
