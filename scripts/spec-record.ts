import { open, rm } from "node:fs/promises";
import { createPartnerCenterClient, isPartnerCenterError } from "partner-center-client";
import { refuseUse } from "./given-file.js";
import { createHarRecorder } from "./har.js";

const [file] = process.argv.slice(2);
// A variable without a value is as good as none.
const token = process.env.PARTNER_CENTER_TOKEN || undefined;
const baseUrl = process.env.PARTNER_CENTER_BASE_URL || undefined;
if (file === undefined || token === undefined) {
  refuseUse(
    "Usage: PARTNER_CENTER_TOKEN=… npm run spec:record -- FILE\nAsks the service for the link once and writes to FILE what went over the wire, without the token.",
  );
}

const recorder = createHarRecorder();
const client = createPartnerCenterClient({
  baseUrl,
  credential: () => token,
  retry: false,
  fetch: recorder.recorded((request, init) => fetch(request, init)),
});
// Before the call, which is not to be made for nothing; an earlier recording stays until there is another.
const recording = await open(file, "a", 0o600).catch(({ message }: Error) =>
  refuseUse(`${file} cannot be written: ${message}`),
);
try {
  await client.getRelationshipRequestLink();
} catch (error) {
  if (!isPartnerCenterError(error)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}
if (recorder.size > 0) {
  await recording.truncate();
  await recording.writeFile(recorder.archive());
  console.log(
    `Wrote ${file}. It has the ids of the call, and the link if it got one, but no token.`,
  );
} else if ((await recording.stat()).size === 0) {
  await rm(file);
}
await recording.close();
