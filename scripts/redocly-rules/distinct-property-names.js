/**
 * Rejects properties of one schema whose names differ only in case: in Go, C# and others both become one name.
 * The members of `allOf` count as one schema; those of `oneOf` and `anyOf` do not.
 */
export function distinctPropertyNames() {
  return {
    Schema(schema, { location, report, resolve }) {
      const named = new Map();
      const file = location.source.absoluteRef;
      const inherited = (schema.allOf ?? []).flatMap((member, index) => {
        const place = location.child(["allOf", index]);
        return propertyNames(member, file, resolve).map((name) => ({ name, place }));
      });
      const own = Object.keys(schema.properties ?? {}).map((name) => ({
        name,
        place: location.child(["properties", name]).key(),
      }));
      for (const { name, place } of [...inherited, ...own]) {
        const other = named.get(name.toLowerCase());
        // Those of one member are reported where they are.
        if (other !== undefined && other.name !== name && other.place !== place) {
          report({
            message: `\`${name}\` differs from \`${other.name}\` only in case. Remove one, or give each spelling its own schema.`,
            location: place,
          });
        }
        named.set(name.toLowerCase(), { name, place });
      }
    },
  };
}

/** Returns the names of the properties of a schema and of the members of its `allOf`. */
function propertyNames(schema, file, resolve, seen = new Set()) {
  const { node = {}, location } = resolve(schema, file);
  if (seen.has(node)) {
    return [];
  }
  seen.add(node);
  const nodeFile = "$ref" in schema ? location?.source.absoluteRef : file;
  return [
    ...(node.allOf ?? []).flatMap((member) => propertyNames(member, nodeFile, resolve, seen)),
    ...Object.keys(node.properties ?? {}),
  ];
}
