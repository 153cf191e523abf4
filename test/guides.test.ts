import { readFile, writeFile } from "node:fs/promises";
import { createPartnerCenterClient, PartnerCenterError } from "partner-center-client";
import { scenarios } from "partner-center-client/sandbox";
import { operations } from "../generated/operations.js";
import { compile } from "./compile.js";
import { ROOT, withCopy } from "./copy.js";
import { guideExamples, guides, guideText } from "./examples.js";
import { failed } from "./failed.js";
import { jwt } from "./jwt.js";
import { example, withFault } from "./replies.js";
import { withServer } from "./server.js";
import { bundledSpec } from "./spec/bundle.js";

describe("the examples of the guides", () => {
  it("compile", async () => {
    const examples = await Promise.all(
      (await guides()).map(async (guide) =>
        (await guideExamples(guide)).map(({ code }, index) => ({
          name: `${guide}-${index}.ts`,
          code,
        })),
      ),
    ).then((all) => all.flat());

    expect(examples.length).toBeGreaterThan(1);
    await withCopy([], async (directory) => {
      const files = examples.map(({ name }) => `${directory}/${name}`);
      await Promise.all(files.map((file, index) => writeFile(file, examples[index]?.code ?? "")));

      await expect(compile(files)).resolves.toEqual([]);
    });
    // The declarations of what they import are large.
  }, 120_000);

  it("of stores are shorter than twelve lines", async () => {
    const examples = await guideExamples("sign-in-for-services");
    const stores = examples.filter(({ code }) => code.includes("export const store: TokenStore"));

    expect(stores).toHaveLength(2);
    for (const { code } of stores) {
      expect(code.trimEnd().split("\n").length).toBeLessThan(12);
    }
  });
});

describe("the guides", () => {
  it("name every option of a client", async () => {
    const guide = await guideText("the-library");
    const client = await readFile(`${ROOT}src/client.ts`, "utf8");
    const tracking = await readFile(`${ROOT}src/middleware/tracking-headers.ts`, "utf8");
    const options = [...`${client}${tracking}`.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(
      ([, name]) => name,
    );

    expect(options.length).toBeGreaterThan(10);
    for (const option of options.filter((name) => name !== "randomUUID")) {
      expect(guide).toMatch(new RegExp(`^\\| \`${option}\` +\\|`, "m"));
    }
  });

  it("name every operation, and who signs in for it", async () => {
    const guide = await guideText("the-library");
    const description = await bundledSpec();
    const rows = operations.map(({ operationId, method, path }) => {
      const { security = description.security } = description.paths[path][method.toLowerCase()];
      const ways = security.map((way: object) => ("appPlusUser" in way ? "App+User" : "App"));
      return `| \`${operationId}\` | ${method} \`${path}\` | ${ways.sort().join(", ")} |`;
    });

    expect(guide.match(/^\| `\w+` \| [A-Z]+ `.*$/gm)?.sort()).toEqual(rows.sort());
  });

  it("name every scenario of the sandbox", async () => {
    const guide = await guideText("testing-with-the-sandbox");

    for (const [name, answer] of Object.entries(scenarios)) {
      expect(guide).toContain(`| \`${name}\` | ${answer} |`);
    }
  });

  it("name every reason, and every field, of an error", async () => {
    const guide = await guideText("errors-and-what-to-do");
    const source = await readFile(`${ROOT}src/failure/error.ts`, "utf8");
    const reasons = [...source.matchAll(/^ {2}\| "([\w-]+)"/gm)].map(([, reason]) => reason);
    const ids = { requestId: "", correlationId: "", cv: "", serverId: "" };
    const error = new PartnerCenterError("", { reason: "network", attempts: 1, ...ids });
    const fields = Object.keys(error);

    expect(reasons.length).toBeGreaterThan(5);
    for (const reason of reasons) {
      expect(guide).toContain(`\n| \`${reason}\` | `);
    }
    for (const field of fields.filter((name) => name !== "name")) {
      expect(guide).toMatch(new RegExp(`^\\|[^|]*\`${field}\`[^|]*\\|`, "m"));
    }
  });

  it("have the defaults of retries", async () => {
    const guide = await guideText("errors-and-what-to-do");
    const source = await readFile(`${ROOT}src/transport/retry.ts`, "utf8");
    const [, options = ""] = /interface RetryOptions \{(.*?)^\}/ms.exec(source) ?? [];
    const defaults = options.matchAll(/@default (\S+)[^@]*?readonly (maxRetries|maxDelayMs)/g);

    const rows = Array.from(
      defaults,
      ([, value = "", name]) => `| \`${name}\` | ${value.replace("_", ",")} |`,
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(guide).toContain(row);
    }
  });

  it("show the message of an error as it is", () =>
    withServer(withFault(403, example("AppOnlyToken")), async ({ url }) => {
      const guide = await guideText("errors-and-what-to-do");
      const token = jwt({ idtyp: "app", scp: undefined });
      const client = createPartnerCenterClient({ credential: () => token, baseUrl: url });
      const headers = {
        "ms-requestid": "ee519026-4c67-4113-bec7-a38aca621bf0",
        "ms-correlationid": "02971f0f-1029-47b2-9fdb-1932f0987470",
      };

      const { message } = await failed(client.getRelationshipRequestLink({}, { headers }));

      expect(guide).toContain(message.replace(url, "https://api.partnercenter.microsoft.com"));
    }));
});
