// Calls of the client through createUndiciFetch, in a process of its own: the trust in a certificate
// (NODE_EXTRA_CA_CERTS) is read when Node starts. Is told of each call in a message, answers with how it ended, and
// ends itself when it is let go, however many connections are open.
import { inspect } from "node:util";
import { createPartnerCenterClient } from "partner-center-client";
import { createUndiciFetch, type UndiciFetchOptions } from "partner-center-client/undici";

/** A call to make: where to, with which options, and what the environment says of proxies. */
export interface Order {
  readonly baseUrl: string;
  readonly options: UndiciFetchOptions;
  readonly proxies: Readonly<Record<string, string>>;
}

/** How it ended: with the link, or with all that can be seen of the error. */
export interface Ended {
  readonly url?: string;
  readonly error?: string;
}

const VARIABLES = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"].flatMap((name) => [
  name,
  name.toLowerCase(),
]);

async function call({ baseUrl, options, proxies }: Order): Promise<Ended> {
  for (const name of VARIABLES) {
    delete process.env[name];
  }
  Object.assign(process.env, proxies);
  const fetch = createUndiciFetch(options);
  const credential = () => "a-token";
  const client = createPartnerCenterClient({ credential, baseUrl, fetch, retry: false });
  try {
    return { url: (await client.getRelationshipRequestLink()).url };
  } catch (error) {
    return { error: inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }) };
  }
}

process.on("message", async (order: Order) => {
  process.send?.(await call(order));
});
