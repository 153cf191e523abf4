import { createPartnerCenterClient as create } from "../../src/index.js";

export * from "../../src/index.js";

/** A client whose calls middleware of the user can see, so that none of them is a lean one. */
export function createPartnerCenterClient(...options: Parameters<typeof create>) {
  const client = create(...options);
  client.use({ onRequest: () => undefined });
  return client;
}
