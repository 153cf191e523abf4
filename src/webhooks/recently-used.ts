const MAX_ENTRIES = 16;

/** A map that drops the entry used least recently once it has more than 16. */
export class RecentlyUsed<Value> {
  readonly #entries = new Map<string, Value>();

  /** Returns the values, the one used least recently first. */
  get values(): Value[] {
    return [...this.#entries.values()];
  }

  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    return value === undefined ? undefined : this.set(key, value);
  }

  set(key: string, value: Value): Value {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size > MAX_ENTRIES) {
      this.#entries.delete(oldest);
    }
    return value;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
