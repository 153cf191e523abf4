import { readFileSync } from "node:fs";
import type { components } from "../generated/openapi.js";
import type { Handler } from "./server.js";

/** The value of a named example of the description. */
export function example<Value>(name: string): Value {
  const file = new URL(`../spec/components/examples/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).value;
}

export const LINK = example<components["schemas"]["RelationshipRequest"]>(
  "RelationshipRequestAdminCenter",
);

/** The headers of a reply of the service, with the ids of the request echoed. */
export function serviceHeaders(request: { headers: Readonly<Record<string, string>> }) {
  return {
    "Content-Type": "application/json; charset=utf-8",
    "MS-RequestId": request.headers["ms-requestid"] ?? "",
    "MS-CorrelationId": request.headers["ms-correlationid"] ?? "",
    "MS-CV": "jbYZRWjU3E262f8o.0",
    "MS-ServerId": "030020643",
  };
}

/** Answers as the service does: the link, after a byte order mark. */
export const withLink: Handler = (response, request) => {
  response.writeHead(200, serviceHeaders(request)).end(`\uFEFF${JSON.stringify(LINK)}`);
};

/** Answers with a status and a JSON body, as the service does. */
export function withFault(status: number, body: unknown, headers: object = {}): Handler {
  return (response, request) => {
    response
      .writeHead(status, { ...serviceHeaders(request), ...headers })
      .end(JSON.stringify(body));
  };
}

/** Answers with these bytes and no ids. */
export function withBody(status: number, contentType: string, body: string | Buffer): Handler {
  return (response) => {
    response.writeHead(status, { "Content-Type": contentType }).end(body);
  };
}
