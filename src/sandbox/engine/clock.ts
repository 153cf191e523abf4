/** Time, as far as scenarios need it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs a function later, and returns one that calls it off. */
  readonly schedule: (run: () => void, ms: number) => () => void;
}

/** The time of the platform, or of whoever has replaced its timers. */
export const platformClock: Clock = {
  now: () => Date.now(),
  schedule: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
