import { download } from "./download.js";
import type { WebhookSettings } from "./options.js";
import { loadPkijs } from "./pkijs.js";
import { cryptography } from "./platform.js";
import { RecentlyUsed } from "./recently-used.js";
import { decodeTrusted, resolveSigner, type Signer, type Trusted } from "./signer.js";
import { TokenBucket } from "./token-bucket.js";
import { WebhookVerificationError } from "./verification-error.js";

interface Download {
  readonly at: number;
  readonly signer: Promise<Signer>;
}

/** Milliseconds for which the result of a download counts, a failure too, before its URL is fetched again. */
const RESULT_TTL_MS = 60_000;
/** Downloads at once, of whatever URLs; then one each {@link DOWNLOAD_INTERVAL_MS}. */
const MAX_DOWNLOADS = 10;
const DOWNLOAD_INTERVAL_MS = 5_000;

/** The certificates of one verifier: those that have proven an event, and the results of the last downloads. */
export class CertificateStore {
  readonly #settings: WebhookSettings;
  /** By the hash of the certificate. */
  readonly #proven = new RecentlyUsed<Signer>();
  /** By URL. A sender chooses it, so only a token of the bucket adds one. */
  readonly #downloads = new RecentlyUsed<Download>();
  readonly #bucket = new TokenBucket(MAX_DOWNLOADS, DOWNLOAD_INTERVAL_MS);
  #trusted: Trusted | undefined;

  constructor(settings: WebhookSettings) {
    this.#settings = settings;
  }

  /** Loads what judging a certificate needs, once. */
  async load(): Promise<Trusted> {
    await loadPkijs();
    this.#trusted ??= decodeTrusted(this.#settings);
    return this.#trusted;
  }

  /**
   * Returns the certificate with whose key the bytes are signed: one that has proven an event, wherever it was fetched
   * from, or the one at the URL. Throws `WebhookVerificationError` if there is none.
   */
  async findSigner(url: string, bytes: Uint8Array, signature: Uint8Array): Promise<Signer> {
    const now = this.#settings.now();
    for (const signer of this.#proven.values.reverse()) {
      if (now <= signer.endsAt && (await signer.verifySignature(bytes, signature))) {
        return this.#proven.set(signer.hash, signer);
      }
    }
    // Before anything is fetched that could not be judged.
    const trusted = await this.load();
    const signer = await this.#download(url, trusted);
    if (now > signer.endsAt) {
      throw new WebhookVerificationError("certificate-expired");
    }
    if (!(await signer.verifySignature(bytes, signature))) {
      throw new WebhookVerificationError("wrong-signature");
    }
    // Once the service replaces a certificate that has proven an event, the new one can be fetched at once.
    this.#downloads.delete(url);
    return this.#proven.set(signer.hash, signer);
  }

  /** Fetches a certificate once for all events that name its URL within a minute. */
  #download(url: string, trusted: Trusted): Promise<Signer> {
    const at = this.#settings.now();
    const last = this.#downloads.get(url);
    if (last !== undefined && Math.abs(at - last.at) < RESULT_TTL_MS) {
      return last.signer;
    }
    if (!this.#bucket.take(at)) {
      throw new WebhookVerificationError(
        "certificate-unavailable",
        new Error("too many certificates were fetched"),
      );
    }
    return this.#downloads.set(url, { at, signer: this.#fetchSigner(url, trusted) }).signer;
  }

  async #fetchSigner(url: string, trusted: Trusted): Promise<Signer> {
    const { fetch, downloadTimeoutMs, now } = this.#settings;
    const bytes = await download(fetch, url, downloadTimeoutMs);
    const hash = await cryptography.sha256(bytes);
    const known = this.#proven.get(hash);
    if (known !== undefined && now() <= known.endsAt) {
      return known;
    }
    return resolveSigner(bytes, hash, trusted, this.#settings);
  }
}
