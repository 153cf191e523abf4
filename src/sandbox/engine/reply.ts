import { type DescribedReplies, examples, replies } from "../../../generated/examples.js";
import type { Operation } from "../../../generated/operations.js";
import {
  CORRELATION_ID_HEADER,
  IS_MFA_COMPLIANT_HEADER,
  REQUEST_ID_HEADER,
  SERVER_ID_HEADER,
  VALIDATE_MFA_HEADER,
} from "../../wire/headers.js";
import { sandboxOperations } from "../operations/index.js";
import type { LinkScenario } from "../scenarios.js";
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

const WITHOUT_BODY = [204, 205, 304];

/** Makes the response that `fetch` would make of the reply. */
export function responseTo(request: Request, reply: Reply): Response {
  const { status, statusText = "", body = null, url } = reply;
  const headers = new Headers(reply.headers);
  if (ArrayBuffer.isView(body) && !WITHOUT_BODY.includes(status)) {
    headers.set("Content-Length", String(body.byteLength));
  }
  const content = WITHOUT_BODY.includes(status) ? null : body;
  return Object.defineProperties(new Response(content, { status, statusText, headers }), {
    url: { value: url ?? request.url },
    redirected: { value: url !== undefined },
  });
}

/** How the operation answers, as the description has it. */
export function repliesOf({ operationId }: Operation): DescribedReplies {
  return replies[operationId] ?? { takesAppOnly: false, replies: [] };
}

/** The first example that the operation has for a status; undefined where it has none. */
export function exampleOf(operation: Operation, status: number): unknown {
  return repliesOf(operation).replies.find((reply) => reply.status === status)?.examples[0];
}

/** A success as the service sends it: most with a byte order mark before the JSON, where the description has a body. */
export function successReply(
  request: Request,
  operation: Operation,
  {
    body,
    status = operation.successStatuses[0] ?? 200,
    isMfaCompliant = true,
  }: Pick<LinkScenario, "status" | "isMfaCompliant"> & { readonly body?: unknown } = {},
): Reply & { readonly body: Bytes } {
  const described = repliesOf(operation).replies.find((reply) => reply.status === status);
  const hasContent = described !== undefined && described.mediaTypes.length > 0;
  const content = body === undefined ? described?.examples[0] : body;
  const { hasNoByteOrderMark } = sandboxOperations[operation.operationId] ?? {};
  const mark = hasNoByteOrderMark ? "" : "\uFEFF";
  return {
    status,
    headers: {
      ...(hasContent && { "Content-Type": `${jsonTypeFor(request)}; charset=utf-8` }),
      ...serviceHeaders(request, isMfaCompliant),
    },
    body: encoded(hasContent ? `${mark}${JSON.stringify(content ?? null)}` : ""),
  };
}

/** A failure as the service or, without its headers, the gateway sends it. */
export function faultReply(
  request: Request,
  status: number,
  fault: object,
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

/** The ids of the request, those that the service adds, and what it thinks of the token when asked. */
function serviceHeaders({ headers }: Request, isMfaCompliant: boolean): Record<string, string> {
  return {
    "MS-RequestId": headers.get(REQUEST_ID_HEADER) ?? "",
    "MS-CorrelationId": headers.get(CORRELATION_ID_HEADER) ?? "",
    "MS-CV": "jbYZRWjU3E262f8o.0",
    [SERVER_ID_HEADER]: "030020643",
    ...(headers.get(VALIDATE_MFA_HEADER) === "true" && {
      [IS_MFA_COMPLIANT_HEADER]: String(isMfaCompliant),
    }),
  };
}
