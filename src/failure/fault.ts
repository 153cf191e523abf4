import type { components } from "../../generated/openapi.js";

/** One failure, whoever reported it: the service, the gateway, or a page that is neither. */
export interface Fault {
  readonly code: string | undefined;
  readonly description: string | undefined;
  readonly source: string | undefined;
  readonly data: readonly unknown[] | undefined;
}

type Wire = Record<
  keyof components["schemas"]["ServiceFault"] | keyof components["schemas"]["GatewayFault"],
  unknown
>;

/** Reads the body of a failure; nothing in it is relied upon, as proxies answer with bodies of their own. */
export function faultOf(body: unknown): Fault {
  const { code, description, message, source, data }: Partial<Wire> = isRecord(body) ? body : {};
  return {
    code: typeof code === "number" ? String(code) : nonEmpty(code),
    description: nonEmpty(description) ?? nonEmpty(message),
    source: nonEmpty(source),
    data: Array.isArray(data) ? data : undefined,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function nonEmpty(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
