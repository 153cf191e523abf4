import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createPartnerCenterClient } from "partner-center-client";
import { createUndiciFetch } from "partner-center-client/undici";
import { LINK, withLink } from "../replies.js";
import { type Handler, withServer } from "../server.js";

describe("createUndiciFetch", () => {
  it("carries the client", () =>
    withServer(withLink, async ({ url, requests }) => {
      const fetch = createUndiciFetch();
      const client = createPartnerCenterClient({
        credential: () => "a-token",
        baseUrl: url,
        fetch,
      });

      await expect(client.getRelationshipRequestLink()).resolves.toEqual(LINK);
      expect(requests[0]?.headers).toMatchObject({
        authorization: "Bearer a-token",
        accept: "application/json",
      });
      expect(requests[0]?.headers).not.toHaveProperty("accept-encoding");
      await fetch.close();
    }));

  it("uses connections again", () =>
    withPorts(async (url, ports) => {
      const fetch = createUndiciFetch();
      for (let count = 0; count < 10; count += 1) {
        await (await fetch(url)).text();
      }

      // A reply is there a moment before its connection is free again, as with the fetch of Node.
      expect(ports.size).toBeLessThanOrEqual(2);
      await fetch.close();
    }));

  it.each([
    [1, 1],
    [3, 3],
    [undefined, 50],
  ])("with `connections` of %p opens %d for 100 requests at once", (connections, expected) =>
    withPorts(async (url, ports) => {
      const fetch = createUndiciFetch({ connections });
      const replies = await Promise.all(Array.from({ length: 100 }, () => fetch(url)));

      expect(await Promise.all(replies.map((reply) => reply.text()))).toHaveLength(100);
      expect(ports.size).toBe(expected);
      await fetch.close();
    }),
  );

  it("gives replies whose bodies outlast a collection of memory", () =>
    withServer(withLink, async ({ url }) => {
      const fetch = createUndiciFetch();
      const replies = await Promise.all(Array.from({ length: 20 }, () => fetch(url)));

      await collected();

      await expect(Promise.all(replies.map((reply) => reply.json()))).resolves.toEqual(
        Array(20).fill(LINK),
      );
      await fetch.close();
    }));

  it.each<[string, Handler]>([
    ["no reply has come", () => undefined],
    ["its body is on its way", (response) => response.writeHead(200).write("a")],
  ])("hears of an abort after a collection of memory, while %s", (_when, handler) =>
    withServer(handler, async ({ url }) => {
      const fetch = createUndiciFetch();
      const controller = new AbortController();
      const { signal } = controller;
      const read = async () => (await fetch(new Request(url), { signal })).text();
      const replies = Array.from({ length: 20 }, () => read().catch((error) => error));

      await collected();
      controller.abort(new Error("enough"));

      await expect(Promise.all(replies)).resolves.toEqual(Array(20).fill(new Error("enough")));
      await fetch.close();
    }),
  );

  it("takes a signal of null for none, whatever the request has", () =>
    withServer(withLink, async ({ url }) => {
      const fetch = createUndiciFetch();
      const request = new Request(url, { signal: AbortSignal.abort() });

      await expect(fetch(request)).rejects.toMatchObject({ name: "AbortError" });
      await expect(fetch(request, { signal: null })).resolves.toMatchObject({ status: 200 });
      await fetch.close();
    }));

  it("ends the wait for a connection with the reason of an abort", () =>
    withServer(
      () => undefined,
      async ({ url }) => {
        const fetch = createUndiciFetch({ connections: 1 });
        const first = new AbortController();
        const second = new AbortController();
        const pending = fetch(url, { signal: first.signal });
        const waiting = fetch(url, { signal: second.signal });
        second.abort(new Error("enough"));

        await expect(waiting).rejects.toThrow("enough");
        first.abort(new Error("enough of this one, too"));
        await expect(pending).rejects.toThrow("enough of this one, too");
        await fetch.close();
      },
    ));

  it("follows no redirect", () =>
    withServer(
      (response) => response.writeHead(302, { Location: "/elsewhere" }).end(),
      async ({ url, requests }) => {
        const fetch = createUndiciFetch();

        await expect(fetch(url)).rejects.toMatchObject({
          message: "fetch failed",
          cause: { message: "redirected with 302, which is not followed" },
        });
        expect(requests).toHaveLength(1);
        await fetch.close();
      },
    ));

  it("lets what is under way end before it closes, and sends nothing afterwards", () => {
    const slow: Handler = (response) => {
      setTimeout(() => response.end("fine"), 50);
    };
    return withServer(slow, async ({ url, requests }) => {
      const fetch = createUndiciFetch();
      const call = fetch(url).then((response) => response.text());
      await new Promise((resolve) => setTimeout(resolve, 10));

      await Promise.all([fetch.close(), fetch.close()]);
      await expect(call).resolves.toBe("fine");
      await expect(fetch(url)).rejects.toThrow("fetch failed");
      await fetch.close();
      expect(requests).toHaveLength(1);
    });
  });

  it("sends nothing after it was closed through a proxy that it has not met, either", async () => {
    const { HTTPS_PROXY } = process.env;
    process.env.HTTPS_PROXY = "http://127.0.0.1:1";
    try {
      const fetch = createUndiciFetch();
      await fetch.close();

      await expect(fetch("https://api.example/")).rejects.toMatchObject({
        cause: { message: expect.not.stringContaining("proxy") },
      });
    } finally {
      process.env.HTTPS_PROXY = HTTPS_PROXY;
      if (HTTPS_PROXY === undefined) {
        delete process.env.HTTPS_PROXY;
      }
    }
  });

  it.each<[string, Handler]>([
    [
      "announces a body",
      (response) => response.writeHead(205, { "Content-Length": "10" }).flushHeaders(),
    ],
    [
      "does not say that it has none",
      (response) => response.socket?.write("HTTP/1.1 205 Reset Content\r\n\r\n"),
    ],
  ])("closes after a 205 that %s, which never comes", (_what, handler) =>
    withServer(handler, async ({ url }) => {
      const fetch = createUndiciFetch({ connections: 1 });
      const client = createPartnerCenterClient({
        credential: () => "a-token",
        baseUrl: url,
        fetch,
      });

      expect(await fetch(url)).toMatchObject({ status: 205, body: null });
      for (let count = 0; count < 2; count += 1) {
        await expect(client.getRelationshipRequestLink()).rejects.toMatchObject({ status: 205 });
      }
      await fetch.close();
    }),
  );

  it("is one for whoever looks on by way of undici's diagnostics", () =>
    withServer(withLink, async ({ url }) => {
      const seen: unknown[] = [];
      const onRequest = () => seen.push("request");
      subscribe("undici:request:create", onRequest);
      const fetch = createUndiciFetch();
      const client = createPartnerCenterClient({
        credential: () => "a-token",
        baseUrl: url,
        fetch,
      });
      await client.getRelationshipRequestLink();
      unsubscribe("undici:request:create", onRequest);

      expect(seen).toEqual(["request"]);
      await fetch.close();
    }));

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "refuses `connections` of %p",
    (connections) => {
      expect(() => createUndiciFetch({ connections })).toThrow(
        new TypeError(
          `Expected \`connections\` to be a whole number from 1 on, got ${connections}.`,
        ),
      );
    },
  );

  it.each([
    "ftp://proxy",
    "http://",
    "http://us%er:secret@proxy",
    "http://%:41secret@proxy",
    "http://proxy/path",
  ])("refuses `proxy` of %p without repeating it", (proxy) => {
    expect(() => createUndiciFetch({ proxy })).toThrow(
      new TypeError(
        "Expected `proxy` to be the URL of an http or https proxy (SOCKS is not known), got a string.",
      ),
    );
  });

  it("refuses an empty `proxy`", () => {
    expect(() => createUndiciFetch({ proxy: "" })).toThrow(
      new TypeError(
        "Expected `proxy` to be the URL of an http or https proxy (SOCKS is not known), got an empty string.",
      ),
    );
  });
});

/** Runs `use` with a server and the set of the ports it was reached from, one for each connection. */
function withPorts(use: (url: string, ports: Set<unknown>) => Promise<void>) {
  const ports = new Set<unknown>();
  const handler: Handler = (response) => {
    ports.add(response.socket?.remotePort);
    setTimeout(() => response.end("fine"), 1);
  };
  return withServer(handler, ({ url }) => use(url, ports));
}

/** Waits until memory is collected, and what hears of it has run. */
async function collected(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  for (let count = 0; count < 3; count += 1) {
    collect();
    await delay(10);
  }
}
