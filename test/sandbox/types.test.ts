import {
  createSandboxFetch,
  type SandboxFetch,
  type Scenario,
} from "partner-center-client/sandbox";

describe("the types of the sandbox", () => {
  it("let a sandbox stand where fetch does", () => {
    const standIn: typeof fetch = createSandboxFetch();

    expect(standIn).toBeInstanceOf(Function);
  });

  it("know the scenarios and what can be set in each", () => {
    const right: Scenario[] = ["link", { scenario: "empty" }, { scenario: "slow", ms: 5 }];
    // @ts-expect-error there is no such scenario
    const unknown: Scenario = "lnk";
    // @ts-expect-error an empty reply takes no time
    const misplaced: Scenario = { scenario: "empty", ms: 5 };
    // @ts-expect-error a fault is no link
    const confused: Scenario = { scenario: "link", reply: { code: 400 } };
    // @ts-expect-error "soon" is no time
    const vague: Scenario = { scenario: "throttled", retryAfter: "soon" };

    expect([...right, unknown, misplaced, confused, vague]).toHaveLength(7);
  });

  it("keep what arrived from being changed", () => {
    const sandbox: SandboxFetch = createSandboxFetch();

    // @ts-expect-error the list is for reading
    const push = sandbox.requests.push;

    expect(push).toBeInstanceOf(Function);
  });
});
