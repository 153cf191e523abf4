// The service, in a process of its own on loopback: answers the documented GET, and refuses one that lacks anything.
// Under /flaky, the first attempt of each call fails with 503; under /links, any tenant gets a link after a while.
import { createServer } from "node:http";
import { CV, LINK, PATH, QUERY, TOKEN } from "./work.js";

const URL_OF_WORK = `${PATH}?${new URLSearchParams(QUERY)}`;
const BODY = Buffer.from(JSON.stringify(LINK));
const GUID = /^[-0-9a-f]{36}$/;
/** As far away as a service is; those calls are not compared to the microsecond. */
const LATENCY_MS = 5;
const failedOnce = new Set<string>();

const server = createServer(
  { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 },
  ({ url = "", headers }, response) => {
    const id = String(headers["ms-requestid"]);
    const correlationId = String(headers["ms-correlationid"]);
    const answer = (status: number, body: Buffer | string) =>
      response
        .writeHead(status, {
          "Content-Type": "application/json; charset=utf-8",
          "Content-Length": body.length,
          "MS-RequestId": id,
          "MS-CorrelationId": correlationId,
          "MS-CV": CV,
          "MS-ServerId": "030020643",
        })
        .end(body);

    if (url.startsWith("/links/") && headers.authorization === `Bearer ${TOKEN}`) {
      setTimeout(answer, LATENCY_MS, 200, BODY);
      return;
    }
    if (
      headers.authorization !== `Bearer ${TOKEN}` ||
      headers["ms-cv"] !== CV ||
      !GUID.test(id) ||
      !GUID.test(correlationId) ||
      id === correlationId ||
      url.replace("/flaky", "") !== URL_OF_WORK
    ) {
      answer(400, "{}");
    } else if (url.startsWith("/flaky") && !failedOnce.delete(id)) {
      failedOnce.add(id);
      answer(503, "{}");
    } else {
      answer(200, BODY);
    }
  },
);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});
process.on("disconnect", () => process.exit());
