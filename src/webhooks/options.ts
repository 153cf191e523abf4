import { invalidOption, invalidSecretOption } from "../invalid-option.js";
import type { Fetch } from "../transport/fetch.js";
import { LONGEST_TIMER_MS } from "../transport/retry-options.js";
import { decodeCertificates, PEM } from "./certificate.js";
import { CERTIFICATE_HOSTS, ISSUER_HOSTS } from "./certificate-url.js";
import { platformRoots } from "./platform.js";

/** What remembers events: the store of `partner-center-client/auth` with `add` is one. */
export interface SeenEvents {
  /**
   * Keeps the value under the key for so many milliseconds, unless there is one already; in one step, so that of two
   * processes one is the first, as `SET NX PX` of Redis does; and tells whether it did.
   */
  add(key: string, value: string, ttlMs: number): boolean | Promise<boolean>;
}

/** Options of {@link createWebhookVerifier}. */
export interface WebhookVerifierOptions {
  /**
   * Sends the requests for certificates.
   * @default the `fetch` that is global when the request is made
   */
  readonly fetch?: Fetch | undefined;
  /**
   * The hosts, exactly, of which a request may name a certificate.
   * @default ["3psostorageacct.blob.core.windows.net"]
   */
  readonly certificateHosts?: readonly string[] | undefined;
  /**
   * Further hosts, exactly, from which the issuer that a certificate names is fetched, over http too.
   * @default ["www.microsoft.com", "caissuers.microsoft.com", "cacerts.digicert.com"]
   */
  readonly issuerHosts?: readonly string[] | undefined;
  /**
   * The certificates that are trusted, in PEM (one or more in a text) or DER.
   * @default those of the platform, `tls.rootCertificates` of Node
   */
  readonly roots?: readonly (string | Uint8Array)[] | undefined;
  /**
   * Certificates between those that sign and the roots, in PEM or DER, so that none has to be fetched.
   * @default []
   */
  readonly intermediates?: readonly (string | Uint8Array)[] | undefined;
  /**
   * Tells whether one of the certificates of a chain, in DER, the signing one first, is revoked, which nothing else here
   * does. Asked at each event whose signature holds; what it throws refuses the event for now.
   */
  readonly isRevoked?:
    | ((chain: readonly Uint8Array[]) => boolean | PromiseLike<boolean>)
    | undefined;
  /** Remembers events for 30 days, so that `isRepeated` tells those that came before. */
  readonly seen?: SeenEvents | undefined;
  /**
   * Milliseconds that the whole body of a request may take to arrive.
   * @default 10_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Milliseconds that fetching one certificate may take.
   * @default 15_000
   */
  readonly downloadTimeoutMs?: number | undefined;
  /**
   * The clock, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
}

/** {@link WebhookVerifierOptions}, checked and complete. */
export type WebhookSettings = {
  readonly [Name in Exclude<keyof WebhookVerifierOptions, "isRevoked" | "seen">]-?: NonNullable<
    WebhookVerifierOptions[Name]
  >;
} & Pick<WebhookVerifierOptions, "isRevoked" | "seen">;

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_DOWNLOAD_TIMEOUT_MS = 15_000;
const NONE: readonly never[] = [];

const platformFetch: Fetch = (request, init) => globalThis.fetch(request, init);

/** Validates the options and applies defaults. Throws `TypeError` for invalid ones. */
export function resolveSettings(options: WebhookVerifierOptions): WebhookSettings {
  if (typeof options !== "object" || options === null) {
    throw invalidSecretOption("options", "an object", options);
  }
  const { certificateHosts = CERTIFICATE_HOSTS, issuerHosts = ISSUER_HOSTS } = options;
  const { intermediates = NONE, roots = platformRoots() ?? NONE } = options;
  const { fetch = platformFetch, now = Date.now, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const { downloadTimeoutMs = DEFAULT_DOWNLOAD_TIMEOUT_MS } = options;
  const { isRevoked, seen } = options;
  for (const [name, value] of Object.entries({ fetch, now, isRevoked })) {
    if (value !== undefined && typeof value !== "function") {
      throw invalidSecretOption(name, "a function", value);
    }
  }
  if (seen !== undefined && typeof seen?.add !== "function") {
    throw invalidSecretOption("seen", "an object with a function `add(key, value, ttlMs)`", seen);
  }
  for (const [name, ms] of Object.entries({ timeoutMs, downloadTimeoutMs })) {
    if (!(typeof ms === "number" && ms >= 1 && ms <= LONGEST_TIMER_MS)) {
      throw invalidOption(name, `milliseconds from 1 to ${LONGEST_TIMER_MS}`, ms);
    }
  }
  for (const [name, hosts] of Object.entries({ certificateHosts, issuerHosts })) {
    if (!(Array.isArray(hosts) && hosts.every(isHost))) {
      throw invalidOption(name, "a list of host names in lower case, without port", hosts);
    }
  }
  // Those of the platform are many, and good.
  for (const [name, certificates] of Object.entries({
    roots: options.roots ?? NONE,
    intermediates,
  })) {
    if (!(Array.isArray(certificates) && certificates.every(isCertificate))) {
      throw invalidOption(name, "a list of certificates in PEM or DER", certificates);
    }
  }
  if (roots.length === 0) {
    throw invalidOption(
      "roots",
      options.roots === undefined
        ? "the certificates to trust, because this platform shows none of its own"
        : "a list of at least one certificate",
      options.roots,
    );
  }
  return {
    // Copies, which the caller cannot change afterwards.
    certificateHosts: [...certificateHosts],
    issuerHosts: [...issuerHosts],
    roots: roots.map(copyOf),
    intermediates: intermediates.map(copyOf),
    fetch,
    timeoutMs,
    downloadTimeoutMs,
    now,
    isRevoked,
    seen,
  };
}

function isHost(host: unknown): boolean {
  return (
    typeof host === "string" && /^[\w-]+(\.[\w-]+)*$/.test(host) && host === host.toLowerCase()
  );
}

function isCertificate(certificate: unknown): boolean {
  if (typeof certificate !== "string" && !(certificate instanceof Uint8Array)) {
    return false;
  }
  try {
    const all = decodeCertificates(certificate);
    const isEach =
      typeof certificate !== "string" || certificate.split(PEM).length === all.length + 1;
    return all.length > 0 && isEach && all.every(isSequence);
  } catch {
    // No base64.
    return false;
  }
}

/** Returns whether the bytes are one sequence in DER, as a certificate is: a tag, its length, and so many bytes. */
function isSequence([tag, first = 0, ...rest]: Uint8Array): boolean {
  const digits = first < 0x80 ? 0 : first & 0x7f;
  const length = rest.slice(0, digits).reduce((value, byte) => value * 256 + byte, 0);
  return tag === 0x30 && rest.length === digits + (digits === 0 ? first : length);
}

function copyOf(certificate: string | Uint8Array): string | Uint8Array {
  return typeof certificate === "string" ? certificate : certificate.slice();
}
