/** What a client has besides the methods of operations, and what would turn it into something else. */
const MEMBERS = [
  ..."GET PUT POST DELETE OPTIONS HEAD PATCH TRACE request use eject".split(" "),
  ..."then constructor __proto__ toString valueOf toJSON".split(" "),
];

/**
 * Rejects what a method could not be derived from: an operation named like a member of the client, two parameters of one
 * operation that share a name, which a method takes flat, and a parameter called `body`.
 */
export function methodNames() {
  return {
    PathItem: {
      // Webhooks are calls that the service makes.
      skip: (_item, key) => !String(key).startsWith("/"),
      Operation(operation, { location, report, resolve }, { PathItem: item }) {
        const { operationId } = operation;
        if (MEMBERS.includes(operationId)) {
          report({
            message: `\`${operationId}\` is a member of the client. Give the operation another \`operationId\`.`,
            location: location.child(["operationId"]),
          });
        }
        const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(
          (parameter) => resolve(parameter).node ?? {},
        );
        const names = parameters.map(({ name }) => name);
        for (const name of new Set(names)) {
          const places = parameters.filter((parameter) => parameter.name === name);
          if (places.length > 1) {
            const where = places.map((parameter) => parameter.in).join(" and ");
            report({
              message: `\`${operationId}\` has two parameters called \`${name}\`, in ${where}; its method takes parameters by name alone.`,
              location: location.child(["parameters"]).key(),
            });
          }
        }
        if (names.includes("body")) {
          report({
            message: `\`${operationId}\` has a parameter called \`body\`, which is what its method calls the request body.`,
            location: location.child(["parameters"]).key(),
          });
        }
      },
    },
  };
}
