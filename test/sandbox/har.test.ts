import { createSandboxFetch } from "partner-center-client/sandbox";
import { readDescription } from "../../scripts/description.js";
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

  it("records the body of a request, and leaves it to be read", async () => {
    const recorder = createHarRecorder();
    const body = '{"relationshipToPartner":"none"}';
    const fetch = recorder.recorded(async (request) => new Response(await request.text()));

    const response = await fetch(linkRequest({}, { method: "PATCH", body }));

    const { log } = JSON.parse(recorder.archive());
    expect(await response.text()).toBe(body);
    expect(log.entries[0].request).toMatchObject({
      method: "PATCH",
      bodySize: body.length,
      postData: { mimeType: "text/plain;charset=UTF-8", text: body },
    });
  });

  it("records no body of a request that has none", async () => {
    const recorder = createHarRecorder();

    await recorder.recorded(createSandboxFetch())(linkRequest());

    expect(JSON.parse(recorder.archive()).log.entries[0].request).not.toHaveProperty("postData");
  });

  it.each([
    ["Authorization", "Bearer secret"],
    ["Authorization", "secret"],
    ["Proxy-Authorization", "Basic secret"],
    ["Cookie", "session=secret"],
  ])("keeps no %s: %s", async (name, value) => {
    const recorder = createHarRecorder();

    await recorder.recorded(createSandboxFetch())(linkRequest({ [name]: value }));

    expect(recorder.archive()).toContain("[redacted]");
    expect(recorder.archive()).not.toContain("secret");
  });
});

describe("a recording of a reply", () => {
  it("keeps none of the cookies that it sets", async () => {
    const recorder = createHarRecorder();
    const headers: [string, string][] = [
      ["Set-Cookie", "session=secret; HttpOnly"],
      ["Set-Cookie", "other=secret"],
      ["MS-CV", "jbYZRWjU3E262f8o.0"],
    ];

    await recorder.recorded(async () => new Response("{}", { headers }))(linkRequest());

    const { log } = JSON.parse(recorder.archive());
    expect(log.entries[0].response.headers).toEqual([
      { name: "content-type", value: "text/plain;charset=UTF-8" },
      { name: "ms-cv", value: "jbYZRWjU3E262f8o.0" },
      { name: "set-cookie", value: "[redacted]" },
      { name: "set-cookie", value: "[redacted]" },
    ]);
  });
});

describe("recordTraffic", () => {
  it("has each documented status", async () => {
    const { log } = JSON.parse(await recordTraffic(await readDescription()));
    const statuses = log.entries.map(
      ({ response }: { response: { status: number } }) => response.status,
    );

    expect([...new Set(statuses)].sort()).toEqual([
      200, 400, 401, 403, 404, 409, 429, 500, 502, 503,
    ]);
  });
});
