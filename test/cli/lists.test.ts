import { examples } from "../../generated/examples.js";
import { LINK, serviceHeaders } from "../replies.js";
import { type Handler, withServer } from "../server.js";
import { type Home, withHome } from "./bin.js";
import { failureLine, withService } from "./service.js";

const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };
const FABRIKAM = "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90";
const LITWARE = "7e2c9b14-63d8-4a5f-b0c7-1d94e8f3a526";

const ERASURE = "\u001b[K";
const PARTS = new RegExp(`(\r|\n|${ERASURE.replace("[", "\\[")})`, "u");

/** What a terminal shows after these bytes: lines, which carriage returns and erasures change. */
function screenAfter(bytes: string): string[] {
  const lines = [""];
  let column = 0;
  for (const part of bytes.split(PARTS)) {
    const line = lines.at(-1) ?? "";
    if (part === "\r") {
      column = 0;
    } else if (part === "\n") {
      lines.push("");
    } else if (part === ERASURE) {
      lines[lines.length - 1] = line.slice(0, column);
    } else {
      lines[lines.length - 1] = line.slice(0, column) + part + line.slice(column + part.length);
      column += part.length;
    }
  }
  return lines;
}

describe("a list of several pages on a terminal", () => {
  /** Three pages of two items each, half a second apart, so that the spinner turns between them. */
  const inPages: Handler = async (response, { url }) => {
    const page = Number(new URL(url, "http://localhost").searchParams.get("page") ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const items = [1, 2].map((index) => ({
      id: `0000000${page}-0000-4000-8000-00000000000${index}`,
      name: `Partner ${page}`,
      companyProfile: { companyName: `Customer ${page}` },
    }));
    const next = { uri: `${url.replace(/\?.*$/, "")}?page=${page + 1}`, method: "GET" };
    const links = page < 2 ? { links: { next } } : {};
    response
      .writeHead(200, { "Content-Type": "application/json" })
      .end(JSON.stringify({ totalCount: 6, items, ...links }));
  };

  it.each([
    ["customers", [], 8],
    ["resellers", [], 8],
    ["providers", [], 8],
    ["customers", ["--output", "jsonl"], 7],
    ["customers", ["--output", "csv"], 8],
    ["resellers", ["--output", "csv", "--wide"], 8],
  ])("shows `%s %j` without a trace of the spinner", (command, args, lines) =>
    withServer(inPages, ({ url }) =>
      withHome(async ({ startOnTerminal }) => {
        const { exitCode, stdout } = await startOnTerminal([command, ...args, "--base-url", url], {
          env: ENV,
          columns: 100,
        }).ended;
        const screen = screenAfter(stdout);

        expect(exitCode).toBe(0);
        expect(stdout).toContain("Asking Partner Center for the");
        expect(screen.join("\n")).not.toContain("Asking");
        expect(screen).toHaveLength(lines);
        for (const line of screen) {
          expect(line).toMatch(/^(ID |id,|$|\{"id":"|0000000\d-)/);
        }
      }),
    ),
  );

  it.each([120, 80, 40, 20])("fits a table to %i columns, and says what is cut", (columns) =>
    withServer(inPages, ({ url }) =>
      withHome(async ({ startOnTerminal }) => {
        const at = ["--base-url", url];
        const options = { env: ENV, columns };
        const fitted = await startOnTerminal(["customers", ...at], options).ended;
        const wide = await startOnTerminal(["customers", "--wide", ...at], options).ended;

        const note = "Some cells are cut. Pass `--wide` to print them in full.";
        const screen = screenAfter(fitted.stdout);
        expect(Math.max(...screen.map(({ length }) => length))).toBeLessThanOrEqual(columns);
        expect(screen.join(" ").includes(note)).toBe(columns < 80);
        expect(wide.stdout).toContain("00000002-0000-4000-8000-000000000002  Customer 2");
      }),
    ),
  );
});

describe("partner-center resellers", () => {
  it("prints CSV when piped", () =>
    withService(undefined, async ({ run }, { url, requests }) => {
      const ended = await run(["resellers", "--base-url", url], { env: ENV });

      expect(ended).toEqual({
        exitCode: 0,
        stdout: [
          "id,name,partnerId,location,state",
          `${FABRIKAM},Fabrikam Cloud Services,4871236,US,Active`,
          `${LITWARE},Litware IT,4903358,DE,Active`,
          "",
        ].join("\r\n"),
        stderr: "",
      });
      expect(requests.map((request) => request.url)).toEqual([
        `${url}/v1/relationships?relationship_type=IsIndirectCloudSolutionProviderOf`,
      ]);
    }));

  it("prints a table for a person", () =>
    withService(undefined, async ({ startOnTerminal }, { url }) => {
      const { stdout } = await startOnTerminal(["resellers", "--base-url", url], { env: ENV })
        .ended;

      expect(stdout).toContain(
        [
          "ID                                    NAME                     PARTNERID  LOCATION  STATE",
          `${FABRIKAM}  Fabrikam Cloud Services  4871236    US        Active`,
          `${LITWARE}  Litware IT               4903358    DE        Active`,
          "",
        ].join("\r\n"),
      );
    }));

  it.each([
    ["de_DE.UTF-8", ";"],
    ["en_US", ","],
    ["C", ","],
  ])("prints for Excel with the separator of the locale %s", (LC_ALL, separator) =>
    withService(undefined, async ({ run }, { url }) => {
      const args = ["resellers", "--excel", "--base-url", url];
      const { stdout } = await run(args, { env: { ...ENV, LC_ALL } });

      expect(stdout.startsWith(`\uFEFFid${separator}name${separator}`)).toBe(true);
    }),
  );

  it.each([["--json"], ["--output=json"]])("prints with `%s` all that is known", (option) =>
    withService(undefined, async ({ run }, { url }) => {
      const { stdout } = await run(["resellers", option, "--base-url", url], { env: ENV });

      expect(JSON.parse(stdout)).toEqual(examples.PartnerRelationshipsResellers.items);
    }),
  );

  it("says that there are none, where a table would be empty", () =>
    withServer(
      (response) => response.writeHead(200).end('{"totalCount":0,"items":[]}'),
      ({ url }) =>
        withHome(async ({ run }) => {
          const ended = await run(["resellers", "--output", "table", "--base-url", url], {
            env: ENV,
          });

          expect(ended).toEqual({ exitCode: 0, stdout: "", stderr: "No results\n" });
        }),
    ));

  it("defuses what a spreadsheet would run, and what would command a terminal", () =>
    withServer(
      (response) => {
        const items = [
          { id: FABRIKAM, name: '=HYPERLINK("https://evil.example","x")' },
          { id: LITWARE, name: "@SUM(A1)\u001b[2J" },
        ];
        response.writeHead(200).end(JSON.stringify({ items }));
      },
      ({ url }) =>
        withHome(async ({ run }) => {
          const csv = await run(["resellers", "--base-url", url], { env: ENV });
          const table = await run(["resellers", "--output=table", "--base-url", url], { env: ENV });

          expect(csv.stdout).toContain(`,"'=HYPERLINK(""https://evil.example"",""x"")",`);
          expect(csv.stdout).toContain(",'@SUM(A1)");
          expect(table.stdout).not.toContain("\u001b");
        }),
    ));

  it("says why there is no list", () =>
    withService("app-only", async ({ run }, { url }) => {
      const ended = await run(["resellers", "--base-url", url], { env: ENV });

      expect(ended).toEqual({
        ...failureLine(1, /^partner-center: GET .*\/v1\/relationships failed: 403, code 900329/),
        stdout: expect.stringMatching(/^(id,name,partnerId,location,state\r\n)?$/),
      });
    }));
});

describe("partner-center providers", () => {
  it("asks for the providers whose reseller the partner is", () =>
    withService(undefined, async ({ run }, { url, requests }) => {
      const { stdout } = await run(["providers", "--base-url", url], { env: ENV });

      expect(stdout).toContain(",Wide World Distribution,5120437,US,Active\r\n");
      expect(requests[0]?.url).toContain("relationship_type=IsIndirectResellerOf");
    }));
});

describe("partner-center customers", () => {
  it.each([
    [["--domain", "north"], { Field: "Domain", Value: "north", Operator: "starts_with" }],
    [
      ["--reseller", FABRIKAM],
      { Field: "IndirectReseller", Value: FABRIKAM, Operator: "starts_with" },
    ],
  ])("asks with %j for some of them", (args, filter) =>
    withService(undefined, async ({ run }, { url, requests }) => {
      const { exitCode } = await run(["customers", ...args, "--base-url", url], { env: ENV });

      expect(exitCode).toBe(0);
      const { searchParams } = new URL(requests[0]?.url ?? "");
      expect(JSON.parse(searchParams.get("filter") ?? "")).toEqual(filter);
    }),
  );

  it("prints each page before it asks for the next one", () => {
    let answerSecond: (() => void) | undefined;
    const link = { uri: "/customers?size=1", headers: [] };
    const page = (id: string, isLast: boolean) =>
      JSON.stringify({
        items: [{ id, companyProfile: { companyName: `Company ${id.slice(0, 4)}` } }],
        links: isLast
          ? {}
          : {
              next: {
                ...link,
                method: "GET",
                headers: [{ key: "MS-ContinuationToken", value: "the-second-page" }],
              },
            },
      });
    return withServer(
      (response, _request, index) => {
        const answer = () =>
          response.writeHead(200).end(page([FABRIKAM, LITWARE][index] ?? "", index > 0));
        if (index === 0) {
          answer();
        } else {
          answerSecond = answer;
        }
      },
      ({ url }) =>
        withHome(async ({ start }) => {
          const started = start(["customers", "--base-url", url], { env: ENV });
          await started.printed(/Company 4b7a/);
          while (answerSecond === undefined) {
            await new Promise(setImmediate);
          }
          answerSecond();

          expect((await started.ended).stdout).toBe(
            `id,name,domain,relationship\r\n${FABRIKAM},Company 4b7a,,\r\n${LITWARE},Company 7e2c,,\r\n`,
          );
        }),
    );
  });
});

/** Serves this JSON for every call. */
const withJson = (json: string, use: (home: Home, url: string) => Promise<void>): Promise<void> =>
  withServer(
    (response, request) => response.writeHead(200, serviceHeaders(request)).end(json),
    ({ url }) => withHome((home) => use(home, url)),
  );

const SKIPPED = (count: string) =>
  new RegExp(
    `^partner-center: Skipped ${count} of the list: not of the expected type \\(MS-RequestId [-0-9a-f]{36}, MS-CorrelationId [-0-9a-f]{36}, .*MS-ServerId 030020643\\)\\.\n$`,
  );

describe("of a list with entries that are no items, partner-center", () => {
  const ITEMS = JSON.stringify({
    items: [null, 5, "text", [], true, { id: FABRIKAM, name: 5 }, { id: null, name: { a: 1 } }],
  });

  it.each([
    ["resellers", `id,name,partnerId,location,state\r\n${FABRIKAM},5,,,\r\n,,,,\r\n`],
    ["providers", `id,name,partnerId,location,state\r\n${FABRIKAM},5,,,\r\n,,,,\r\n`],
    ["customers", `id,name,domain,relationship\r\n${FABRIKAM},,,\r\n,,,\r\n`],
  ])("%s prints the items, and reports how many entries it skipped", (command, printed) =>
    withJson(ITEMS, async ({ run }, url) => {
      const ended = await run([command, "--base-url", url], { env: ENV });

      expect(ended).toEqual({
        exitCode: 0,
        stdout: printed,
        stderr: expect.stringMatching(SKIPPED("5 entries")),
      });
    }),
  );

  it.each(["table", "json"])("prints the items with `--output %s`", (format) =>
    withJson(ITEMS, async ({ run }, url) => {
      const args = ["resellers", "--output", format, "--base-url", url];
      const { exitCode, stdout } = await run(args, { env: ENV });

      expect(exitCode).toBe(0);
      expect(stdout).toContain(FABRIKAM);
    }),
  );

  it.each<[string, unknown]>([
    ["null as companyProfile", null],
    ["a number as companyProfile", 5],
    ["a number as companyName", { companyName: 5, domain: [] }],
  ])("customers prints one with %s", (_what, companyProfile) =>
    withJson(
      JSON.stringify({ items: [{ id: FABRIKAM, companyProfile }] }),
      async ({ run }, url) => {
        const { exitCode, stdout, stderr } = await run(["customers", "--base-url", url], {
          env: ENV,
        });

        expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
        expect(stdout).toContain(FABRIKAM);
      },
    ),
  );

  it("links requests the links of the items", () =>
    withServer(
      (response, request) =>
        response
          .writeHead(200, serviceHeaders(request))
          .end(request.url.includes("/relationships?") ? ITEMS : JSON.stringify(LINK)),
      ({ url }) =>
        withHome(async ({ run }) => {
          const args = ["links", "--all-resellers", "--base-url", url];
          const { exitCode, stdout, stderr } = await run(args, { env: ENV });

          expect(exitCode).toBe(1);
          expect(stdout).toContain(`${FABRIKAM},5,https://`);
          expect(stderr).toContain("Skipped 5 entries of the list");
          expect(stderr).toContain("reseller 2: no tenant id");
        }),
    ));

  it("webhook events prints the names", () =>
    withJson('["a",null,5,{},"b"]', async ({ run }, url) => {
      await expect(run(["webhook", "events", "--base-url", url], { env: ENV })).resolves.toEqual({
        exitCode: 0,
        stdout: "a\nb\n",
        stderr: expect.stringMatching(SKIPPED("3 entries")),
      });
    }));

  it.each(["null", "{}", "5"])("webhook events prints no name for %s", (json) =>
    withJson(json, async ({ run }, url) => {
      const { stdout, stderr } = await run(["webhook", "events", "--base-url", url], { env: ENV });

      expect({ stdout, stderr }).toEqual({
        stdout: "",
        stderr: expect.not.stringContaining("Unexpected error"),
      });
    }),
  );

  it.each([
    [
      "null",
      '{"WebhookUrl":"https://contoso.com/","WebhookEvents":[null,5,"a"]}',
      "https://contoso.com/\na\n",
    ],
    ["other types", '{"WebhookUrl":{},"WebhookEvents":{"a":1}}', "no address\n"],
  ])("webhook show prints a registration with %s in it", (_what, json, stdout) =>
    withJson(json, async ({ run }, url) => {
      await expect(run(["webhook", "show", "--base-url", url], { env: ENV })).resolves.toEqual({
        exitCode: 0,
        stdout,
        stderr: "",
      });
    }),
  );
});

describe("of a page with 340,001 items, partner-center", () => {
  const MANY = `{"items":[${Array(340_001).fill("{}").join(",")}]}`;

  it.each(["table", "csv", "json"])("resellers prints each with `--output %s`", (format) =>
    withJson(MANY, async ({ run }, url) => {
      const args = ["resellers", "--output", format, "--base-url", url];
      const { exitCode, stdout, stderr } = await run(args, { env: ENV });

      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      expect(stdout.split("\n").length).toBeGreaterThan(340_001);
    }),
  );

  it("links names the first without a tenant id", () =>
    withJson(MANY, async ({ run }, url) => {
      const args = ["links", "--all-resellers", "--strict", "--base-url", url];
      const { exitCode, stderr } = await run(args, { env: ENV });

      expect(exitCode).toBe(2);
      expect(stderr).toContain("340001 of 340001 rows are invalid. Nothing was sent.");
    }));
});
