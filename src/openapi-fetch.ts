// The one import of openapi-fetch. The library is frozen upstream; whatever replaces it one day replaces this file.
// It stays at 0.16: the `Readable` type of 0.17 turns `string & {}`, an open set of known values, into an object.
import createOpenApiFetchClient, {
  type Client,
  type ClientOptions,
  createQuerySerializer,
  defaultPathSerializer,
} from "openapi-fetch";
import { invalidParameter } from "./failure/invalid-parameter.js";
import { invalidSecretOption } from "./invalid-option.js";
import { checkedBaseUrl } from "./wire/base-url.js";
import { HEADER_VALUE_RULE, isHeaderName, isHeaderValue } from "./wire/headers.js";

export type { Client, FetchOptions, Middleware } from "openapi-fetch";

/** The methods of a client that make calls. */
const CALLS = [
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "TRACE",
  "request",
] as const;

/**
 * Creates an openapi-fetch client whose calls check their own options: they reject with a `TypeError` of ours where the
 * platform would throw one that repeats the value, for a header that HTTP cannot carry, which may be a token, and for a
 * base URL with a password. `headers` may be an object, `Headers` or [name, value] pairs.
 */
export function createClient<
  Paths extends object,
  Media extends `${string}/${string}` = `${string}/${string}`,
>(options: ClientOptions): Client<Paths, Media> {
  const client = createOpenApiFetchClient<Paths, Media>(options);
  const guarded = CALLS.map((name) => {
    const call = Object(client)[name];
    // `request` has the method in front.
    const position = name === "request" ? 2 : 1;
    return [
      name,
      (...supplied: unknown[]) => {
        try {
          return call(...supplied.slice(0, position), checkedOptions(supplied[position]));
        } catch (error) {
          return Promise.reject(error);
        }
      },
    ];
  });
  return Object.assign(client, Object.fromEntries(guarded));
}

/** Returns the options of a call with `headers` in a form that openapi-fetch reads. Throws `TypeError` for invalid ones. */
function checkedOptions(options: unknown): unknown {
  const { headers, params, baseUrl }: Readonly<Record<string, unknown>> = Object(options);
  const { header } = Object(params);
  const isIterable = Symbol.iterator in Object(headers);
  // Read once, as an iterator can be.
  const pairs: [string, unknown][] = isIterable
    ? [...Object(headers)]
    : Object.entries(Object(headers));
  if (!pairs.every(isNamed)) {
    const expected = "an object, `Headers` or [name, value] pairs";
    throw invalidSecretOption("headers", expected, headers);
  }
  if (Symbol.iterator in Object(header)) {
    throw invalidSecretOption("params.header", "an object", header);
  }
  const texts = pairs.map(([name, value]): [string, unknown] => [name, headerText(name, value)]);
  for (const [name, value] of Object.entries(Object(header))) {
    headerText(name, value);
  }
  if (baseUrl !== undefined) {
    checkedBaseUrl(baseUrl);
  }
  if (headers === undefined) {
    return options;
  }
  // openapi-fetch reads [name, value] pairs as headers called 0, 1 and so on.
  return {
    ...Object(options),
    headers: isIterable ? new Headers(Object(texts)) : Object.fromEntries(texts),
  };
}

/** Returns a value of a header as text, or several; throws `TypeError` for one that HTTP cannot carry. */
function headerText(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => headerText(name, one));
  }
  if (value === undefined || value === null) {
    return value;
  }
  const text = String(value);
  // Spaces and tabs around a value are not part of it (RFC 9110, section 5.5).
  if (text !== "" && !isHeaderValue(text.replace(/^[\t ]+|[\t ]+$/g, "") || "-")) {
    throw invalidSecretOption(name, HEADER_VALUE_RULE, value);
  }
  return text;
}

function isNamed(pair: unknown): boolean {
  return Array.isArray(pair) && pair.length === 2 && isHeaderName(pair[0]);
}

const serializeForm = /* @__PURE__ */ createQuerySerializer();

type Values = Readonly<Record<string, unknown>>;

/** Serializes a query, form style. Throws `PartnerCenterError` (invalid-parameter) for text that UTF-8 cannot encode. */
export function serializeQuery(query: Values): string {
  return serializeForm(wellFormed(query));
}

/** Replaces the parameters of a path template. Throws as {@link serializeQuery} does. */
export function serializePath(path: string, values: Values): string {
  return defaultPathSerializer(path, wellFormed(values));
}

// Half a surrogate pair would end in a bare URIError, before any middleware.
function wellFormed(values: Values): Values {
  for (const name in values) {
    const value = values[name];
    if (typeof value === "string" && /\p{Surrogate}/u.test(value)) {
      throw invalidParameter({ parameter: name, expected: "well-formed text", received: value });
    }
  }
  return values;
}
