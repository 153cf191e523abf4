import { createLogger } from "@stoplight/prism-core";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { bundledSpec } from "./spec/bundle.js";

/** A server on loopback that answers with the examples of the description and refuses what it does not allow. */
export interface Prism {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts Prism on a free port. Requests that break the description get an error, not an example. */
export async function startPrism(): Promise<Prism> {
  const server = createServer(await getHttpOperationsFromSpec(await bundledSpec()), {
    cors: false,
    config: {
      isProxy: false,
      checkSecurity: true,
      errors: true,
      validateRequest: true,
      validateResponse: true,
      mock: { dynamic: false },
      upstreamProxy: undefined,
    },
    components: { logger: createLogger("mock", { enabled: false }) },
  });
  const url = await server.listen(0, "127.0.0.1");
  return { url, close: () => server.close() };
}
