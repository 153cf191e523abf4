import { createUndiciFetch } from "partner-center-client/undici";
import {
  createPartnerCenterClient as create,
  type PartnerCenterClientOptions,
} from "../../src/index.js";

export * from "../../src/index.js";

const fetch = createUndiciFetch();
afterAll(() => fetch.close());

/** A client that sends with `./undici`, unless it is given a fetch. */
export function createPartnerCenterClient(options: PartnerCenterClientOptions) {
  return create({ fetch, ...options });
}
