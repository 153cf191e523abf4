import { writeFile } from "node:fs/promises";
import {
  createPartnerCenterClient,
  getRelationshipRequestLink,
  isPartnerCenterError,
} from "partner-center-client";
import { createHarRecorder } from "./har.js";

const [file] = process.argv.slice(2);
const token = process.env.PARTNER_CENTER_TOKEN;
const baseUrl = process.env.PARTNER_CENTER_BASE_URL;
if (file === undefined || token === undefined) {
  console.error(
    "Usage: PARTNER_CENTER_TOKEN=… npm run spec:record -- FILE\nAsks the service for the link once and writes to FILE what went over the wire, without the token.",
  );
  process.exit(2);
}

const recorder = createHarRecorder();
const client = createPartnerCenterClient({
  baseUrl,
  credential: () => token,
  retry: false,
  fetch: recorder.recorded((request, init) => fetch(request, init)),
});
try {
  await getRelationshipRequestLink(client);
} catch (error) {
  if (!isPartnerCenterError(error)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
await writeFile(file, recorder.archive());
console.log(`Wrote ${file}. It has the link and the ids of the call, but no token.`);
