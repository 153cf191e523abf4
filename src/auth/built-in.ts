interface BuiltIn {
  readonly "node:buffer": typeof import("node:buffer");
  readonly "node:crypto": typeof import("node:crypto");
  readonly "node:http": typeof import("node:http");
}

/**
 * A module of Node, which Bun and Deno have too. It is asked for when it is used and not imported, so that bundles
 * for browsers and workers build. Throws `TypeError` where there is none; `what` begins that message.
 */
export function builtIn<Name extends keyof BuiltIn>(name: Name, what: string): BuiltIn[Name] {
  const found: BuiltIn[Name] | undefined = globalThis.process?.getBuiltinModule?.(name);
  if (found === undefined) {
    throw new TypeError(
      `${what} needs \`${name}\`, which Node, Bun and Deno have and this runtime has not.`,
    );
  }
  return found;
}
