import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { appendFile, chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { delay } from "../../src/transport/delay.js";
import { jwt } from "../jwt.js";
import { withFault } from "../replies.js";
import type { Handler } from "../server.js";
import { BIN } from "./bin.js";
import { keepSignIn } from "./kept.js";
import { linkOf, numberIn, rowsIn, tenant, withOwnLink, withResellers } from "./links-service.js";
import { failureLine, withService } from "./service.js";
import { withTokens } from "./tokens.js";

const USER = { tid: "3b33e682-00c3-41ee-9dd2-a548adf56438", oid: "a" };
const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };

/** Answers some resellers in another way. */
const except =
  (others: Readonly<Record<number, Handler>>): Handler =>
  (response, request, index) =>
    (others[numberIn(request)] ?? withOwnLink)(response, request, index);

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const allLinks = (count: number) => numbers(count).map((number) => [number, linkOf(number), ""]);

describe("partner-center links", () => {
  it("prints CSV in the order of the input, however late a link comes", () => {
    const held: Array<() => void> = [];
    const first: Handler = (response, request, index) =>
      held.push(() => withOwnLink(response, request, index));
    const last: Handler = (response, request, index) => {
      withOwnLink(response, request, index);
      setImmediate(() => held.map((answer) => answer()));
    };
    return withResellers(3, except({ 1: first, 3: last }), async ({ run }, { url, requests }) => {
      const args = ["links", "--from", "in.csv", "--base-url", url];
      const { exitCode, stdout, stderr } = await run(args, { env: ENV });

      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      expect(rowsIn(stdout)).toEqual(allLinks(3));
      expect(stdout).toMatch(
        /^tenant,name,link,error,requestId,correlationId,serverId\r\n4b7a1d52-0e6c-4f43-9a6d-000000000001,Reseller 1,https:[^,]+,,[-0-9a-f]{36},[-0-9a-f]{36},030020643\r\n/,
      );
      expect(requests).toHaveLength(3);
    });
  });

  it("prints an object a line with `--output jsonl`, and an array with `--json`", () =>
    withResellers(2, withOwnLink, async ({ run }, { url }) => {
      const args = ["links", "--from", "in.csv", "--base-url", url];
      const lines = await run([...args, "--output", "jsonl"], { env: ENV });
      const array = await run([...args, "--json"], { env: ENV });

      const row = {
        tenant: tenant(1),
        name: "Reseller 1",
        link: linkOf(1),
        requestId: expect.stringMatching(/^[-0-9a-f]{36}$/),
        correlationId: expect.any(String),
        cv: expect.any(String),
        serverId: "030020643",
      };
      expect(JSON.parse(lines.stdout.split("\n")[0] ?? "")).toEqual(row);
      expect(JSON.parse(array.stdout)).toEqual([row, expect.any(Object)]);
    }));

  it("asks for a link for every reseller of the partner, with provider and role", () =>
    withService(undefined, async ({ run }, { url, requests }) => {
      const args = ["links", "--all-resellers", "--dual-role", "--indirect-provider", tenant(9)];
      const { stdout } = await run([...args, "--base-url", url], { env: ENV });

      expect(stdout.split("\r\n")).toHaveLength(4);
      expect(requests[1]?.url).toContain(`indirectCloudSolutionProviderId=${tenant(9)}`);
      expect(requests[1]?.url).toContain("dualRoleIndirectRelationship=true");
    }));

  it("reads what `resellers` prints", () =>
    withService(undefined, async ({ run }, { url }) => {
      const at = ["--base-url", url];
      const { stdout: input } = await run(["resellers", ...at], { env: ENV });
      const { exitCode, stdout } = await run(["links", "--from", "-", ...at], { env: ENV, input });

      expect(exitCode).toBe(0);
      expect(stdout).toContain("Litware IT,https://admin.microsoft.com/");
    }));

  it("prints every link though one fails, and ends with 1", () => {
    const others = { 2: withFault(400, { code: 800002, description: "Unknown, tenant" }) };
    return withResellers(3, except(others), async ({ run }, { url }) => {
      const ended = await run(["links", "--from", "in.csv", "--base-url", url], { env: ENV });

      expect(ended.exitCode).toBe(1);
      expect(ended.stderr).toBe("partner-center: 1 of 3 links failed.\n");
      expect(ended.stdout).toContain(`${linkOf(1)},,`);
      expect(ended.stdout).toMatch(
        /,Reseller 2,,"GET .* failed: 400, code 800002, .*",[-0-9a-f]{36},/,
      );
      expect(ended.stdout).toContain(`${linkOf(3)},,`);
    });
  });

  it("asks for one token for all", () =>
    withTokens(0, ({ url: authority, redeemed }) =>
      withResellers(40, withOwnLink, async ({ run }, { url }) => {
        const args = ["links", "--from", "in.csv", "--base-url", url, "--authority", authority];
        const { exitCode } = await run(args, {
          env: {
            PARTNER_CENTER_REFRESH_TOKEN: "a-refresh-token",
            PARTNER_CENTER_TENANT_ID: "contoso.com",
            PARTNER_CENTER_CLIENT_ID: tenant(1),
          },
        });

        expect(exitCode).toBe(0);
        expect(redeemed).toEqual(["a-refresh-token"]);
      }),
    ));
});

describe("of its input, partner-center links", () => {
  const BAD = [
    "tenant,name",
    `${tenant(1)},One`,
    "4871236,Two",
    `${tenant(1).toUpperCase()},Three`,
    ",Four",
    `${tenant(5)},'=cmd`,
    `${tenant(6)},=cmd|'/c calc'!A1`,
  ].join("\n");

  it("reports invalid rows, and goes on with the others", () =>
    withResellers(0, withOwnLink, async ({ run, path }, { url, requests }) => {
      await writeFile(join(path, "in.csv"), BAD);
      const args = ["links", "--from", "in.csv", "--base-url", url];
      const { exitCode, stdout, stderr } = await run(args, { env: ENV });

      expect(exitCode).toBe(1);
      expect(stderr).toBe(
        [
          "partner-center: line 3: Invalid `tenant`: expected a tenant id (a GUID or a domain name); digits alone are a PartnerID.",
          "partner-center: line 4: the same tenant as line 2",
          "partner-center: line 5: no tenant id",
          "partner-center: 3 of 6 links failed.",
          "",
        ].join("\n"),
      );
      expect(stdout.split("\r\n")).toHaveLength(8);
      expect(stdout).toContain(",Three,,the same tenant as line 2,");
      expect(stdout).toContain(`,'=cmd|'/c calc'!A1,${linkOf(6)},`);
      expect(requests.map(numberIn).sort()).toEqual([1, 5, 6]);
    }));

  it("sends nothing with `--strict` when a row is invalid", () =>
    withResellers(0, withOwnLink, async ({ run, path }, { url, requests }) => {
      await writeFile(join(path, "in.csv"), BAD);
      const args = ["links", "--from", "in.csv", "--strict", "--base-url", url];
      const { exitCode, stdout, stderr } = await run(args, { env: ENV });

      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
      expect(stderr).toContain("partner-center: 3 of 6 rows are invalid. Nothing was sent.\n");
      expect(requests).toEqual([]);
    }));

  const ROWS = `tenant;name\r\n${tenant(1)};"One; the first"\r\n`;
  it.each<[string, string | Buffer, string[]]>([
    ["a byte order mark", `\uFEFF${ROWS}`, []],
    ["semicolons", ROWS, []],
    ["tabs", ROWS.replaceAll(";", "\t"), []],
    ["UTF-16", Buffer.from(`\uFEFF${ROWS}`, "utf16le"), []],
    ["UTF-16 without a mark", Buffer.from(ROWS, "utf16le"), []],
    ["another name of the column", ROWS.replace("tenant", "Reseller Id"), []],
    ["a column that is named", ROWS.replace("tenant", "Mandant"), ["--column", "mandant"]],
    ["empty lines", `${ROWS}\r\n;\r\n`, []],
  ])("takes %s", (_what, content, args) =>
    withResellers(0, withOwnLink, async ({ run, path }, { url }) => {
      await writeFile(join(path, "in.csv"), content);
      const all = ["links", "--from", "in.csv", ...args, "--base-url", url];
      const { stdout, stderr } = await run(all, { env: ENV });

      expect(stderr).toBe("");
      expect(stdout).toContain(linkOf(1));
    }),
  );

  it.each<[string, string | Buffer, string]>([
    [
      "an empty file",
      "",
      "Invalid `--from`: the file is empty; expected CSV with a header line and a line for each reseller.",
    ],
    [
      "no rows",
      "tenant,name\n",
      "Invalid `--from`: the file has only a header line; expected a line for each reseller.",
    ],
    [
      "no column of tenants",
      "customer,name\na,b\n",
      'Invalid `--from`: the header has no column named tenant, tenantId or id, only "customer", "name".',
    ],
    [
      "another encoding",
      Buffer.from(`tenant,name\n${tenant(1)},One\n${tenant(2)},M\u00FCller\n`, "latin1"),
      'Invalid `--from`: line 3 is neither UTF-8 nor UTF-16. Save the file as "CSV UTF-8".',
    ],
    [
      "a workbook",
      Buffer.from("PK\u0003\u0004\u0014"),
      'Invalid `--from`: a workbook of a spreadsheet, not CSV. Save it as "CSV UTF-8", and pass that file.',
    ],
    [
      "a quote that is not closed",
      `tenant,name\n${tenant(1)},"One\n`,
      "Invalid `--from`: a quote is not closed (line 2).",
    ],
  ])("refuses %s, before anything is sent", (_what, content, message) =>
    withResellers(0, withOwnLink, async ({ run, path }, { url, requests }) => {
      await writeFile(join(path, "in.csv"), content);
      const ended = await run(["links", "--from", "in.csv", "--base-url", url], { env: ENV });

      expect(ended).toEqual({ exitCode: 2, stdout: "", stderr: `partner-center: ${message}\n` });
      expect(requests).toEqual([]);
    }),
  );

  it.each([
    ["a folder", (path: string) => mkdir(path), "a folder"],
    ["a pipe", (path: string) => promisify(execFile)("mkfifo", [path]), "not a file"],
  ])("refuses %s, which it does not wait for", (_what, make, words) =>
    withResellers(0, withOwnLink, async ({ run, path }, { url, requests }) => {
      await rm(join(path, "in.csv"));
      await make(join(path, "in.csv"));
      const ended = await run(["links", "--from", "in.csv", "--base-url", url], { env: ENV });

      expect(ended).toEqual({
        exitCode: 2,
        stdout: "",
        stderr: `partner-center: Invalid \`--from\`: ${words}. For a pipe, pass \`--from -\`.\n`,
      });
      expect(requests).toEqual([]);
    }),
  );

  it.each([
    ["the separator of its input", "tenant;name\n", "de_DE.UTF-8", ";"],
    ["the separator of its input in another locale", "tenant,name\n", "de_DE.UTF-8", ","],
  ])("prints for Excel with a byte order mark and %s", (_what, head, LC_ALL, separator) =>
    withResellers(0, withOwnLink, async ({ run, path }, { url }) => {
      await writeFile(join(path, "in.csv"), `${head}${tenant(1)}${separator}One\n`);
      const args = ["links", "--from", "in.csv", "--excel", "--base-url", url];
      const { stdout } = await run(args, { env: { ...ENV, LC_ALL } });

      expect(stdout).toMatch(/^\uFEFFtenant[;,]name[;,]link/);
      expect(stdout).toContain(`\n${tenant(1)}${separator}One${separator}${linkOf(1)}`);
    }),
  );

  it("says that there is no such file", () =>
    withResellers(0, withOwnLink, async ({ run }, { url }) => {
      await expect(
        run(["links", "--from", "none.csv", "--base-url", url], { env: ENV }),
      ).resolves.toEqual(
        failureLine(2, /^partner-center: Cannot read the file of `--from` \(ENOENT\)\.\n$/),
      );
    }));
});

describe("partner-center links ends early", () => {
  it("with 3 when nobody is signed in", () =>
    withResellers(20, withFault(401, {}), async ({ run }, { url }) => {
      const ended = await run(["links", "--from", "in.csv", "--base-url", url], { env: ENV });

      expect(ended).toEqual(failureLine(3, /^partner-center: GET .* failed: 401/));
    }));

  it("with 4 when the service asks for more than anybody waits", () =>
    withResellers(
      20,
      withFault(429, {}, { "Retry-After": "3600" }),
      async ({ run }, { url, requests }) => {
        const ended = await run(["links", "--from", "in.csv", "--base-url", url], { env: ENV });

        expect(ended).toEqual(
          failureLine(4, /^partner-center: GET .* Come back in \d+ (s|min|h); /),
        );
        expect(requests.length).toBeLessThanOrEqual(8);
      },
    ));

  it("with 1, and the command that goes on, when something was done before", () => {
    let isOver = false;
    const handler: Handler = (response, request, index) => {
      isOver ||= index >= 10;
      const answer = isOver ? withFault(429, {}, { "Retry-After": "3600" }) : withOwnLink;
      return answer(response, request, index);
    };
    return withResellers(20, handler, async ({ run }, { url }) => {
      const args = ["links", "--from", "in.csv", "--resume", "links.state", "--base-url", url];
      const ended = await run(args, { env: ENV });
      expect(ended.exitCode).toBe(1);
      expect(ended.stderr).toMatch(
        /^partner-center: GET .* \d+ of 20 are done\. Go on with: partner-center links --from in\.csv --resume links\.state --base-url http:\S+\n$/,
      );
      const done = rowsIn(ended.stdout);
      expect(done.length).toBeGreaterThan(0);
      expect(ended.stderr).toContain(` ${done.length} of 20 are done.`);
    });
  });
});

describe("what partner-center links has done", () => {
  it("is not asked for again with `--resume`, and is printed again", () => {
    const isBroken = { value: true };
    const handler: Handler = (response, request, index) =>
      isBroken.value && numberIn(request) === 3
        ? withFault(403, { code: 20002 })(response, request, index)
        : withOwnLink(response, request, index);
    return withResellers(5, handler, async ({ run }, { url, requests }) => {
      const args = ["links", "--from", "in.csv", "--resume", "links.state", "--base-url", url];
      const first = await run(args, { env: ENV });
      expect(first.exitCode).toBe(1);
      isBroken.value = false;

      const second = await run(args, { env: ENV });

      expect(second.exitCode).toBe(0);
      expect(rowsIn(second.stdout)).toEqual(allLinks(5));
      expect(requests.slice(5).map(numberIn)).toEqual([3]);
    });
  });

  it.each<[string, (file: string, path: string) => Promise<void>, RegExp]>([
    [
      "of other resellers",
      async (_file, path) => appendFile(join(path, "in.csv"), `${tenant(9)},Nine\n`),
      /was written for other resellers or options, so it is not used\. No link/,
    ],
    ["that is none", async (file) => writeFile(file, "my notes\n"), / is damaged, /],
    ["that somebody wrote to", async (file) => appendFile(file, "my notes\n"), / is damaged, /],
    ["with a row of null", async (file) => appendFile(file, "null\n"), / is damaged, /],
    ["that is open to others", async (file) => chmod(file, 0o666), / is open to others /],
    [
      "that is a pipe, which is not waited for",
      async (file) => {
        await rm(file);
        await promisify(execFile)("mkfifo", ["-m", "600", file]);
      },
      / is not a file, /,
    ],
  ])("is refused in a file %s", (_what, change, words) =>
    withResellers(2, withOwnLink, async ({ run, path }, { url, requests }) => {
      const args = ["links", "--from", "in.csv", "--resume", "links.state", "--base-url", url];
      await run(args, { env: ENV });
      await change(join(path, "links.state"), path);

      const ended = await run(args, { env: ENV });

      expect(ended).toEqual(failureLine(2, words));
      expect(requests).toHaveLength(2);
    }),
  );

  it.each<[string, { token?: string; args?: string[] }, RegExp | undefined]>([
    ["the next token of the user", { token: jwt({ ...USER, exp: 4_102_444_801 }) }, undefined],
    ["a user of another partner", { token: jwt({ ...USER, tid: tenant(8) }) }, /another account/],
    ["another user", { token: jwt({ ...USER, oid: "b" }) }, /another account/],
    ["a token without claims", { token: "an-access-token" }, /another account/],
    ["another cloud", { args: ["--cloud", "china"] }, /another cloud/],
    ["another base URL", { args: ["--base-url", "http://localhost:9"] }, /another base URL/],
  ])("is kept for one account at one address: %s", (_what, { token, args = [] }, words) =>
    withResellers(2, withOwnLink, async ({ run }, { url, requests }) => {
      const all = ["links", "--from", "in.csv", "--resume", "links.state"];
      const at = ["--base-url", url];
      await run([...all, ...at], { env: { PARTNER_CENTER_TOKEN: jwt(USER) } });

      const env = { PARTNER_CENTER_TOKEN: token ?? jwt(USER) };
      const isElsewhere = args.includes("--base-url");
      const ended = await run([...all, ...args, ...(isElsewhere ? [] : at)], { env });

      if (words === undefined) {
        expect(rowsIn(ended.stdout)).toEqual(allLinks(2));
      } else {
        expect(ended).toEqual(failureLine(2, words));
      }
      expect(requests).toHaveLength(2);
    }),
  );

  it("is kept for one profile, which the command that goes on names", () => {
    const handler: Handler = (response, request, index) =>
      (index < 1 ? withOwnLink : withFault(429, {}, { "Retry-After": "3600" }))(
        response,
        request,
        index,
      );
    return withTokens(0, ({ url: authority }) =>
      withResellers(2, handler, async (home, { url }) => {
        for (const name of ["sign-in.json", "sign-in-work.json"]) {
          await keepSignIn({ file: home.file.replace("sign-in.json", name) }, authority);
        }
        const args = ["--from", "in.csv", "--resume", "links.state", "--base-url", url];
        const all = ["links", ...args, "--concurrency", "1"];
        const first = await home.run(all, { env: { PARTNER_CENTER_PROFILE: "work" } });
        expect(first.stderr).toMatch(/1 of 2 are done\. Go on with: .* --profile work\n$/);

        expect(await home.run(all)).toEqual(failureLine(2, /another profile/));
      }),
    );
  });

  it("is written by one run at a time: another one waits, and then has nothing to request", () => {
    const held: Array<() => void> = [];
    const handler: Handler = (response, request, index) => {
      held.push(() => withOwnLink(response, request, index));
    };
    return withResellers(2, handler, async ({ run, start, path }, { url, requests }) => {
      const args = ["links", "--from", "in.csv", "--resume", "links.state", "--base-url", url];
      const first = start(args, { env: ENV });
      while (held.length < 2) {
        await new Promise(setImmediate);
      }
      const second = run([...args, "--verbose"], { env: ENV });
      await delay(500, new AbortController().signal);
      for (const answer of held) {
        answer();
      }

      for (const { stdout } of [await first.ended, await second]) {
        expect(rowsIn(stdout)).toEqual(allLinks(2));
      }
      expect(requests).toHaveLength(2);
      expect(readdirSync(path).sort()).toEqual(["in.csv", "links.state"]);
    });
  });

  it("is whole rows after SIGKILL, in the file of `--resume` as well", () => {
    const isStuck = { value: true };
    const handler: Handler = (response, request, index) =>
      isStuck.value && numberIn(request) === 6 ? undefined : withOwnLink(response, request, index);
    return withResellers(9, handler, async ({ run, start, path }, { url, requests }) => {
      const args = ["links", "--from", "in.csv", "--resume", "links.state", "--base-url", url];
      const started = start(args, { env: ENV });
      await started.printed(/Reseller 5,.*\r\n/);
      started.process.kill("SIGKILL");
      const { stdout } = await started.ended;
      expect(rowsIn(stdout)).toEqual(allLinks(5));
      // A row that was cut off when it was written.
      await appendFile(join(path, "links.state"), '{"index":5,"tenant":"4b7a');
      isStuck.value = false;
      const before = requests.length;

      const ended = await run(args, { env: ENV });

      expect(rowsIn(ended.stdout)).toEqual(allLinks(9));
      expect(requests.slice(before).map(numberIn)).toContain(6);
      expect(requests.slice(before).map(numberIn)).not.toContain(1);
      const asked = requests.length;
      expect(rowsIn((await run(args, { env: ENV })).stdout)).toEqual(allLinks(9));
      expect(requests).toHaveLength(asked);
    });
  });

  it("is written at Ctrl-C, what waits for its turn too, with the command that goes on", () => {
    const isStuck = { value: true };
    const handler: Handler = (response, request, index) =>
      isStuck.value && [2, 4].includes(numberIn(request))
        ? undefined
        : withOwnLink(response, request, index);
    return withResellers(5, handler, async ({ run, start, path }, { url, requests }) => {
      const env = { ...ENV, TMPDIR: path };
      const started = start(["links", "--from", "in.csv", "--base-url", url], { env });
      await started.printed(/Reseller 1,/);
      while (kept(path) < 3) {
        await new Promise(setImmediate);
      }
      started.process.kill("SIGINT");
      const { exitCode, stdout, stderr } = await started.ended;
      expect(exitCode).toBe(130);
      expect(rowsIn(stdout).map(([number]) => number)).toEqual([1, 3, 5]);
      const [, command = ""] =
        /^partner-center: Interrupted: 3 of 5 are done\. Go on with: partner-center (.*)\n$/.exec(
          stderr,
        ) ?? [];
      isStuck.value = false;

      const ended = await run(command.split(" "), { env: ENV });

      expect(rowsIn(ended.stdout)).toEqual(allLinks(5));
      expect(requests.slice(5).map(numberIn).sort()).toEqual([2, 4]);
    });
  });

  it("is whole rows when the disk is full", () =>
    withResellers(200, withOwnLink, async ({ path }, { url }) => {
      const command = `ulimit -f 20; exec '${process.execPath}' '${BIN}' links --from in.csv --resume links.state --base-url '${url}' > out.csv`;
      const env = { PATH: process.env.PATH, HOME: path, ...ENV };
      const { code, stderr } = await promisify(execFile)("bash", ["-c", command], {
        cwd: path,
        env,
      }).catch((error) => error);

      expect(code).toBe(1);
      expect(stderr).toMatch(
        /could not be (kept|written).*\(EFBIG\)\. \d+ of 200 are done\. Go on with: /,
      );
      for (const file of ["out.csv", "links.state"]) {
        expect(await readFile(join(path, file), "utf8")).toMatch(/\n$/);
      }
    }));

  it("is whole rows when nobody reads on; then the rest is not requested and the code is 141", () =>
    withResellers(2_000, withOwnLink, async ({ path }, { url, requests }) => {
      const command = `{ '${process.execPath}' '${BIN}' links --from in.csv --base-url '${url}'; echo $? >&2; } | head -3`;
      const env = { PATH: process.env.PATH, HOME: path, TMPDIR: path, ...ENV };
      const { stdout, stderr } = await promisify(execFile)("bash", ["-c", command], {
        cwd: path,
        env,
      });

      expect(stderr).toBe("141\n");
      expect(rowsIn(stdout).map(([number]) => number)).toEqual([1, 2]);
      expect(requests.length).toBeLessThan(2_000);
      expect(readdirSync(path)).toEqual(["in.csv"]);
    }));

  it("ends with the code of a row that failed, though nobody reads on", () =>
    withResellers(2_000, except({ 1: withFault(400, {}) }), async ({ path }, { url }) => {
      const command = `{ '${process.execPath}' '${BIN}' links --from in.csv --base-url '${url}'; echo $? >&2; } | head -3`;
      const env = { PATH: process.env.PATH, HOME: path, TMPDIR: path, ...ENV };
      const { stderr } = await promisify(execFile)("bash", ["-c", command], { cwd: path, env });

      expect(stderr).toBe("partner-center: 1 of 2000 links failed.\n1\n");
    }));

  it.each([
    ["all is done", {}],
    ["all but one is done", { 2: withFault(403, {}) }],
  ])("leaves nothing behind when %s", (_what, others) =>
    withResellers(2, except(others), async ({ run, path }, { url }) => {
      const env = { ...ENV, TMPDIR: path };
      await run(["links", "--from", "in.csv", "--base-url", url], { env });

      expect(readdirSync(path)).toEqual(["in.csv"]);
    }),
  );
});

/** How many links the file that keeps them has, in a folder of its own in this one. */
function kept(folder: string): number {
  const [own] = readdirSync(folder).filter((name) => name.startsWith("partner-center-"));
  return own === undefined
    ? 0
    : readFileSync(join(folder, own, "links.state"), "utf8").split('"link":').length - 1;
}
