import { createHash } from "node:crypto";
import { jest } from "@jest/globals";
import { Agent } from "undici";
import type { Handler } from "../server.js";
import { type AnyFetch, FETCHES, streamed } from "./fetches.js";

const fine: Handler = (response) => response.end("fine");
const silent: Handler = () => undefined;
const stalling: Handler = (response) => {
  response.writeHead(200, { "Content-Length": "10" }).write("12345");
};

describe.each(FETCHES)("%s", (_name, withFetch) => {
  it("sends a request as it is", () =>
    withFetch(fine, async (fetch, { url, requests }) => {
      const headers = { "X-One": "1", Accept: "text/plain", "User-Agent": "me" };
      const request = new Request(`${url}/a?b=c%20d`, { method: "PUT", headers, body: "é" });

      await (await fetch(request)).text();

      expect(requests[0]).toMatchObject({ method: "PUT", url: "/a?b=c%20d", body: "é" });
      expect(requests[0]?.headers).toMatchObject({
        "x-one": "1",
        accept: "text/plain",
        "user-agent": "me",
        "content-type": "text/plain;charset=UTF-8",
        "content-length": "2",
      });
      expect(request.bodyUsed).toBe(true);
    }));

  it.each<[string, BodyInit, string]>([
    ["bytes", new Uint8Array([97, 98]), "ab"],
    ["a blob", new Blob(["ab"]), "ab"],
    ["a form", new URLSearchParams({ a: "b" }), "a=b"],
  ])("sends a body that is %s", (_what, body, expected) =>
    withFetch(fine, async (fetch, { url, requests }) => {
      await (await fetch(url, { method: "POST", body })).text();

      expect(requests[0]).toMatchObject({ method: "POST", body: expected });
    }),
  );

  it("sends nothing as POST", () =>
    withFetch(fine, async (fetch, { url, requests }) => {
      await (await fetch(new URL(url), { method: "POST" })).text();

      expect(requests[0]?.headers["content-length"]).toBe("0");
    }));

  it("says who it is and takes anything, when the request does not say", () =>
    withFetch(fine, async (fetch, { url, requests }) => {
      await (await fetch(url)).text();

      expect(requests[0]?.headers).toMatchObject({ accept: "*/*", "user-agent": "node" });
    }));

  it("checks the integrity of a body", () =>
    withFetch(fine, async (fetch, { url }) => {
      const integrity = `sha256-${createHash("sha256").update("fine").digest("base64")}`;

      expect(await (await fetch(url, { integrity })).text()).toBe("fine");
      expect(await (await fetch(new Request(url, { integrity }))).text()).toBe("fine");
      await expect(fetch(url, { integrity: "sha256-AAAA" })).rejects.toMatchObject({
        message: "fetch failed",
        cause: { message: "integrity mismatch" },
      });
    }));

  it.each<[string, RequestInit, string | undefined]>([
    ["the whole URL", { referrerPolicy: "unsafe-url" }, "https://contoso.example/a?b=c"],
    ["its origin", { referrerPolicy: "origin" }, "https://contoso.example/"],
    ["nothing where it is empty", { referrer: "" }, undefined],
  ])("sends of a referrer %s, as its policy says", (_what, init, expected) =>
    withFetch(fine, async (fetch, { url, requests }) => {
      const referrer = "https://contoso.example/a?b=c";
      await (await fetch(url, { referrer, ...init })).text();

      expect(requests[0]?.headers.referer).toBe(expected);
    }),
  );

  it("sends a call through its own dispatcher", () =>
    withFetch(fine, async (fetch, { url }) => {
      const agent = new Agent();
      const dispatch = jest.spyOn(agent, "dispatch");
      // The types of the DOM do not know `dispatcher`.
      const init = { method: "GET", dispatcher: agent };

      await (await fetch(url, init)).text();

      expect(dispatch).toHaveBeenCalledTimes(1);
      await agent.close();
    }));

  it("gives a redirect as it is when it is told to", () =>
    withFetch(
      (response) => response.writeHead(302, { Location: "/elsewhere" }).end("moved"),
      async (fetch, { url, requests }) => {
        const response = await fetch(new Request(url), { redirect: "manual" });

        expect(response).toMatchObject({ status: 302, redirected: false, url: `${url}/` });
        expect(response.headers.get("location")).toBe("/elsewhere");
        expect(await response.text()).toBe("moved");
        expect(requests).toHaveLength(1);
        await expect(fetch(url, { redirect: "error" })).rejects.toThrow("fetch failed");
      },
    ));

  it("sends nothing when it is aborted already", () =>
    withFetch(fine, async (fetch, { url, requests }) => {
      const reason = { not: "even an error" };

      await expect(fetch(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      await expect(fetch(new Request(url, { signal: AbortSignal.abort(reason) }))).rejects.toBe(
        reason,
      );
      expect(requests).toHaveLength(0);
    }));

  it.each<[string, (fetch: AnyFetch, url: string, signal: AbortSignal) => Promise<Response>]>([
    ["beside the request", (fetch, url, signal) => fetch(new Request(url), { signal })],
    ["of the request", (fetch, url, signal) => fetch(new Request(url, { signal }))],
    ["of an address", (fetch, url, signal) => fetch(url, { signal })],
  ])("ends with the reason of an abort through the signal %s", (_which, call) =>
    withFetch(silent, async (fetch, { url, requests }) => {
      const controller = new AbortController();
      const reason = { not: "even an error" };
      const sent = call(fetch, url, controller.signal);
      sent.catch(() => undefined);
      while (requests.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      controller.abort(reason);

      await expect(sent).rejects.toBe(reason);
    }),
  );

  it.each<[string, (response: Response) => Promise<unknown>]>([
    ["text", (response) => response.text()],
    ["stream", (response) => streamed(response)],
    ["stream of a clone", (response) => streamed(response.clone())],
  ])("ends the body with the reason of an abort, read as %s", (_name, read) =>
    withFetch(stalling, async (fetch, { url }) => {
      const controller = new AbortController();
      const reason = new Error("enough");
      const response = await fetch(url, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 20);

      await expect(read(response)).rejects.toBe(reason);
    }),
  );

  it("ends quietly when a body that nobody reads is aborted", () =>
    withFetch(stalling, async (fetch, { url }) => {
      const controller = new AbortController();
      await fetch(url, { signal: controller.signal });
      controller.abort(new Error("enough"));

      await new Promise((resolve) => setTimeout(resolve, 20));
    }));

  it("waits for the body of a request no longer than the signal says", () =>
    withFetch(fine, async (fetch, { url, requests }) => {
      const reason = new Error("enough");
      const controller = new AbortController();
      const body = new ReadableStream({ pull: () => new Promise(() => undefined) });
      // The types of the DOM do not know `duplex`, which a body that is a stream needs.
      const init = { method: "POST", body, duplex: "half", signal: controller.signal };
      const sent = fetch(url, init);
      setTimeout(() => controller.abort(reason), 20);

      await expect(sent).rejects.toBe(reason);
      expect(requests).toHaveLength(0);
    }));

  it("says that a body broke off to who reads it later, too", () =>
    withFetch(
      (response) => {
        response.writeHead(200, { "Content-Length": "10" }).write("12345");
        setTimeout(() => response.destroy(), 5);
      },
      async (fetch, { url }) => {
        const response = await fetch(url);
        await new Promise((resolve) => setTimeout(resolve, 50));

        await expect(response.text()).rejects.toMatchObject({ message: "terminated" });
      },
    ));

  it("does not wait for the body of a redirect that it does not follow", () =>
    withFetch(
      (response) => {
        response.writeHead(302, { Location: "/elsewhere", "Content-Length": "10" }).write("abc");
      },
      async (fetch, { url }) => {
        await expect(fetch(url, { redirect: "error" })).rejects.toThrow("fetch failed");
      },
    ));

  it("fails with a TypeError whose cause says why there is no reply", () =>
    withFetch(
      (response) => response.destroy(),
      async (fetch, { url }) => {
        await expect(fetch(url)).rejects.toMatchObject({
          name: "TypeError",
          message: "fetch failed",
          cause: { message: "other side closed" },
        });
      },
    ));

  it("ends a body that breaks off with a TypeError", () =>
    withFetch(
      (response) => {
        response.writeHead(200, { "Content-Length": "10" }).write("12345");
        setTimeout(() => response.destroy(), 20);
      },
      async (fetch, { url }) => {
        for (const read of [(one: Response) => one.text(), streamed]) {
          const response = await fetch(url);

          await expect(read(response)).rejects.toMatchObject({
            name: "TypeError",
            message: "terminated",
            cause: { message: "other side closed" },
          });
        }
      },
    ));
});
