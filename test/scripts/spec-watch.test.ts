import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { readDescription } from "../../scripts/description.js";
import { extractFacts } from "../../scripts/watch/facts.js";
import { listPages, type Page } from "../../scripts/watch/pages.js";
import { type WatchOptions, watch } from "../../scripts/watch/watch.js";
import { ROOT, withCopy } from "../copy.js";
import { run } from "../run.js";
import { withServer } from "../server.js";

const CUSTOMER: Page = {
  url: "https://learn.microsoft.com/partner-center/developer/get-a-customer-by-id",
  operations: ["getCustomer"],
};
const FILE = "partner-center_developer_get-a-customer-by-id.json";
const TODAY = new Date("2026-06-30T12:00:00Z");

/** The parts of an article that are facts, and one that is not. */
interface Article {
  readonly date?: string;
  readonly requestLines?: readonly string[];
  readonly parameters?: readonly string[];
  readonly requestHeaders?: readonly string[];
  readonly responseHeaders?: readonly string[];
  readonly codes?: readonly string[];
  readonly prose?: string;
}

const ARTICLE: Article = {
  date: "2026-01-05",
  requestLines: ["GET {baseURL}/v1/customers/{customer-tenant-id}"],
  parameters: ["customer-tenant-id", "size"],
  requestHeaders: ["Authorization", "MS-RequestId"],
  responseHeaders: ["MS-RequestId", "MS-CV"],
  codes: ["403 20002", "404 60003"],
};

/** Returns an article as Learn renders one. */
function learnPage(article: Article): string {
  const { date, requestLines = [], parameters = [], prose = "" } = article;
  const { requestHeaders = [], responseHeaders = [], codes = [] } = article;
  return `<!DOCTYPE html>
<html lang="en-us"><head><title>An article</title>
  ${date === undefined ? "" : `<meta name="ms.date" content="${date}T00:00:00Z" />`}
</head><body><nav><h2>Parameters</h2>${table(["Name"], [["not-of-the-article"]])}</nav>
<main id="main"><div class="content"><h1 id="an-article">An article</h1></div>
<div class="content"><p>${prose}</p><h2 id="rest-request">REST request</h2>
  <h3 id="request-syntax">Request syntax</h3>
  ${table(
    ["Method", "Request URI"],
    requestLines
      .map((line) => line.split(" "))
      .map(([method, uri]) => [
        `<strong>${method}</strong>`,
        `<a href="rest-urls"><em>${uri?.slice(0, 9)}</em></a>${uri?.slice(9)} HTTP/1.1`,
      ]),
  )}
  <h3 id="uri-parameters">URI parameters</h3>
  ${table(["Name", "Type"], names(parameters))}
  <h3 id="request-headers">Request headers</h3>
  ${table(["Header", "Value type"], names(requestHeaders.map((name) => `${name}:`)))}
  <h3 id="request-example">Request example</h3>
  <pre><code class="lang-http">GET https://api.partnercenter.microsoft.com/v1/customers/1 HTTP/1.1</code></pre>
  <h3 id="response-headers">Response headers</h3>
  ${table(["Header", "Value type"], names(responseHeaders))}
  <h2 id="error-codes">Error codes</h2>
  ${table(
    ["HTTP status", "HTTP error code", "Error code", "Description"],
    codes.map((code) => ["Name", ...code.split(" "), "What it means."]),
  )}
</div></main></body></html>`;
}

function names(values: readonly string[]): string[][] {
  return values.map((value) => [`<strong>${value}</strong>`, "string"]);
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (tag: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("\n")}</tr>`;
  return `<table aria-label="Table 1" class="table table-sm"><thead>${row("th", columns)}</thead><tbody>${rows
    .map((cells) => row("td", cells))
    .join("\n")}</tbody></table>`;
}

/** Runs `use` with a folder of its own, which is removed afterwards. */
async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-spec-watch-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const options = (folder: string, others: Partial<WatchOptions>): WatchOptions => ({
  ...{ folder, timeout: 20_000, today: TODAY, update: false },
  ...others,
});

/** Records the first article, then compares with the second. */
function watchChange(before: Article, after: Article) {
  return withFolder((folder) =>
    withServer(
      (response, _request, index) => response.end(learnPage(index === 0 ? before : after)),
      async ({ url: origin }) => {
        await watch([CUSTOMER], options(folder, { origin, update: true }));
        return watch([CUSTOMER], options(folder, { origin }));
      },
    ),
  );
}

/** Records an article, then reads the page as `reply` answers for it. */
function watchReply(
  reply: (response: ServerResponse, origin: string) => unknown,
  others: Partial<WatchOptions> = {},
) {
  return withFolder((folder) =>
    withServer(
      (response) => response.end(learnPage(ARTICLE)),
      async ({ url: elsewhere }) => {
        await watch([CUSTOMER], options(folder, { origin: elsewhere, update: true }));
        const before = await readFile(join(folder, FILE), "utf8");
        const result = await withServer(
          (response) => reply(response, elsewhere),
          ({ url: origin }) => watch([CUSTOMER], options(folder, { origin, ...others })),
        );
        return { ...result, before, after: await readFile(join(folder, FILE), "utf8") };
      },
    ),
  );
}

/** Compares an unchanged page with a record of this day. */
function watchRecordOf(asOf: string | undefined, today: Date) {
  return withFolder((folder) =>
    withServer(
      (response) => response.end(learnPage(ARTICLE)),
      async ({ url: origin }) => {
        const facts = extractFacts(learnPage(ARTICLE));
        const record = { url: CUSTOMER.url, source: "a copy", asOf, facts };
        await writeFile(join(folder, FILE), JSON.stringify(record));
        return watch([CUSTOMER], options(folder, { origin, today }));
      },
    ),
  );
}

describe("the facts of a page", () => {
  it("are those of its tables, its examples and its metadata", () => {
    expect(extractFacts(learnPage(ARTICLE))).toEqual({
      date: ["2026-01-05"],
      requestLines: ["GET {baseURL}/v1/customers/{customer-tenant-id}"],
      parameters: ["customer-tenant-id", "size"],
      requestHeaders: ["Authorization", "MS-RequestId"],
      responseHeaders: ["MS-CV", "MS-RequestId"],
      codes: ["403 20002", "404 60003"],
    });
  });

  it("are read from a page of the REST reference", () => {
    const html = `<main><h1>Get link</h1>
      <pre><code class="lang-http">GET https://api.example/v{version}/link
GET https://api.example/v{version}/link?resellerId={resellerId}</code></pre>
      <h2>URI Parameters</h2>
      ${table(
        ["Name", "In", "Required"],
        [
          ["<span>reseller<wbr>Id</span>", "query", ""],
          ["version", "path", "True"],
        ],
      )}
      <h2>Request Header</h2>
      ${table(["Name", "Required"], [["ms-cv", ""]])}
      <h2>Responses</h2>
      ${table(
        ["Name", "Type"],
        [
          ["<div>200 OK</div>", "Link"],
          ["<div>404 Not Found</div>", ""],
        ],
      )}
      <h2>Definitions</h2>
      ${table(["Name", "Description"], [["Link", ""]])}</main>`;

    expect(extractFacts(html)).toEqual({
      requestLines: [
        "GET https://api.example/v{version}/link",
        "GET https://api.example/v{version}/link?resellerId={resellerId}",
      ],
      parameters: ["resellerId", "version"],
      requestHeaders: ["ms-cv"],
      codes: ["200", "404"],
    });
  });

  it("are request lines and codes of examples where no table has the syntax, ids left out", () => {
    const example = (text: string) => `<pre><code class="lang-http">${text}</code></pre>`;
    const html = `<main><h1>Webhooks</h1>
      ${example('PUT /webhooks/v1/registration\nHost: api.example\n\n{ "WebhookUrl": "" }')}
      ${example("GET /webhooks/v1/events/04af2aea-d413-42db-824e-f328001484d1 HTTP/1.1")}
      ${example('HTTP/1.1 404 Not Found\n\n{ "code": 3000, "description": "GET /nothing" }')}
      ${example('HTTP/1.1 200 OK\n\n[ "test-created" ]')}
      ${example("GETTING /started")}</main>`;

    expect(extractFacts(html)).toEqual({
      requestLines: ["GET /webhooks/v1/events/{id}", "PUT /webhooks/v1/registration"],
      codes: ["200", "404 3000"],
    });
  });

  it("lack where a page has no article, or an article without any", () => {
    expect(extractFacts("<h1>Sign in</h1><table><tr><td>200 OK</td></tr></table>")).toBeUndefined();
    expect(extractFacts("<main><h1>Nothing here</h1></main>")).toBeUndefined();
  });
});

describe("the watch of the documentation", () => {
  it.each<readonly [string, Article, readonly string[]]>([
    [
      "a request line",
      { requestLines: ["GET {baseURL}/v2/customers/{customer-tenant-id}"] },
      [
        "The request line `GET {baseURL}/v1/customers/{customer-tenant-id}` is now `GET {baseURL}/v2/customers/{customer-tenant-id}`.",
      ],
    ],
    [
      "an added parameter",
      { parameters: ["customer-tenant-id", "size", "filter"] },
      ["The parameter `filter` is new."],
    ],
    [
      "a removed parameter",
      { parameters: ["customer-tenant-id"] },
      ["The parameter `size` is gone."],
    ],
    [
      "an added header",
      { requestHeaders: ["Authorization", "MS-RequestId", "ValidateMfa"] },
      ["The request header `ValidateMfa` is new."],
    ],
    [
      "a removed header",
      { responseHeaders: ["MS-RequestId"] },
      ["The response header `MS-CV` is gone."],
    ],
    [
      "the status of a code",
      { codes: ["403 20002", "409 60003"] },
      ["The status and error code `404 60003` is now `409 60003`."],
    ],
    [
      "added codes",
      { codes: ["401 900420", "401 900421", "403 20002", "404 60003"] },
      [
        "The status and error code `401 900420` is new.",
        "The status and error code `401 900421` is new.",
      ],
    ],
    [
      "nothing but the date",
      { date: "2026-02-10" },
      ["The date of the page `2026-01-05` is now `2026-02-10`."],
    ],
    [
      "the date and a parameter",
      { date: "2026-02-10", parameters: ["size"] },
      [
        "The parameter `customer-tenant-id` is gone.",
        "The date of the page `2026-01-05` is now `2026-02-10`.",
      ],
    ],
  ])("reports %s for the operation", async (_title, change, sentences) => {
    const { report, exitCode } = await watchChange(ARTICLE, { ...ARTICLE, ...change });

    expect(report).toBe(
      [
        "## Changes",
        "",
        `- getCustomer: <${CUSTOMER.url}>`,
        ...sentences.map((sentence) => `  - ${sentence}`),
        "",
        "Correct the description where a page says something else, then run `npm run spec:watch -- --update` and commit `spec/sources/`.",
      ].join("\n"),
    );
    expect(exitCode).toBe(1);
  });

  it("reports nothing for another sentence, or for another order", async () => {
    const parameters = ["size", "customer-tenant-id"];

    await expect(
      watchChange(ARTICLE, { ...ARTICLE, parameters, prose: "Reworded." }),
    ).resolves.toEqual({ report: "", exitCode: 0 });
  });

  it.each<readonly [string, (response: ServerResponse, elsewhere: string) => unknown, string]>([
    ["is not there", (response) => response.writeHead(404).end(learnPage(ARTICLE)), "status 404"],
    ["fails", (response) => response.writeHead(503).end(), "status 503"],
    [
      "has no article",
      (response) => response.end("<body><h1>Sign in</h1></body>"),
      "no article with facts in the HTML",
    ],
    [
      "has a date and nothing else",
      (response) =>
        response.end('<meta name="ms.date" content="2026-11-01"><main><h1>Page moved</h1></main>'),
      "none of the facts on record are on the page",
    ],
    [
      "redirects to another host",
      (response, elsewhere) =>
        response.writeHead(302, { Location: elsewhere + new URL(CUSTOMER.url).pathname }).end(),
      "redirects to http://127.0.0.1",
    ],
    [
      "is too large",
      (response) => response.end(learnPage({ ...ARTICLE, prose: "x".repeat(4 * 1024 * 1024) })),
      "more than 4194304 bytes",
    ],
    ["breaks off", (response) => response.socket?.destroy(), ""],
  ])("reports a page that %s as unreadable, not as changed", async (_title, reply, reason) => {
    const { report, exitCode, before, after } = await watchReply(reply, { update: true });

    expect(report).toContain(
      `## Could not be read\n\n- getCustomer: <${CUSTOMER.url}>: \`${reason}`,
    );
    expect(report).not.toContain("## Changes");
    expect(exitCode).toBe(3);
    expect(after).toBe(before);
  });

  it.each<readonly [string, (response: ServerResponse) => unknown]>([
    ["sends nothing", () => {}],
    ["stops within its body", (response) => response.write("<main>")],
  ])("gives up on a page that %s", async (_title, reply) => {
    const { report, exitCode } = await watchReply(reply, { timeout: 50 });

    expect(report).toContain("`The operation was aborted due to timeout`");
    expect(exitCode).toBe(3);
  });

  it("reports a page that moved on the same host as unreadable, and follows a redirect to its locale", () =>
    withFolder((folder) =>
      withServer(
        (response, { url }) => {
          const target =
            url === "/partner-center/moved" ? "/en-us/partner-center/overview" : `/en-us${url}`;
          return url.startsWith("/en-us")
            ? response.end(learnPage(ARTICLE))
            : response.writeHead(301, { Location: target }).end();
        },
        async ({ url: origin, requests }) => {
          const moved = { url: "https://learn.microsoft.com/partner-center/moved", operations: [] };
          const { report } = await watch([CUSTOMER, moved], options(folder, { origin }));

          expect(report).toContain(`\`redirects to ${origin}/en-us/partner-center/overview\``);
          expect(report.match(/redirects/g)).toHaveLength(1);
          expect(requests[0]?.headers["accept-language"]).toBe("en-US");
        },
      ),
    ));

  it("reports the changes of the other pages beside an unreadable one", () =>
    withFolder((folder) =>
      withServer(
        (response, { url }, index) =>
          index > 1 && url === "/gone"
            ? response.writeHead(404).end()
            : response.end(learnPage(index > 1 ? { ...ARTICLE, parameters: [] } : ARTICLE)),
        async ({ url: origin }) => {
          const pages = [CUSTOMER, { url: "https://learn.microsoft.com/gone", operations: ["a"] }];
          await watch(pages, options(folder, { origin, update: true }));
          const { report, exitCode } = await watch(pages, options(folder, { origin }));

          expect(report).toContain("  - The parameter `size` is gone.\n");
          expect(report).toContain("- a: <https://learn.microsoft.com/gone>: `status 404`\n");
          expect(exitCode).toBe(3);
        },
      ),
    ));

  it.each([
    ["2026-01-01", "2026-06-30T00:00:00Z", ""],
    ["2026-01-01", "2026-07-01T00:00:00Z", "2026-01-01"],
    [undefined, "2026-06-30T00:00:00Z", "an unknown day"],
  ])("warns of a record of %s on %s: %j", async (asOf, today, warning) => {
    const { report, exitCode } = await watchRecordOf(asOf, new Date(today));

    expect(report.split("Correct")[0]).toBe(
      warning &&
        `## Recorded more than 180 days ago\n\n- getCustomer: <${CUSTOMER.url}>: ${warning}\n\n`,
    );
    expect(exitCode).toBe(0);
  });

  it("names a page that was never read, and compares it with nothing", () =>
    withFolder((folder) =>
      withServer(
        (response) => response.end(learnPage(ARTICLE)),
        async ({ url: origin }) => {
          const { report, exitCode } = await watch([CUSTOMER], options(folder, { origin }));

          expect(report).toMatch(/^## Never read\n\n- getCustomer: .*\n\nCorrect/);
          expect(exitCode).toBe(0);
          await expect(readdir(folder)).resolves.toEqual([]);
        },
      ),
    ));

  it("records the facts of today with --update", () =>
    withFolder((folder) =>
      withServer(
        (response) => response.end(learnPage(ARTICLE)),
        async ({ url: origin }) => {
          await expect(
            watch([CUSTOMER], options(folder, { origin, update: true })),
          ).resolves.toEqual({ report: "", exitCode: 0 });

          expect(JSON.parse(await readFile(join(folder, FILE), "utf8"))).toEqual({
            url: CUSTOMER.url,
            source: "the page",
            asOf: "2026-06-30",
            facts: extractFacts(learnPage(ARTICLE)),
          });
        },
      ),
    ));

  it("keeps what a page sends on one line, without characters that hide or act", async () => {
    const hostile = "a&#27;[31m\r\n\n# b&#8238;c&#8203;d `@everyone` <b>e</b>";
    const { report } = await watchChange(ARTICLE, {
      ...ARTICLE,
      parameters: ["customer-tenant-id", "size", hostile],
    });

    expect(report).toContain("\n  - The parameter `a [31m # bcd '@everyone' e` is new.\n");
  });

  it("fits into an issue, and says that the rest is left out", async () => {
    const parameters = Array.from({ length: 2_000 }, (_, index) => `${index} ${"x".repeat(400)}`);
    const { report } = await watchChange(ARTICLE, { ...ARTICLE, parameters });

    expect(report.length).toBeLessThan(65_536);
    expect(report).toMatch(
      /` is new\.\n\nThe rest is left out\.\n\nCorrect .*`spec\/sources\/`\.$/,
    );
    expect(Math.max(...report.split("\n").map((line) => line.length))).toBeLessThan(400);
  });
});

describe("the pages that are watched", () => {
  it("are those that the description links, each once, and a few about all operations", async () => {
    const pages = listPages(await readDescription());
    const operationsOf = (path: string) =>
      pages.filter(({ url }) => url === `https://learn.microsoft.com/${path}`);

    expect(operationsOf("rest/api/partner-center/")).toMatchObject([
      { operations: ["every operation"] },
    ]);
    expect(operationsOf("partner-center/developer/get-a-customer-by-id")).toMatchObject([
      { operations: ["getCustomer"] },
    ]);
    expect(operationsOf("partner-center/developer/partner-center-webhooks")).toMatchObject([
      { operations: expect.arrayContaining(["getWebhookRegistration", "listWebhookEvents"]) },
    ]);
    for (const path of ["partner-center-authentication", "headers", "error-codes"]) {
      expect(operationsOf(`partner-center/developer/${path}`)).toMatchObject([
        { operations: ["every operation"] },
      ]);
    }
    expect(operationsOf("partner-center/remove-a-relationship")).toMatchObject([
      { operations: ["removeResellerRelationship"] },
    ]);
  });

  it("include every page that has a record", async () => {
    const urls = listPages(await readDescription()).map(({ url }) => url);
    const files = await readdir(`${ROOT}spec/sources`);

    expect(files).not.toEqual([]);
    for (const file of files) {
      const { url } = JSON.parse(await readFile(`${ROOT}spec/sources/${file}`, "utf8"));
      expect(urls).toContain(url);
      expect(file).toBe(`${new URL(url).pathname.slice(1).replaceAll("/", "_")}.json`);
    }
  });
});

describe("npm run spec:watch", () => {
  it("records the pages, then finds them as recorded", () =>
    withCopy(["spec", "scripts", "generated", "tsconfig.json"], (cwd) =>
      withServer(
        (response) => response.end(learnPage(ARTICLE)),
        async ({ url }) => {
          const args = ["scripts/spec-watch.ts", "--origin", url];

          await expect(run("tsx", [...args, "--update"], { cwd })).resolves.toMatchObject({
            exitCode: 0,
            stdout: "",
          });
          await expect(run("tsx", args, { cwd })).resolves.toMatchObject({
            exitCode: 0,
            stdout: "",
            stderr: expect.stringMatching(/^All \d+ pages are as recorded in spec\/sources\.\n$/),
          });
        },
      ),
    ));

  it("prints the report and exits with 3 where nothing can be read", () =>
    withServer(
      (response) => response.writeHead(500).end(),
      async ({ url }) => {
        const args = ["scripts/spec-watch.ts", "--origin", url];
        const { exitCode, stdout } = await run("tsx", args);

        expect(stdout).toMatch(/^## Could not be read\n\n- every operation: .*: `status 500`\n/);
        expect(exitCode).toBe(3);
      },
    ));

  it.each([
    [["--orgin", "http://127.0.0.1"], "Unknown option '--orgin'"],
    [["--origin", "127.0.0.1"], "Invalid URL"],
  ])("refuses %j", async (args, message) => {
    const { exitCode, stderr } = await run("tsx", ["scripts/spec-watch.ts", ...args]);

    expect(stderr).toContain(`${message}\nUsage: npm run spec:watch`);
    expect(exitCode).toBe(2);
  });
});

describe("the weekly workflow", () => {
  /** Runs the step that writes the issue, with a `gh` that notes its arguments and lists `existing`. */
  async function writeIssue(report: string, existing: string): Promise<string[]> {
    const { jobs } = parse(await readFile(`${ROOT}.github/workflows/spec-watch.yml`, "utf8"));
    const { run: script, env } = jobs.issue.steps.at(-1);
    return withFolder(async (folder) => {
      await writeFile(join(folder, "report.md"), report);
      await writeFile(
        join(folder, "gh"),
        `#!/bin/sh\necho "$*" >> calls\nif [ "$2" = list ]; then echo "${existing}"; fi\n`,
      );
      await chmod(join(folder, "gh"), 0o755);
      await promisify(execFile)("bash", ["-e", "-c", script], {
        cwd: folder,
        env: { PATH: `${folder}:${process.env.PATH}`, TITLE: env.TITLE },
      });
      const calls = await readFile(join(folder, "calls"), "utf8").catch(() => "");
      return calls.split("\n").filter((call) => call !== "" && !call.startsWith("issue list"));
    });
  }

  it("opens an issue where there is none, and updates the one that is open", async () => {
    const title = "Pages behind the description changed";

    await expect(writeIssue("## Changes\n", "")).resolves.toEqual([
      `issue create --title ${title} --body-file report.md`,
    ]);
    await expect(writeIssue("## Changes\n", "7")).resolves.toEqual([
      "issue edit 7 --body-file report.md",
    ]);
    await expect(writeIssue("", "7")).resolves.toEqual([]);
  });

  it("may write issues in a job that runs nothing of ours", async () => {
    const { jobs } = parse(await readFile(`${ROOT}.github/workflows/spec-watch.yml`, "utf8"));

    expect(jobs.read.permissions).toEqual({ contents: "read" });
    expect(jobs.issue.permissions).toEqual({ issues: "write" });
    expect(JSON.stringify(jobs.issue.steps)).not.toMatch(/checkout|\bnp[mx]\b/);
  });
});
