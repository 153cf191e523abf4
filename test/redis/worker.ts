// A process of a fleet: gets its order on the first line of its standard input, signs in on the second, and prints
// the access token.
import { createInterface } from "node:readline";
import { createKeyv } from "@keyv/redis";
import { refreshTokenCredential } from "partner-center-client/auth";
import { CLIENT_ID, CLIENT_SECRET, SCOPE, TENANT_ID } from "../auth/app.js";
import type { Order } from "./fleet.js";

const lines = createInterface(process.stdin)[Symbol.asyncIterator]();

async function nextLine(): Promise<string> {
  const { value } = await lines.next();
  return String(value);
}

const { authority, refreshToken, redisUrl, killedAt }: Order = JSON.parse(await nextLine());
const store = createKeyv(redisUrl);
await store.get("a key, so that the connection is there");
const credential = refreshTokenCredential({
  tenantId: TENANT_ID,
  clientId: CLIENT_ID,
  clientSecret: CLIENT_SECRET,
  authority,
  refreshToken,
  store,
  fetch: async (request, init) => {
    const response = await fetch(request, init);
    if (killedAt === "reply") {
      process.kill(process.pid, "SIGKILL");
    }
    return response;
  },
});
console.log("ready");

await nextLine();
const token = await credential.getToken(SCOPE);
if (killedAt === "use") {
  process.kill(process.pid, "SIGKILL");
}
console.log(token?.token);
process.exit();
