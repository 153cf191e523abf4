import { examples } from "../../generated/examples.js";
import type { components } from "../../generated/openapi.js";
import {
  CORRELATION_ID_HEADER,
  IS_MFA_COMPLIANT_HEADER,
  REQUEST_ID_HEADER,
  SERVER_ID_HEADER,
  VALIDATE_MFA_HEADER,
} from "../wire/headers.js";
import { jsonTypeFor } from "./media-type.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** What a response is made of. */
export interface Reply {
  readonly status: number;
  readonly statusText?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Bytes | ReadableStream<Bytes>;
  /** Where a redirect has led, if one was followed. */
  readonly url?: string;
}

/** Makes the response that `fetch` would make of the reply. */
export function responseTo(request: Request, reply: Reply): Response {
  const { status, statusText = "", body = null, url } = reply;
  const headers = new Headers(reply.headers);
  if (ArrayBuffer.isView(body)) {
    headers.set("Content-Length", String(body.byteLength));
  }
  return Object.defineProperties(new Response(body, { status, statusText, headers }), {
    url: { value: url ?? request.url },
    redirected: { value: url !== undefined },
  });
}

/** A link as the service sends it: with a byte order mark before the JSON. */
export function linkReply(
  request: Request,
  link: components["schemas"]["RelationshipRequest"] = examples.RelationshipRequestAdminCenter,
  isMfaCompliant = true,
): Reply & { readonly body: Bytes } {
  return {
    status: 200,
    headers: {
      "Content-Type": `${jsonTypeFor(request)}; charset=utf-8`,
      ...serviceHeaders(request, isMfaCompliant),
    },
    body: encoded(`\uFEFF${JSON.stringify(link)}`),
  };
}

/** A failure as the service or, without its headers, the gateway sends it. */
export function faultReply(
  request: Request,
  status: number,
  fault: components["schemas"]["Fault"],
  headers?: Record<string, string>,
): Reply {
  const byGateway = "statusCode" in fault;
  return {
    status,
    headers: {
      "Content-Type": byGateway ? "application/json" : "application/json; charset=utf-8",
      ...(byGateway ? {} : serviceHeaders(request, fault !== examples.MfaRequired)),
      ...(status === 401 && { "WWW-Authenticate": 'Bearer error="invalid_token"' }),
      ...headers,
    },
    body: encoded(JSON.stringify(fault)),
  };
}

/** Bytes of a text. */
export function encoded(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** The ids of the request, or new ones, those that the service adds, and what it thinks of the token when asked. */
function serviceHeaders({ headers }: Request, isMfaCompliant: boolean): Record<string, string> {
  return {
    "MS-RequestId": headers.get(REQUEST_ID_HEADER) ?? crypto.randomUUID(),
    "MS-CorrelationId": headers.get(CORRELATION_ID_HEADER) ?? crypto.randomUUID(),
    "MS-CV": "jbYZRWjU3E262f8o.0",
    [SERVER_ID_HEADER]: "030020643",
    ...(headers.get(VALIDATE_MFA_HEADER) === "true" && {
      [IS_MFA_COMPLIANT_HEADER]: String(isMfaCompliant),
    }),
  };
}
