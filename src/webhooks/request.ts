import type { components, webhooks } from "../../generated/openapi.js";
import { invalidSecretOption } from "../invalid-option.js";
import type { ReceivedBody } from "./received-body.js";
import { WebhookVerificationError } from "./verification-error.js";

/**
 * A request as it arrived. A `Request` is one, and so is `{ headers: request.headers, body: request }` of `node:http` and
 * of Express.
 */
export interface WebhookRequest {
  /** A `Headers`, a `Map`, or a record as `node:http` has it. */
  readonly headers:
    | {
        /** Gives the value of a header; null where it is missing. */
        get(name: string): string | null;
      }
    | ReadonlyMap<string, string | readonly string[]>
    | { readonly [name: string]: string | readonly string[] | undefined };
  /** The body, which nothing has read yet. */
  readonly body: ReceivedBody;
}

/** What the headers say of the signature. */
export interface SignatureHeaders {
  /** In base64. */
  readonly signature: string;
  /** Anyone can have written it. */
  readonly certificateUrl: string;
}

type WebhookHeader = keyof NonNullable<webhooks["test-created"]["post"]["parameters"]["header"]>;

const SIGNATURE_HEADER = "x-ms-signature" satisfies WebhookHeader;
const CERTIFICATE_URL_HEADER = "X-MS-Certificate-Url" satisfies WebhookHeader;
const ALGORITHM_HEADER = "X-MS-Signature-Algorithm" satisfies WebhookHeader;
const ALGORITHM = "rsa-sha256" satisfies components["parameters"]["MsSignatureAlgorithm"];

// Only one text stands for the same bytes: what is left over of the last character has to be zero.
const BASE64 = /^[A-Za-z0-9+/]+(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/;

/** Reads the signature headers. Throws `WebhookVerificationError` for headers that are missing, contradict each other or name another algorithm. */
export function readSignatureHeaders({ headers }: WebhookRequest): SignatureHeaders {
  const authorization = readHeader(headers, "authorization");
  const fromAuthorization =
    authorization === undefined ? undefined : /^Signature[ \t]+(.*)/is.exec(authorization)?.[1];
  const fromOwnHeader = readHeader(headers, SIGNATURE_HEADER)?.replace(/^Signature[ \t]+/i, "");
  const signature = fromAuthorization ?? fromOwnHeader;
  if (signature === undefined) {
    throw new WebhookVerificationError("missing-signature");
  }
  if (fromOwnHeader !== undefined && fromOwnHeader !== signature) {
    throw new WebhookVerificationError("contradictory-signatures");
  }
  if (signature.length % 4 !== 0 || !BASE64.test(signature)) {
    throw new WebhookVerificationError("malformed-signature");
  }
  const certificateUrl = readHeader(headers, CERTIFICATE_URL_HEADER);
  const algorithm = readHeader(headers, ALGORITHM_HEADER);
  if (certificateUrl === undefined || algorithm === undefined) {
    throw new WebhookVerificationError("missing-header");
  }
  if (algorithm.toLowerCase() !== ALGORITHM) {
    throw new WebhookVerificationError("unknown-algorithm");
  }
  return { signature, certificateUrl };
}

/**
 * Returns the value of a header without the whitespace around it, several values with commas, as HTTP joins them. Finds
 * the name in another casing too. Throws `TypeError` for headers or a value of another type.
 */
export function readHeader(headers: WebhookRequest["headers"], name: string): string | undefined {
  const value = findHeader(headers, name) ?? undefined;
  if (value === undefined || typeof value === "string") {
    return value?.trim();
  }
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return value.join(", ").trim();
  }
  throw invalidSecretOption(`request.headers["${name}"]`, "a string or a list of strings", value);
}

function findHeader(headers: WebhookRequest["headers"], name: string): unknown {
  const lowerCase = name.toLowerCase();
  const isName = (key: string) => key.toLowerCase() === lowerCase;
  if (isMap(headers)) {
    return [...headers].find(([key]) => isName(key))?.[1];
  }
  if (isHeaders(headers)) {
    return headers.get(name);
  }
  if (Symbol.iterator in headers) {
    throw invalidSecretOption("request.headers", "a Headers, a Map or a record", headers);
  }
  return headers[lowerCase] ?? headers[Object.keys(headers).find(isName) ?? lowerCase];
}

/** Whether headers are a `Map`, of any realm: its `get` distinguishes names by case. */
function isMap(
  headers: WebhookRequest["headers"],
): headers is ReadonlyMap<string, string | readonly string[]> {
  return Object.prototype.toString.call(headers) === "[object Map]";
}

function isHeaders(
  headers: WebhookRequest["headers"],
): headers is { get(name: string): string | null } {
  return typeof headers.get === "function";
}
