import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as later } from "node:timers";
import type { PartnerCenterErrorReason } from "partner-center-client";
import { createUndiciFetch } from "partner-center-client/undici";
import { generate } from "selfsigned";
import { assembleClient } from "../../src/client.js";
import { delay } from "../../src/transport/delay.js";
import { failed } from "../failed.js";
import { withLiveTimers } from "../live-timers.js";
import { LINK } from "../replies.js";
import { type SocketHandler, withRawServer } from "./raw-server.js";

const NOW = Date.parse("Tue, 21 Jul 2020 04:10:58 GMT");
const LINK_BODY = JSON.stringify(LINK);
const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
const WITH_LINK = `${HEAD}Content-Length: ${LINK_BODY.length}\r\n\r\n${LINK_BODY}`;

const reply =
  (text: string | Buffer): SocketHandler =>
  (socket) =>
    socket.write(text);
const status = (line: string, ...headers: string[]) =>
  reply([`HTTP/1.1 ${line}`, ...headers, "Content-Length: 2", "", "{}"].join("\r\n"));
const withBody = (type: string, body: string | Buffer) =>
  reply(
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
      ),
      Buffer.from(body),
    ]),
  );

/** How long an attempt may take: longer than any machine needs, so that time is up only where a test says so. */
const LIMIT_MS = 20_000;

/** What a call is sent with: both transports, each with lean requests and with those that foreign middleware sees. */
interface Road {
  readonly isForeign: boolean;
  readonly isUndici: boolean;
}
const ROADS: Array<[name: string, road: Road]> = [
  ["lean requests", { isForeign: false, isUndici: false }],
  ["requests that middleware sees", { isForeign: true, isUndici: false }],
  ["lean requests, by ./undici", { isForeign: false, isUndici: true }],
  ["requests that middleware sees, by ./undici", { isForeign: true, isUndici: true }],
];

/** Calls a server that plays these handlers, the last of them for all further attempts, while a clock ticks in waits only. */
function call(handlers: SocketHandler[], road: Road, onAnswered: () => void) {
  return withRawServer(
    (socket, index, request) => {
      (handlers[index] ?? handlers.at(-1))?.(socket, index, request);
      // Time enough for what was sent to arrive; where it does not, there is less of the reply when time is up.
      later(onAnswered, 20);
    },
    async ({ port, requests }) => {
      const { outcome, waits } = await callPort(`http://127.0.0.1:${port}`, road);
      const ids = requests.map((request) => /^ms-requestid: (.*)\r$/im.exec(request)?.[1]);
      return { outcome, waits, requests, ids: new Set(ids) };
    },
  );
}

async function callPort(baseUrl: string, { isForeign, isUndici }: Road) {
  const fetch = isUndici ? createUndiciFetch() : undefined;
  const clock = { now: NOW };
  const waits: number[] = [];
  const client = assembleClient(
    // The budget is the default; the clock does not tick while an attempt waits, however long that takes.
    {
      credential: () => "a-token",
      baseUrl,
      timeoutMs: LIMIT_MS,
      retry: { budgetMs: 120_000 },
      fetch,
    },
    {
      now: () => clock.now,
      monotonic: () => clock.now,
      random: () => 1,
      delay: async (ms) => {
        waits.push(ms);
        clock.now += ms;
      },
    },
  );
  if (isForeign) {
    client.use({ onRequest: () => undefined });
  }
  const link = client.getRelationshipRequestLink();
  const outcome = await link.catch(() => failed(link));
  await fetch?.close();
  return { outcome, waits };
}

type Expected = "link" | PartnerCenterErrorReason;
const BACK_OFF = [500, 1_000, 2_000];

const rows: Array<[fault: string, handlers: SocketHandler[], outcome: Expected, waits: number[]]> =
  [
    ["no fault at all", [reply(WITH_LINK)], "link", []],
    ["a reset before the headers", [(socket) => socket.resetAndDestroy()], "network", BACK_OFF],
    ["a close before the headers", [(socket) => socket.end()], "network", BACK_OFF],
    [
      "a reset within the headers",
      [(socket) => socket.write("HTTP/1.1 200 OK\r\nContent-", () => socket.resetAndDestroy())],
      "network",
      BACK_OFF,
    ],
    [
      "a reset after the headers",
      [
        (socket) =>
          socket.write(`${HEAD}Content-Length: 9\r\n\r\n`, () => socket.resetAndDestroy()),
      ],
      "network",
      BACK_OFF,
    ],
    ["half a body, then silence", [reply(WITH_LINK.slice(0, -20))], "timeout", BACK_OFF],
    [
      "a byte at a time",
      [
        (socket) => {
          socket.write(`${HEAD}Content-Length: ${LINK_BODY.length}\r\n\r\n`);
          let sent = 0;
          const timer = setInterval(() => {
            socket.write(LINK_BODY[sent] ?? "");
            sent += 1;
          }, 20);
          socket.on("close", () => clearInterval(timer));
        },
      ],
      "timeout",
      BACK_OFF,
    ],
    ["silence", [() => undefined], "timeout", BACK_OFF],
    [
      "a Content-Length that is too long",
      [(socket) => socket.end(`${HEAD}Content-Length: 999\r\n\r\n${LINK_BODY}`)],
      "network",
      BACK_OFF,
    ],
    [
      "a Content-Length that is too short",
      [(socket) => socket.end(`${HEAD}Content-Length: 20\r\n\r\n${LINK_BODY}`)],
      "malformed-response",
      [],
    ],
    [
      "garbage instead of HTTP",
      [(socket) => socket.end("SSH-2.0-OpenSSH_9.2p1\r\n")],
      "network",
      BACK_OFF,
    ],
    [
      "a line break in a header's value",
      [(socket) => socket.end(`${HEAD}MS-CV: a\rb\r\nContent-Length: 2\r\n\r\n{}`)],
      "network",
      BACK_OFF,
    ],
    [
      "a reason phrase in Chinese",
      [reply(Buffer.from("HTTP/1.1 401 未授权\r\nContent-Length: 0\r\n\r\n"))],
      "sign-in",
      [],
    ],
    ["a status that HTTP does not know", [status("999 Request Denied")], "service", []],
    [
      "a 401 with a body that is no gzip",
      [status("401 Unauthorized", "Content-Encoding: gzip")],
      "sign-in",
      [],
    ],
    [
      "half a body of a 404",
      [(socket) => socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\n{")],
      "not-found",
      [],
    ],
    [
      "half a body of a 429, with a time",
      [
        (socket) =>
          socket.end(
            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 57\r\nContent-Length: 9\r\n\r\n{",
          ),
        reply(WITH_LINK),
      ],
      "link",
      [57_500],
    ],
    [
      "a 503 with a body of 2 MB, with a time",
      [
        reply(
          `HTTP/1.1 503 Busy\r\nRetry-After: 57\r\nContent-Length: 2000000\r\n\r\n${" ".repeat(2_000_000)}`,
        ),
        reply(WITH_LINK),
      ],
      "link",
      [57_500],
    ],
    [
      "a redirect, 300 times over",
      [status("302 Found", "Location: /v1/customers/relationshiprequests?again")],
      "service",
      [],
    ],
    [
      "a body of 50 MiB",
      [reply(`${HEAD}Content-Length: ${50 * 1_048_576}\r\n\r\n`)],
      "malformed-response",
      [],
    ],
    [
      "a body of 50 MiB that does not say so",
      [
        (socket) => {
          socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
          const mebibyte = Buffer.concat([
            Buffer.from("100000\r\n"),
            Buffer.alloc(1_048_576, " "),
            Buffer.from("\r\n"),
          ]);
          for (let count = 0; count < 50; count += 1) {
            socket.write(mebibyte);
          }
        },
      ],
      "malformed-response",
      [],
    ],
    [
      "429 with seconds",
      [status("429 Too Many Requests", "Retry-After: 57"), reply(WITH_LINK)],
      "link",
      [57_500],
    ],
    [
      "429 with a date",
      [
        status("429 Too Many Requests", "Retry-After: Tue, 21 Jul 2020 04:11:55 GMT"),
        reply(WITH_LINK),
      ],
      "link",
      [57_500],
    ],
    [
      "429 with a negative time",
      [status("429 Too Many Requests", "Retry-After: -1"), reply(WITH_LINK)],
      "link",
      [500],
    ],
    [
      "429 with an absurd time",
      [status("429 Too Many Requests", "Retry-After: 1e99"), reply(WITH_LINK)],
      "link",
      [500],
    ],
    [
      "429 with a year",
      [status("429 Too Many Requests", "Retry-After: 31536000")],
      "throttled",
      [],
    ],
    ["429 without a time", [status("429 Too Many Requests"), reply(WITH_LINK)], "link", [500]],
    [
      "500 three times, then the link",
      [status("500 Oops"), status("500 Oops"), status("500 Oops"), reply(WITH_LINK)],
      "link",
      BACK_OFF,
    ],
    [
      "429 with a time in a fraction of seconds and in milliseconds",
      [
        status("429 Too Many Requests", "Retry-After: 1.5"),
        status("429 Too Many Requests", "x-ms-retry-after-ms: 1750"),
        reply(WITH_LINK),
      ],
      "link",
      [2_000, 2_750],
    ],
    ["520 of a gateway, then the link", [status("520 Unknown"), reply(WITH_LINK)], "link", [500]],
    ["500 without an end", [status("500 Oops")], "service", BACK_OFF],
    ["HTML", [withBody("text/html", "<p>Sign in</p>")], "malformed-response", []],
    ["XML", [withBody("application/xml", "<RelationshipRequest/>")], "malformed-response", []],
    [
      "UTF-16",
      [withBody("application/json", Buffer.from(`\uFEFF${LINK_BODY}`, "utf16le"))],
      "malformed-response",
      [],
    ],
    [
      "truncated JSON",
      [withBody("application/json", LINK_BODY.slice(0, 40))],
      "malformed-response",
      [],
    ],
    ["an empty body", [withBody("application/json", "")], "malformed-response", []],
    ["an array", [withBody("application/json", "[]")], "malformed-response", []],
    ["an object without url", [withBody("application/json", "{}")], "malformed-response", []],
  ];

describe.each(ROADS)(
  "a call by way of %s ends once, in a way that is true, after",
  (_road, road) => {
    const endsAs = (handlers: SocketHandler[], expected: Expected, expectedWaits: number[]) =>
      withLiveTimers(async (timers) => {
        const { outcome, waits, requests, ids } = await call(
          handlers,
          road,
          expected === "timeout" ? () => timers.fire(LIMIT_MS) : () => undefined,
        );

        expect(outcome).toMatchObject(expected === "link" ? LINK : { reason: expected });
        expect(waits).toEqual(expectedWaits);
        expect(requests).toHaveLength(expectedWaits.length + 1);
        expect(ids.size).toBe(1);
        expect([...ids][0]).toMatch(/^[-0-9a-f]{36}$/);
        expect(timers.count()).toBe(0);
      });

    it.each(rows)("%s", (_fault, handlers, expected, expectedWaits) =>
      endsAs(handlers, expected, expectedWaits),
    );

    // The parser of undici 7 refuses what that of Node 20 takes.
    it("a header's value that goes on in the next line", () =>
      endsAs(
        [reply(WITH_LINK.replace(HEAD, `${HEAD}MS-CV: a\r\n b\r\n`))],
        road.isUndici ? "network" : "link",
        road.isUndici ? BACK_OFF : [],
      ));

    it("a refused connection", async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      const address = server.address();
      server.close();
      await once(server, "close");

      const { outcome, waits } = await callPort(
        `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
        road,
      );

      expect(outcome).toMatchObject({ reason: "network", attempts: 4 });
      expect(waits).toEqual(BACK_OFF);
    });

    it("a certificate that nobody vouches for", async () => {
      const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);

      await withRawServer(
        reply(WITH_LINK),
        async ({ port, requests }) => {
          const { outcome } = await callPort(`https://localhost:${port}`, road);

          expect(outcome).toMatchObject({ reason: "network" });
          expect(outcome).toHaveProperty(
            "message",
            expect.stringContaining("self-signed certificate"),
          );
          expect(requests).toEqual([]);
        },
        { key, cert },
      );
    });
  },
);

describe("a call ends once, in a way that is true, after", () => {
  it("an abort, at once, while it waits to be sent again", async () => {
    const controller = new AbortController();
    const reason = new Error("the user left");
    const startedAt = performance.now();

    await withRawServer(status("503 Busy", "Retry-After: 30"), async ({ port, requests }) => {
      const client = assembleClient(
        {
          credential: () => "a-token",
          baseUrl: `http://127.0.0.1:${port}`,
          retry: { onRetry: () => setTimeout(() => controller.abort(reason), 10) },
        },
        {
          now: Date.now,
          monotonic: () => performance.now(),
          random: Math.random,
          delay,
        },
      );
      const link = client.getRelationshipRequestLink({}, { signal: controller.signal });

      await expect(link).rejects.toBe(reason);
      expect(requests).toHaveLength(1);
    });

    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
