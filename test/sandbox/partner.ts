import {
  createPartnerCenterClient,
  type GetRelationshipRequestLinkParameters,
} from "partner-center-client";
import { type CreateSandboxOptions, createSandbox } from "partner-center-client/sandbox";

export const ORIGIN = "https://api.partnercenter.microsoft.com";
export const NOW = Date.parse("2025-11-12T09:28:43.765Z");

/** The ids of the description's examples. */
export const OWN = "3b33e682-00c3-41ee-9dd2-a548adf56438";
export const RESELLER = "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90";
export const PROVIDER = "9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34";
export const CONTOSO = "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05";
export const NORTHWIND = "c81e5a97-4f26-4d0b-9e13-7ab2d6058f4c";
export const NOBODY = "e62b9f05-3d7a-4c18-90b4-a15c8df7e263";

/** Whatever the service says, as far as the compiler knows. */
export type Anything = ReturnType<typeof JSON.parse>;

/** What came back from the sandbox. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** The first bytes, where a byte order mark would be. */
  readonly start: string;
  readonly body: Anything;
}

/** A sandbox whose time stands still, a client of it, and calls without one. */
export function played(options: CreateSandboxOptions = {}) {
  const sandbox = createSandbox({ now: () => NOW, ...options });
  const client = createPartnerCenterClient({
    credential: () => "any-token",
    fetch: sandbox.fetch,
    retry: false,
  });
  const call = async (
    path: string,
    {
      method = "GET",
      body,
      headers = {},
    }: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answered> => {
    const response = await sandbox.fetch(`${ORIGIN}${path}`, {
      method,
      headers: { Authorization: "Bearer any-token", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const start = bytes.subarray(0, 3).toString("hex");
    const text = bytes.toString().replace(/^\uFEFF/, "");
    return { status: response.status, headers: response.headers, start, body: JSON.parse(text) };
  };
  const link = async (query: GetRelationshipRequestLinkParameters = {}) =>
    (await client.getRelationshipRequestLink(query)).url;
  return { sandbox, client, call, link };
}

/** A `filter` as it stands in a query. */
export function filter(Field: string, Operator: string, Value: string): string {
  return `filter=${encodeURIComponent(JSON.stringify({ Field, Value, Operator }))}`;
}
