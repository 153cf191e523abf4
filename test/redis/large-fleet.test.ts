import { delay } from "../../src/transport/delay.js";
import { type Fleet, type Task, withFleet } from "./large-fleet.js";
import { type Redis, withRedis } from "./redis.js";
import { type StrictAuthority, withStrictAuthority } from "./strict-authority.js";

const WORKERS = 8;
/** Dead workers are waited for, and there may be little of the machine. */
const LONGEST_MS = 120_000;
const { signal } = new AbortController();

/** Where the worker with the lease is killed, and what then comes of the sign-in. */
const KILLS = [
  { holdsAt: "asking", rounds: 4, redeemed: 1, isLost: false },
  { holdsAt: "answered", rounds: 1, redeemed: 1, isLost: true },
  // The access token died with it, so that the next one redeems the refresh token that it wrote.
  { holdsAt: "written", rounds: 1, redeemed: 2, isLost: false },
] as const;

interface Setting {
  readonly fleet: Fleet;
  readonly authority: StrictAuthority;
  readonly redis: Redis;
  /** What is printed at the end, as it is the measure of the store. */
  readonly figures: string[];
}

function withSetting(
  adapter: "redis" | "ioredis",
  delayMs: number,
  use: (setting: Setting) => Promise<void>,
): Promise<void> {
  return withRedis((redis) =>
    withStrictAuthority(delayMs, (authority) =>
      withFleet(adapter, redis.url, async (fleet) => {
        const figures: string[] = [];
        await use({ fleet, authority, redis, figures });
        process.stderr.write(`${adapter}: ${figures.join("; ")}\n`);
      }),
    ),
  );
}

/** The task to begin a sign-in, which is the same for all workers. */
function beginning({ url, begin }: StrictAuthority): Required<Pick<Task, "signIn">> {
  // Of an app of its own, so that nothing is in Redis of the sign-in before.
  return { signIn: { authority: url, clientId: crypto.randomUUID(), refreshToken: begin() } };
}

describe.each(["redis", "ioredis"] as const)(
  "eight workers with the guide's store for %s",
  (adapter) => {
    it("redeem a token once when they start at once, one with a clock that is ahead", () =>
      withSetting(adapter, 20, async ({ fleet, authority, figures }) => {
        const rounds = 8;
        let reuses = 0;
        for (let round = 0; round < rounds; round++) {
          const task = beginning(authority);
          const workers = await fleet.workers(WORKERS);
          const steps = await Promise.all(
            workers.map((worker, index) =>
              worker.work(index === round ? { ...task, aheadMs: 15_000 } : task),
            ),
          );
          const { redeemed, reused } = authority.outcome(task.signIn.refreshToken);
          reuses += reused;
          expect(steps).toEqual(
            Array(WORKERS).fill({ at: "end", token: `access-${task.signIn.refreshToken}.1` }),
          );
          expect({ redeemed, reused }).toEqual({ redeemed: 1, reused: 0 });
        }
        figures.push(`skewed clock: a token redeemed twice in ${reuses} of ${rounds} rounds`);
      }));

    it(
      "lose a sign-in to a kill between the authority's answer and the write, and to no other",
      () =>
        withSetting(adapter, 300, async ({ fleet, authority, figures }) => {
          for (const { holdsAt, rounds, ...ends } of KILLS) {
            let lost = 0;
            let longestMs = 0;
            for (let round = 0; round < rounds; round++) {
              const task = beginning(authority);
              const [holder, ...waiting] = await fleet.workers(WORKERS);
              await new Promise<void>((resolve) => {
                void holder?.work({ ...task, holdsAt }, ({ at }) => at === holdsAt && resolve());
              });
              const works = waiting.map((worker) => worker.work(task));
              // So that they wait for it.
              await delay(200, signal);
              const diedAt = performance.now();
              holder?.kill();
              const steps = await Promise.all(works);
              longestMs = Math.max(longestMs, performance.now() - diedAt);
              const { redeemed, reused } = authority.outcome(task.signIn.refreshToken);
              lost += reused > 0 ? 1 : 0;
              expect({ redeemed, isLost: reused > 0 }).toEqual(ends);
              const token = ends.isLost
                ? undefined
                : `access-${task.signIn.refreshToken}.${redeemed}`;
              expect(steps.map((step) => step?.token)).toEqual(Array(WORKERS - 1).fill(token));
            }
            figures.push(
              `killed when ${holdsAt}: ${lost} of ${rounds} sign-ins lost, ` +
                `the last of seven done ${(longestMs / 1000).toFixed(1)} s after the kill at most`,
            );
          }
        }),
      LONGEST_MS,
    );

    it("redeem a token once when Redis was restarted and has lost everything", () =>
      withSetting(adapter, 100, async ({ fleet, authority, redis, figures }) => {
        const task = beginning(authority);
        const workers = await fleet.workers(WORKERS);
        await Promise.all(workers.map((worker) => worker.work(task)));

        await redis.restart();
        const steps = await Promise.all(
          workers.map((worker) => worker.work({ aheadMs: 3_600_000 })),
        );

        const { redeemed, reused } = authority.outcome(task.signIn.refreshToken);
        figures.push(`restarted Redis: ${redeemed - 1} renewal, ${reused} tokens redeemed twice`);
        expect(steps).toEqual(
          Array(WORKERS).fill({ at: "end", token: `access-${task.signIn.refreshToken}.2` }),
        );
        expect({ redeemed, reused }).toEqual({ redeemed: 2, reused: 0 });
      }));
  },
);
