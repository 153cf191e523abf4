import { type DescribedReplies, examples } from "../../../generated/examples.js";
import type { Operation } from "../../../generated/operations.js";
import { claimsOf } from "../../token/explain-token.js";
import { isAppOnly, isWithoutMfa, unusable } from "./claims.js";
import { jsonTypeFor } from "./media-type.js";
import { faultReply, type Reply, repliesOf } from "./reply.js";
import { operationsAt } from "./route.js";

/** The operation that is to answer, or what the service says instead. */
export type Routed =
  | { readonly refusal: Reply; readonly operation?: never }
  | { readonly refusal?: never; readonly operation: Operation };

/** What the service says to a request before it looks at what is asked. */
export function routed(request: Request, basePath: string, now: number): Routed {
  const { method, url } = request;
  const there = operationsAt(url, basePath);
  const operation = there.find((one) => one.method === method);
  if (there.length === 0) {
    return { refusal: refused(request, 404, "Resource not found.") };
  }
  if (operation === undefined) {
    const Allow = there.map((one) => one.method).join(", ");
    const words = `The resource does not support ${method}.`;
    return { refusal: refused(request, 405, words, { Allow }) };
  }
  const refusal = refusalOf(request, repliesOf(operation), now);
  return refusal === undefined ? { operation } : { refusal };
}

/** What the service says to a request whose token or media types it does not accept; undefined when it does. */
function refusalOf(
  request: Request,
  { takesAppOnly }: DescribedReplies,
  now: number,
): Reply | undefined {
  const { headers, url } = request;
  const token = /^Bearer +(\S+)$/i.exec(headers.get("Authorization") ?? "")?.[1];
  if (token === undefined) {
    return faultReply(request, 401, examples.AccessDenied, { "WWW-Authenticate": "Bearer" });
  }
  const reason = unusable(token, new URL(url).origin, now);
  if (reason !== undefined) {
    return faultReply(request, 401, { ...examples.AccessDenied, description: reason });
  }
  const claims = claimsOf(token) ?? {};
  if (isAppOnly(claims) && !takesAppOnly) {
    return faultReply(request, 403, examples.AppOnlyToken);
  }
  if (isWithoutMfa(claims) && !isAppOnly(claims)) {
    return faultReply(request, 401, examples.MfaRequired);
  }
  // XML is documented for some operations, its form nowhere; a guess would teach the caller a form that is wrong.
  if (jsonTypeFor(request) === undefined) {
    return refused(request, 406, "The sandbox answers in JSON only.");
  }
  return undefined;
}

/** A failure in the form of the gateway, which is the one to know of paths and methods. */
function refused(
  request: Request,
  status: number,
  message: string,
  headers?: Record<string, string>,
): Reply {
  return faultReply(request, status, { statusCode: status, message }, headers);
}
