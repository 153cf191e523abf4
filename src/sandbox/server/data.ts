import type { CreateSandboxOptions, SandboxReseller } from "../index.js";

/** Who a served sandbox knows. */
export type SandboxData = Pick<CreateSandboxOptions, "customers" | "providers" | "resellers">;

const LISTS: ReadonlyArray<keyof SandboxData> = ["resellers", "providers", "customers"];

/**
 * Reads the data of a sandbox: JSON with lists of resellers, providers and customers, in the form of the service.
 * Throws `TypeError` that says what is wrong with it; `createSandbox` checks the ids.
 */
export function readData(text: string): SandboxData {
  const data = parse(text);
  for (const [name, list] of Object.entries(data)) {
    if (!LISTS.some((one) => one === name)) {
      throw new TypeError(`Unknown list \`${name}\`; expected ${LISTS.join(", ")}.`);
    }
    if (!Array.isArray(list) || !list.every(isObject)) {
      throw new TypeError(`Invalid \`${name}\`: expected a list of objects.`);
    }
  }
  return data;
}

/** Returns so many resellers, the same each time. */
export function generateResellers(count: number): SandboxReseller[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1);
    return {
      id: `5e11e400-0000-4000-8000-${number.padStart(12, "0")}`,
      name: `Reseller ${number}`,
      mpnId: String(4_000_001 + index),
      location: "US",
      state: "Active",
    };
  });
}

function parse(text: string): object {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new TypeError("Invalid JSON.");
  }
  if (!isObject(data)) {
    throw new TypeError(`Expected an object with ${LISTS.join(", ")}.`);
  }
  return data;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
