import type { components } from "../../generated/openapi.js";

/** One failure, whoever reported it: the service, the gateway, or a page that is neither. */
export interface Fault {
  /** One short word. */
  readonly code: string | undefined;
  readonly description: string | undefined;
  readonly source: string | undefined;
  readonly data: readonly unknown[] | undefined;
  /** What the body had besides and why it is not here, in words. */
  readonly leftOut?: string | undefined;
}

type Wire = Record<keyof components["schemas"]["Fault"], unknown>;

const CODE = /^[\x21-\x7e]{1,64}$/;
const MOST_LEVELS = 10;
const MOST_BYTES = 16_384;

/** Reads the body of a failure; nothing in it is relied upon, as proxies answer with bodies of their own. */
export function parseFault(body: unknown): Fault {
  const wire: Partial<Wire> = isObject(body) ? body : {};
  const code = codeOf(wire.code);
  const data = Array.isArray(wire.data) ? wire.data : undefined;
  const tooMuch = data && excessOf(data);
  const leftOut = [
    code === undefined && isCodeLike(wire.code) && "`code`, which is not one short word",
    tooMuch && `\`data\`, which ${tooMuch}`,
  ].filter(Boolean);
  return {
    code,
    description: nonEmpty(wire.description) ?? nonEmpty(wire.message),
    source: nonEmpty(wire.source),
    data: tooMuch ? undefined : data,
    leftOut: leftOut.length === 0 ? undefined : leftOut.join(" and "),
  };
}

/**
 * A code as text; undefined for what is not one short word. A number that JavaScript cannot hold would be another one.
 */
export function codeOf(code: unknown): string | undefined {
  const text = Number.isSafeInteger(code) ? String(code) : code;
  return typeof text === "string" && CODE.test(text) ? text : undefined;
}

function isCodeLike(code: unknown): boolean {
  return typeof code === "number" || nonEmpty(code) !== undefined;
}

/** What makes further details too much to be handed on, in words; undefined when they are not. */
function excessOf(data: readonly unknown[]): string | undefined {
  if (isDeeper(data, MOST_LEVELS)) {
    return `is deeper than ${MOST_LEVELS} levels`;
  }
  try {
    const { byteLength } = new TextEncoder().encode(JSON.stringify(data));
    return byteLength > MOST_BYTES ? "is larger than 16 kB" : undefined;
  } catch {
    return "is no JSON";
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  return (
    isObject(value) &&
    (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function nonEmpty(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
