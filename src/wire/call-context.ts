import { CORRELATION_ID_HEADER, CV_HEADER, REQUEST_ID_HEADER } from "./headers.js";
import { suppliedParameters, withoutQuery } from "./operation.js";
import { type Redact, redactionOf } from "./redaction.js";

/** The body of a response, as far as messages describe it. */
export interface ResponseBody {
  /** Its size, its format and its title, never its text. */
  readonly summary: string;
  readonly isEmpty: boolean;
  readonly isJson: boolean;
  /** Its JSON, while nobody has taken it; `undefined` when it is none. */
  readonly json?: unknown;
  /** Why there is none; `undefined` when it was read. */
  readonly missing?: "network" | "timeout" | "malformed-response" | undefined;
}

/** What was sent to get a response, as far as messages may show it: no query, no token, no body. */
export interface CallContext {
  readonly method: string;
  /** Without query and fragment. */
  readonly url: string;
  /** The parameters and the body that the caller supplied: the names of the description, without values. */
  readonly supplied?: readonly string[] | undefined;
  readonly requestId: string | undefined;
  readonly correlationId: string | undefined;
  readonly cv: string | undefined;
  /** How often the request was sent, this time included. */
  readonly attempts: number;
  /** Removes the secrets that were sent from a text; responses may repeat them, above all those of proxies. */
  readonly redact: Redact;
  /** Why the token that was sent may be refused, where its claims show that. */
  readonly hints?: readonly string[] | undefined;
  /** What to know if the response is lost, because the call must not be retried. */
  readonly lossHints?: readonly string[] | undefined;
  /** The body of a success, or what replaced the body of a failure. */
  body?: ResponseBody | undefined;
}

/** Describes a request that is being sent for the `attempts`th time. `secrets` are redacted with its token. */
export type DescribeCall = (
  request: Request,
  attempts?: number,
  secrets?: readonly string[],
) => CallContext;

/** Returns the hints about a token that was refused. */
export type ExplainToken = (token: string) => readonly string[];

/** Returns what to know if the response to a request is lost. */
export type ExplainLoss = (request: Pick<Request, "method" | "url">) => readonly string[];

/** Creates the {@link DescribeCall} of a client, which prepares the redaction of a token once. */
export function createDescribeCall(
  explain: ExplainToken = () => [],
  explainLoss: ExplainLoss = () => [],
): DescribeCall {
  let prepared: Prepared | undefined;
  const redactionFor: RedactionFor = (headers, secrets) => {
    const authorization = headers.get("Authorization");
    if (prepared?.authorization !== authorization || prepared.secrets !== secrets) {
      prepared = { authorization, secrets, redact: redactionOf([tokenIn(headers), ...secrets]) };
    }
    return prepared.redact;
  };
  return (request, attempts = 1, secrets = NO_SECRETS) =>
    new SentCall(request, attempts, secrets, redactionFor, explain, explainLoss);
}

const NO_SECRETS: readonly string[] = [];

type RedactionFor = (headers: Headers, secrets: readonly string[]) => Redact;

/** The redaction of the last token that a client sent. */
interface Prepared {
  readonly authorization: string | null;
  readonly secrets: readonly string[];
  readonly redact: Redact;
}

/** Computes what it describes when asked, which only failures and logs do. */
class SentCall implements CallContext {
  readonly method: string;
  readonly attempts: number;
  readonly #url: string;
  readonly #hasBody: boolean;
  readonly #headers: Headers;
  readonly #secrets: readonly string[];
  readonly #redactionFor: RedactionFor;
  readonly #explain: ExplainToken;
  readonly #explainLoss: ExplainLoss;

  constructor(
    { body, headers, method, url }: Request,
    attempts: number,
    secrets: readonly string[],
    redactionFor: RedactionFor,
    explain: ExplainToken,
    explainLoss: ExplainLoss,
  ) {
    this.method = method;
    this.attempts = attempts;
    this.#url = url;
    this.#hasBody = body !== null;
    this.#headers = headers;
    this.#secrets = secrets;
    this.#redactionFor = redactionFor;
    this.#explain = explain;
    this.#explainLoss = explainLoss;
  }

  get url() {
    return withoutQuery(this.#url);
  }
  get supplied() {
    return suppliedParameters(this.method, this.#url, this.#hasBody);
  }
  get requestId() {
    return this.#headers.get(REQUEST_ID_HEADER) ?? undefined;
  }
  get correlationId() {
    return this.#headers.get(CORRELATION_ID_HEADER) ?? undefined;
  }
  get cv() {
    return this.#headers.get(CV_HEADER) ?? undefined;
  }
  get redact(): Redact {
    return this.#redactionFor(this.#headers, this.#secrets);
  }
  get lossHints() {
    return this.#explainLoss({ method: this.method, url: this.#url });
  }
  get hints() {
    return this.#explain(tokenIn(this.#headers));
  }
}

/** Returns the credentials of `Authorization`, without the scheme; empty when there are none. */
export function tokenIn(headers: Headers): string {
  const authorization = headers.get("Authorization") ?? "";
  return authorization.slice(authorization.indexOf(" ") + 1);
}

/** The property of a response that holds its context. Registered, so that the ESM and the CommonJS build share it. */
export const CONTEXT: unique symbol = Symbol.for("partner-center-client.context");

/** Returns the context of a response; `undefined` for one that did not come through this client. */
export function contextOf(response: Response): CallContext | undefined {
  return Reflect.get(response, CONTEXT);
}
