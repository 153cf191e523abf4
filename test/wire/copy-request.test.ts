import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createPartnerCenterClient } from "partner-center-client";
import { createUndiciFetch } from "partner-center-client/undici";
import { Agent, type Dispatcher } from "undici";
import { copyRequest } from "../../src/wire/copy-request.js";
import { withServer } from "../server.js";

/** Options of a call that a `Request` does not have; `next` is that of Next.js. */
const OTHERS = { next: { revalidate: 60 } };

/** A dispatcher that counts. */
class CountingAgent extends Agent {
  count = 0;

  override dispatch(options: Agent.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    this.count += 1;
    return super.dispatch(options, handler);
  }
}

describe("copyRequest", () => {
  it("copies the body and leaves the original unread", async () => {
    const request = new Request("http://localhost/", { method: "POST", body: "one" });
    const copy = copyRequest(request);

    expect(await copy.text()).toBe("one");
    expect(await request.text()).toBe("one");
  });

  it("copies the signal", () => {
    const controller = new AbortController();
    const copy = copyRequest(new Request("http://localhost/", { signal: controller.signal }));
    controller.abort();

    expect(copy.signal.aborted).toBe(true);
  });

  it("copies what is no option of every platform", () => {
    const request = Object.assign(new Request("http://localhost/"), OTHERS);

    expect(copyRequest(copyRequest(request))).toMatchObject(OTHERS);
  });
});

describe("a call with a body", () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");

  it.each([500, 401])(
    "ends with the reason of an abort after it was sent again because of a %i, though memory was collected",
    async (status) => {
      await withServer(
        (response, _request, index) => {
          if (index === 0) {
            response.writeHead(status, { "retry-after-ms": "1" }).end();
          }
        },
        async ({ url, requests }) => {
          for (const fetch of [undefined, createUndiciFetch()]) {
            requests.length = 0;
            const controller = new AbortController();
            const client = createPartnerCenterClient({
              credential: () => crypto.randomUUID(),
              baseUrl: url,
              retry: { maxDelayMs: 1 },
              fetch,
            });
            const call = client.PUT("/webhooks/v{version}/registration", {
              params: { path: { version: "1" } },
              body: { WebhookUrl: "https://contoso.example", WebhookEvents: [] },
              signal: controller.signal,
            });
            call.catch(() => undefined);
            while (requests.length < 2) {
              await new Promise((resolve) => setTimeout(resolve, 1));
            }
            for (let times = 0; times < 5; times += 1) {
              collect();
              await new Promise((resolve) => setTimeout(resolve, 1));
            }
            controller.abort(new Error("enough"));

            await expect(call).rejects.toThrow("enough");
            await fetch?.close();
          }
        },
      );
    },
  );
});

describe("a call with options of the platform", () => {
  const body = {
    WebhookUrl: "https://contoso.example/webhook",
    WebhookEvents: ["reseller-relationship-accepted-by-customer"],
  };

  it.each([
    ["a retry", [503, 200]],
    ["two retries", [503, 503, 200]],
    ["a renewal", [401, 200]],
    ["a renewal after a retry", [503, 401, 200]],
  ])("sends %s with the same ones", async (_what, statuses) => {
    const agent = new CountingAgent();
    const seen: unknown[] = [];
    await withServer(
      (response, _request, index) => {
        const status = statuses[index] ?? 500;
        response.writeHead(status, { "retry-after-ms": "1" }).end(status === 200 ? "{}" : "");
      },
      async ({ url, requests }) => {
        const client = createPartnerCenterClient({
          credential: () => crypto.randomUUID(),
          baseUrl: url,
          retry: { maxDelayMs: 1 },
          fetch: (request, init) => {
            seen.push(Reflect.get(request, "next"));
            return fetch(request, init);
          },
        });

        await client.PUT("/webhooks/v{version}/registration", {
          params: { path: { version: "1" } },
          body,
          dispatcher: agent,
          ...OTHERS,
        });

        expect(requests.map((request) => request.body)).toEqual(
          statuses.map(() => JSON.stringify(body)),
        );
        expect(agent.count).toBe(statuses.length);
        expect(seen).toEqual(statuses.map(() => OTHERS.next));
      },
    );
    await agent.close();
  });
});
