import { examples } from "../../generated/examples.js";
import type { paths } from "../../generated/openapi.js";
import { claimsOf, isAppOnly, isWithoutMfa } from "./claims.js";
import { jsonTypeFor } from "./media-type.js";
import { faultReply, type Reply } from "./reply.js";

const PATH = "/v{version}/customers/relationshiprequests" satisfies keyof paths;

/** What the service says to a request that it would not accept; undefined when it would. */
export function refusalOf(request: Request, basePath: string): Reply | undefined {
  const { headers, method, url } = request;
  if (new URL(url).pathname !== `${basePath}${PATH.replace("{version}", "1")}`) {
    return refused(request, 404, "Resource not found.");
  }
  if (method !== "GET") {
    return refused(request, 405, `The resource does not support ${method}.`, { Allow: "GET" });
  }
  const token = /^Bearer +(\S+)$/i.exec(headers.get("Authorization") ?? "")?.[1];
  if (token === undefined) {
    return faultReply(request, 401, examples.AccessDenied, { "WWW-Authenticate": "Bearer" });
  }
  const claims = claimsOf(token);
  if (isAppOnly(claims)) {
    return faultReply(request, 403, examples.AppOnlyToken);
  }
  if (isWithoutMfa(claims)) {
    return faultReply(request, 401, examples.MfaRequired);
  }
  // XML is documented for this operation, its form nowhere; a guess would teach the caller a form that is wrong.
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
