import type { Scenario } from "partner-center-client/sandbox";
import { startSandboxServer } from "../../src/sandbox/server/server.js";
import { type Home, withHome } from "./bin.js";

/** The service as the sandbox plays it over HTTP, and what has arrived there. */
export interface Service {
  readonly url: string;
  readonly requests: Request[];
}

/** Runs `use` with a home and with the service; without a scenario, it is a partner who remembers. */
export function withService<Result>(
  scenario: Scenario | readonly Scenario[] | undefined,
  use: (home: Home, service: Service) => Promise<Result>,
): Promise<Result> {
  return withHome(async (home) => {
    const requests: Request[] = [];
    const { url, close } = await startSandboxServer({
      scenario,
      onAnswer: (request) => requests.push(request),
    });
    try {
      return await use(home, { url, requests });
    } finally {
      await close();
    }
  });
}

/** The line that is all that a failed command prints. */
export function failureLine(exitCode: number, pattern: RegExp) {
  return { exitCode, stdout: "", stderr: expect.stringMatching(pattern) };
}
