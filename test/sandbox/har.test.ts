import { createSandboxFetch } from "partner-center-client/sandbox";
import { createHarRecorder } from "../../scripts/har.js";
import { recordTraffic } from "../../scripts/record-traffic.js";
import { linkRequest } from "./requests.js";

describe("createHarRecorder", () => {
  it("records exchanges and leaves the reply to be read", async () => {
    const recorder = createHarRecorder();
    const fetch = recorder.recorded(createSandboxFetch("not-found"));

    const response = await fetch(linkRequest());

    const { log } = JSON.parse(recorder.archive());
    expect(log.entries).toMatchObject([
      {
        request: { method: "GET", url: linkRequest().url },
        response: { status: 404, content: { text: await response.text() } },
      },
    ]);
  });

  it.each(["Bearer secret", "secret"])("keeps no token of %s", async (authorization) => {
    const recorder = createHarRecorder();

    await recorder.recorded(createSandboxFetch())(linkRequest({ Authorization: authorization }));

    expect(recorder.archive()).toContain("[redacted]");
    expect(recorder.archive()).not.toContain("secret");
  });
});

describe("recordTraffic", () => {
  it("has each documented status", async () => {
    const { log } = JSON.parse(await recordTraffic());
    const statuses = log.entries.map(
      ({ response }: { response: { status: number } }) => response.status,
    );

    expect([...new Set(statuses)].sort()).toEqual([200, 400, 401, 403, 404, 429, 500, 502, 503]);
  });
});
