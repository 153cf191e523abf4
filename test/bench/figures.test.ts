import { createPartnerCenterClient } from "partner-center-client";
import { createSandboxFetch } from "partner-center-client/sandbox";
import { heapGrowth, tokenRequests } from "../../scripts/bench/figures.js";

describe("tokenRequests", () => {
  it("is 1 for this client", async () => {
    const requests = await tokenRequests((credential) => {
      const client = createPartnerCenterClient({ credential, fetch: createSandboxFetch("link") });
      return async () => void (await client.getRelationshipRequestLink());
    });

    expect(requests).toBe(1);
  });

  it("is 1,000 for a client that keeps no token", async () => {
    const requests = await tokenRequests((credential) => async () => void (await credential()));

    expect(requests).toBe(1_000);
  });
});

describe("heapGrowth", () => {
  it("is what the calls leave behind, without those that warm up", async () => {
    const kept: number[] = [];
    const call = async () => void kept.push(1);

    await expect(heapGrowth(call, 100, async () => kept.length)).resolves.toBe(100);
    expect(kept).toHaveLength(110);
  });
});
