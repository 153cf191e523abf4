/** Allows `size` actions at once, and then one each `intervalMs`. */
export class TokenBucket {
  readonly #size: number;
  readonly #intervalMs: number;
  #tokens: number;
  #at = Number.NEGATIVE_INFINITY;

  constructor(size: number, intervalMs: number) {
    this.#size = size;
    this.#intervalMs = intervalMs;
    this.#tokens = size;
  }

  /** Takes a token and returns true, or returns false if there is none. */
  take(now: number): boolean {
    // A clock that is set back adds no tokens, and the next ones count from there.
    const added = Math.max(0, now - this.#at) / this.#intervalMs;
    this.#tokens = Math.min(this.#size, this.#tokens + added);
    this.#at = now;
    if (this.#tokens < 1) {
      return false;
    }
    this.#tokens -= 1;
    return true;
  }
}
