const MS_TO_1970 = 62_135_596_800_000n;
const TICKS_A_MS = 10_000n;

/** A point in time as .NET writes it. */
export interface Moment {
  /** Tenths of a microsecond since the year 1. */
  readonly ticks: string;
  /** ISO 8601 in UTC with seven digits after the second, and without a time zone. */
  readonly text: string;
}

/** The moment at `ms` since 1970; of those within one millisecond, `count` tells which comes after which. */
export function momentAt(ms: number, count: number): Moment {
  const within = BigInt(count) % TICKS_A_MS;
  return {
    ticks: String((BigInt(Math.trunc(ms)) + MS_TO_1970) * TICKS_A_MS + within),
    text: `${new Date(ms).toISOString().slice(0, -1)}${String(within).padStart(4, "0")}`,
  };
}
