import { readFileSync } from "node:fs";
import { createSandbox, createSandboxFetch } from "partner-center-client/sandbox";
import type { Handler, ReceivedRequest } from "../server.js";
import type { Started } from "./bin.js";
import { numberIn, rowsIn, tenant, withResellers } from "./links-service.js";
import { withTokens } from "./tokens.js";

const ROWS = 10_000;
/** Megabytes by which the process may be larger at the end than with a fifth of the rows. */
const MOST_GROWTH_MB = 60;
const numbers = Array.from({ length: ROWS }, (_, index) => index + 1);

/** The sandbox, which fails every twentieth call in one of four ways. */
function faulty(): Handler {
  const resellers = numbers.map((number) => ({ id: tenant(number), name: `Reseller ${number}` }));
  const sandbox = createSandbox({ resellers });
  const faults = [
    createSandboxFetch("dropped-connection"),
    createSandboxFetch({ scenario: "unavailable" }),
    createSandboxFetch({ scenario: "throttled", retryAfter: 0 }),
    createSandboxFetch({ scenario: "failure", status: 500 }),
  ];
  let calls = 0;
  return async (response, request) => {
    calls += 1;
    const fault = calls % 20 === 0 ? faults[(calls / 20) % faults.length] : undefined;
    try {
      const answer = await (fault ?? sandbox.fetch)(asRequest(request));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      response.destroy();
    }
  };
}

function asRequest({ url, method, headers }: ReceivedRequest): Request {
  return new Request(`http://localhost${url}`, { method, headers });
}

/** Megabytes of memory that a process has had at most. */
function peakOf({ process }: Started): number {
  const status = readFileSync(`/proc/${process.pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

describe("partner-center links with 10,000 rows and 5 % faults", () => {
  const args = (url: string, authority: string) => [
    ...["links", "--from", "in.csv", "--concurrency", "32"],
    ...["--base-url", url, "--authority", authority],
  ];
  const env = {
    PARTNER_CENTER_REFRESH_TOKEN: "a-refresh-token",
    PARTNER_CENTER_TENANT_ID: "contoso.com",
    PARTNER_CENTER_CLIENT_ID: "0f9f0b57-3a5c-4a41-9d0f-6d6b0c1f7a11",
  };

  it(
    "prints every row once, in order, with one token and a memory that does not grow",
    () =>
      withTokens(0, ({ url: authority, redeemed }) =>
        withResellers(ROWS, faulty(), async ({ start }, { url }) => {
          const started = start(args(url, authority), { env, longestMs: 240_000 });
          await started.printed(/Reseller 2000,/);
          const early = peakOf(started);
          await started.printed(/Reseller 9900,/);
          const late = peakOf(started);

          const { exitCode, stdout } = await started.ended;
          expect(exitCode).toBe(0);
          expect(rowsIn(stdout).map(([number]) => number)).toEqual(numbers);
          expect(rowsIn(stdout).filter(([, link]) => !link.startsWith("https://"))).toEqual([]);
          expect(redeemed).toHaveLength(1);
          expect(late - early).toBeLessThan(MOST_GROWTH_MB);
        }),
      ),
    300_000,
  );

  it(
    "loses no row and asks for none twice when it is killed at random and resumed",
    () =>
      withTokens(0, ({ url: authority }) => {
        const answered: number[] = [];
        const handler = faulty();
        const counting: Handler = async (response, request, index) => {
          await handler(response, request, index);
          if (response.statusCode === 200 && !response.destroyed) {
            answered.push(numberIn(request));
          }
        };
        return withResellers(ROWS, counting, async ({ start }, { url }) => {
          const resumed = [...args(url, authority), "--resume", "links.state"];
          for (const share of [0.15, 0.3, 0.3]) {
            const started = start(resumed, { env, longestMs: 240_000 });
            const target = Math.random() * share * ROWS;
            let hasEnded = false;
            started.ended.then(() => {
              hasEnded = true;
            });
            const before = answered.length;
            while (!hasEnded && answered.length < before + target) {
              await new Promise(setImmediate);
            }
            started.process.kill("SIGKILL");
            await started.ended;
          }

          const { exitCode, stdout } = await start(resumed, { env, longestMs: 240_000 }).ended;

          expect(exitCode).toBe(0);
          expect(rowsIn(stdout).map(([number]) => number)).toEqual(numbers);
          // Asked for again are only those that were under way when it was killed, or behind one that was.
          expect(answered.length - new Set(answered).size).toBeLessThanOrEqual(3 * 32);
        });
      }),
    300_000,
  );
});
