import type { Fetch } from "../transport/fetch.js";
import { sameBytes } from "./bytes.js";
import { checkCertificateUrl } from "./certificate-url.js";
import { download } from "./download.js";
import type { Trust, WebhookSettings } from "./options.js";
import { loadPkijs } from "./pkijs.js";
import { isSameTrust, resolveSigner, type Signer } from "./signer.js";
import { WebhookVerificationError } from "./verification-error.js";

/** What one `fetch` has brought. */
interface Fetched {
  /** By URL. */
  readonly signers: Map<string, Signer>;
  /** The URLs of certificates that have proven an event. */
  readonly proven: Set<string>;
  /** The last time, whatever came of it. */
  last?: Download | undefined;
}

interface Download {
  readonly url: string;
  readonly at: number;
  readonly trust: Trust;
  readonly bytes: Promise<Uint8Array>;
  readonly signer: Promise<Signer>;
}

/** Milliseconds from one fetch to the next, unless the first one brought a certificate that has proven an event since. */
const FETCH_INTERVAL_MS = 60_000;

/** A certificate is a public fact, the same for everyone with the same `fetch`. */
const fetchedBy = new WeakMap<Fetch, Fetched>();

/**
 * The certificate with whose key the bytes are signed, kept from an event before or fetched for this one.
 * Throws `WebhookVerificationError` when there is none.
 */
export async function provenSigner(
  url: string,
  bytes: Uint8Array,
  signature: Uint8Array,
  settings: WebhookSettings,
): Promise<Signer> {
  const fetched = fetchedBy.get(settings.fetch) ?? newlyFetchedBy(settings.fetch);
  const kept = await keptSigner(fetched, url, settings);
  if (kept !== undefined && (await kept.verifySignature(bytes, signature))) {
    return proven(fetched, url, kept);
  }
  // A certificate that ends is replaced under the same URL.
  const signer = await fetchedSigner(fetched, url, kept, settings);
  if (signer === kept || !(await signer.verifySignature(bytes, signature))) {
    throw new WebhookVerificationError("wrong-signature");
  }
  return proven(fetched, url, signer);
}

function newlyFetchedBy(fetch: Fetch): Fetched {
  const fetched = { signers: new Map(), proven: new Set<string>() };
  fetchedBy.set(fetch, fetched);
  return fetched;
}

function keptSigner(
  fetched: Fetched,
  url: string,
  settings: WebhookSettings,
): Signer | Promise<Signer> | undefined {
  const kept = fetched.signers.get(url);
  if (kept !== undefined && isSameTrust(kept.trust, settings.trust)) {
    return settings.now() <= kept.endsAt ? kept : undefined;
  }
  checkCertificateUrl(url, settings.trust.certificateHosts);
  return kept === undefined ? undefined : judgedAgain(fetched, url, kept, settings);
}

async function judgedAgain(
  { signers }: Fetched,
  url: string,
  { bytes }: Signer,
  settings: WebhookSettings,
): Promise<Signer> {
  const signer = await resolveSigner(bytes, settings);
  signers.set(url, signer);
  return signer;
}

/** Fetches a certificate: once for all that ask meanwhile, and no sooner than a minute after a fetch that proved nothing. */
async function fetchedSigner(
  fetched: Fetched,
  url: string,
  kept: Signer | undefined,
  settings: WebhookSettings,
): Promise<Signer> {
  const at = settings.now();
  const { last } = fetched;
  if (last !== undefined && Math.abs(at - last.at) < FETCH_INTERVAL_MS) {
    if (last.url !== url) {
      throw new WebhookVerificationError(
        kept === undefined ? "certificate-unavailable" : "wrong-signature",
      );
    }
    return isSameTrust(last.trust, settings.trust)
      ? last.signer
      : resolveSigner(await last.bytes, settings);
  }
  // Before anything is fetched that could not be judged.
  const { fetch, timeoutMs, trust } = settings;
  const bytes = loadPkijs().then(() => download(fetch, url, timeoutMs));
  const judged = async () => {
    const fresh = await bytes;
    const signer =
      kept !== undefined && sameBytes(fresh, kept.bytes)
        ? kept
        : await resolveSigner(fresh, settings);
    fetched.signers.set(url, signer);
    return signer;
  };
  const signer = judged();
  fetched.last = { url, at, trust, bytes, signer };
  return signer;
}

/** A certificate that is new and has proven an event lets another one be fetched at once. */
function proven(fetched: Fetched, url: string, signer: Signer): Signer {
  if (!fetched.proven.has(url)) {
    fetched.proven.add(url);
    fetched.last = fetched.last?.url === url ? undefined : fetched.last;
  }
  return signer;
}
