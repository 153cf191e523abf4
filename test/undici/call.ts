// One call of the client through createUndiciFetch, in a process of its own: the trust in a certificate
// (NODE_EXTRA_CA_CERTS) and the proxy of the environment are read when Node starts. Told by the command line: the
// base URL, and the options of createUndiciFetch as JSON. The connections stay open.
import { inspect } from "node:util";
import { createPartnerCenterClient, getRelationshipRequestLink } from "partner-center-client";
import { createUndiciFetch } from "partner-center-client/undici";

const [baseUrl = "", options = "{}"] = process.argv.slice(2);
const fetch = createUndiciFetch(JSON.parse(options));
const client = createPartnerCenterClient({
  credential: () => "a-token",
  baseUrl,
  fetch,
  retry: false,
});
try {
  console.log((await getRelationshipRequestLink(client)).url);
} catch (error) {
  console.error(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }));
  process.exitCode = 1;
}
