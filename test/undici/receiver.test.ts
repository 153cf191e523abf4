import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { jest } from "@jest/globals";
import { createPartnerCenterClient, type PartnerCenterErrorReason } from "partner-center-client";
import { createUndiciFetch } from "partner-center-client/undici";
import { Agent } from "undici";
import { Receiver } from "../../src/undici/receiver.js";
import { failed } from "../failed.js";
import { LINK, withLink } from "../replies.js";
import { type Handler, withServer } from "../server.js";

const TEXT = JSON.stringify(LINK);

/** How a call ends whose request nobody else sees: on the fetch of the platform, and on this one. */
function ends(handler: Handler): Promise<unknown[]> {
  return withServer(handler, async ({ url: baseUrl }) => {
    const undici = createUndiciFetch();
    const outcomes: unknown[] = [];
    for (const fetch of [undefined, undici]) {
      const client = createPartnerCenterClient({
        credential: () => "a-token",
        baseUrl,
        fetch,
        retry: false,
      });
      const link = client.getRelationshipRequestLink();
      outcomes.push(await link.catch(() => failed(link)));
    }
    await undici.close();
    return outcomes;
  });
}

const packed =
  (coding: string, bytes: Buffer): Handler =>
  (response) =>
    response.writeHead(200, { "Content-Encoding": coding }).end(bytes);

describe("a reply to a request that nobody else sees", () => {
  it.each([
    ["gzip", "gzip", gzipSync(TEXT)],
    ["x-gzip", "X-GZIP", gzipSync(TEXT)],
    ["gzip that was cut", "gzip", gzipSync(TEXT).subarray(0, -4)],
    ["deflate", "deflate", deflateSync(TEXT)],
    ["raw deflate", "deflate", deflateRawSync(TEXT)],
    ["br", "br", brotliCompressSync(TEXT)],
    ["gzip within br", "gzip, br", brotliCompressSync(gzipSync(TEXT))],
    ["raw deflate within gzip", "deflate,gzip", gzipSync(deflateRawSync(TEXT))],
    ["a coding that nobody knows, as it is", "foo", Buffer.from(TEXT)],
  ])("is unpacked: %s", async (_what, coding, bytes) => {
    expect(await ends(packed(coding, bytes))).toMatchObject([LINK, LINK]);
  });

  it.each<[string, Handler, PartnerCenterErrorReason, RegExp]>([
    ["gzip that is empty", packed("gzip", Buffer.alloc(0)), "malformed-response", /empty/],
    ["gzip that is none", packed("gzip", Buffer.from(TEXT)), "network", /incorrect header check/],
    [
      "gzip of more than a mebibyte",
      packed("gzip", gzipSync(Buffer.alloc(1_048_577, " "))),
      "malformed-response",
      /more than 1,048,576 bytes/,
    ],
    [
      "more than a mebibyte, of which it says so",
      (response) => response.writeHead(200, { "Content-Length": "1048577" }).flushHeaders(),
      "malformed-response",
      /more than 1,048,576 bytes/,
    ],
    [
      "more than a mebibyte, piece by piece",
      (response) => response.write(" ".repeat(1_048_577)),
      "malformed-response",
      /more than 1,048,576 bytes/,
    ],
    [
      "a body that breaks off",
      (response) => {
        response.writeHead(200, { "Content-Length": "10" }).write("12345");
        setTimeout(() => response.destroy(), 20);
      },
      "network",
      /other side closed/,
    ],
  ])("is a failure when it is %s", async (_what, handler, reason, message) => {
    const failure = { reason, status: 200, message: expect.stringMatching(message) };

    expect(await ends(handler)).toMatchObject([failure, failure]);
  });

  it("is a failure with more than five codings, of which the fetch of undici tells no status", async () => {
    const failure = {
      reason: "network",
      message: expect.stringMatching(/too many content.(en)?codings/),
    };

    expect(await ends(packed(Array(6).fill("gzip").join(), Buffer.from(TEXT)))).toMatchObject([
      { ...failure, status: undefined },
      { ...failure, status: 200 },
    ]);
  });

  it("is read with the integrity and through the dispatcher of its call", async () => {
    const agent = new Agent();
    const dispatch = jest.spyOn(agent, "dispatch");
    await withServer(withLink, async ({ url: baseUrl }) => {
      const undici = createUndiciFetch();
      for (const fetch of [undefined, undici]) {
        const client = createPartnerCenterClient({
          credential: () => "a-token",
          baseUrl,
          fetch,
          retry: false,
        });
        const get = (integrity?: string) =>
          client.GET("/v{version}/customers/relationshiprequests", {
            params: { path: { version: "1" } },
            dispatcher: agent,
            ...(integrity && { integrity }),
          });

        expect((await get()).data).toEqual(LINK);
        expect(await failed(get("sha256-AAAA"))).toMatchObject({
          reason: "network",
          message: expect.stringMatching(/integrity mismatch/),
        });
      }
      await undici.close();
    });
    expect(dispatch).toHaveBeenCalledTimes(4);
    await agent.close();
  });

  it("needs no more memory in a million chunks than in one", async () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const inUse = () => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const receiver = new Receiver("http://localhost/", "GET");
    const controller = {
      aborted: false,
      paused: false,
      reason: null,
      abort() {},
      pause() {},
      resume() {},
    };
    receiver.onResponseStart(controller, 200, {});
    const before = inUse();
    for (let index = 0; index < 1_048_576; index += 1) {
      receiver.onResponseData(controller, Buffer.from(" "));
    }

    expect(inUse() - before).toBeLessThan(8 * 1_048_576);
    receiver.onResponseEnd();
    const received = await receiver.received;
    expect((await received.readBody())?.byteLength).toBe(1_048_576);
  });

  it("has as many bytes as are read", async () => {
    const body = TEXT.padEnd(1_048_576);

    expect(await ends((response) => response.end(body))).toMatchObject([LINK, LINK]);
    expect(await ends(packed("gzip", gzipSync(body)))).toMatchObject([LINK, LINK]);
  });
});
