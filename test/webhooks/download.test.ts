import { jest } from "@jest/globals";
import type { WebhookVerifierOptions } from "partner-center-client/webhooks";
import { withServer } from "../server.js";
import { refusal } from "./refusal.js";
import { delivery, makeAuthority, NOW, verifyOnce } from "./sender.js";

const { leaf, root, intermediate } = makeAuthority();

describe("the request for a certificate", () => {
  const options = { roots: [root.pem], intermediates: [intermediate.pem], now: () => NOW };

  /** A `fetch` of the platform that finds the certificate's host on loopback. */
  const at = (url: string) => (request: Request, init?: RequestInit) =>
    fetch(request.url.replace("https://3psostorageacct.blob.core.windows.net", url), init);

  it("is a GET without credentials", () =>
    withServer(
      (response) => response.end(leaf.der),
      async ({ url, requests }) => {
        await verifyOnce(delivery(leaf), { ...options, fetch: at(url) });

        expect(requests).toHaveLength(1);
        expect(requests[0]).toMatchObject({
          method: "GET",
          url: "/cert/pcnotifications-dispatch.microsoft.com.cer",
        });
        expect(requests[0]?.headers).not.toHaveProperty("authorization");
      },
    ));

  it.each([301, 302, 303, 307, 308])("follows no redirect (%i)", (status) =>
    withServer(
      (response) => response.end(leaf.der),
      (elsewhere) =>
        withServer(
          (response) => response.writeHead(status, { location: elsewhere.url }).end(),
          async ({ url }) => {
            const refused = await refusal(
              verifyOnce(delivery(leaf), { ...options, fetch: at(url) }),
            );

            expect(refused).toMatchObject({ reason: "certificate-unavailable", status: 503 });
            expect(refused.cause).toEqual(new Error(`the answer is ${status}, not 200`));
            expect(elsewhere.requests).toEqual([]);
          },
        ),
    ),
  );

  it("is not trusted when a `fetch` of the caller's followed a redirect", () =>
    withServer(
      (response, { url }) =>
        url === "/elsewhere"
          ? response.end(leaf.der)
          : response.writeHead(302, { location: "/elsewhere" }).end(),
      async ({ url }) => {
        const refused = await refusal(
          verifyOnce(delivery(leaf), { ...options, fetch: () => fetch(url) }),
        );

        expect(refused.cause).toEqual(new Error("it was redirected"));
      },
    ));

  it("ends at 1 MiB, announced or not", async () => {
    for (const length of [{ "content-length": "9000000" }, {}]) {
      await withServer(
        (response) => {
          response.writeHead(200, length);
          const more = () => {
            while (!response.destroyed && response.write(Buffer.alloc(65_536)));
            response.once("drain", more);
          };
          more();
        },
        async ({ url }) => {
          const refused = await refusal(verifyOnce(delivery(leaf), { ...options, fetch: at(url) }));

          expect(refused).toMatchObject({
            reason: "certificate-unavailable",
            cause: new RangeError("more than 1048576 bytes"),
          });
        },
      );
    }
  });

  it.each<[string, WebhookVerifierOptions["fetch"]]>([
    ["before it answers", () => new Promise(() => undefined)],
    [
      "in the middle of its answer",
      async () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })),
    ],
  ])("ends after `downloadTimeoutMs` with a host that stops %s", async (_title, fetch) => {
    const refused = await refusal(
      verifyOnce(delivery(leaf), { ...options, fetch, downloadTimeoutMs: 20 }),
    );

    expect(refused).toMatchObject({
      reason: "certificate-unavailable",
      status: 503,
      cause: new Error("no answer within 20 ms"),
    });
  });

  it("takes 15 seconds at most when nothing else is said", async () => {
    jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask", "Date"] });
    try {
      let isAsked = () => {};
      const asked = new Promise<void>((resolve) => {
        isAsked = resolve;
      });
      const refused = refusal(
        verifyOnce(delivery(leaf), {
          ...options,
          fetch: () => {
            isAsked();
            return new Promise(() => undefined);
          },
        }),
      );
      await asked;
      expect(jest.getTimerCount()).toBe(1);
      jest.advanceTimersByTime(15_000);

      await expect(refused).resolves.toHaveProperty(
        "cause",
        new Error("no answer within 15000 ms"),
      );
    } finally {
      jest.useRealTimers();
    }
  });

  it("that the network refuses says so in `cause`", async () => {
    const cause = new TypeError("fetch failed");
    const refused = await refusal(
      verifyOnce(delivery(leaf), { ...options, fetch: () => Promise.reject(cause) }),
    );

    expect(refused.cause).toBe(cause);
  });
});
