import { operations } from "../../generated/operations.js";
import { COMMANDS } from "../../src/cli/commands/index.js";
import { guideExamples, guideText, runExample } from "../examples.js";
import { LINK, withLink } from "../replies.js";
import { withServer } from "../server.js";

const GUIDE = "coming-from-elsewhere";

describe("the guide for those who come from elsewhere", () => {
  it("prints the same link with plain fetch and with the library, for the same call", async () => {
    const [before = "", after = ""] = (await guideExamples(GUIDE)).map(({ code }) => code);

    for (const code of [before, after]) {
      await withServer(withLink, async ({ url, requests }) => {
        const { stdout, stderr } = await runExample(code, { SERVICE: url });

        expect({ stdout, stderr }).toEqual({ stdout: `${LINK.url}\n`, stderr: "" });
        expect(requests).toMatchObject([
          {
            method: "GET",
            url: "/v1/customers/relationshiprequests",
            headers: { accept: "application/json", authorization: "Bearer any-token" },
          },
        ]);
      });
    }
  });

  it("names commands that there are", async () => {
    const commands = (await guideText(GUIDE)).matchAll(/`partner-center ([\w-]+)/g);
    const names = Array.from(commands, ([, name = ""]) => name);

    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !COMMANDS.some((command) => command.name === name))).toEqual([]);
  });

  it("names methods and operations that there are", async () => {
    const guide = await guideText(GUIDE);
    const methods = Array.from(guide.matchAll(/`client\.(\w+)\(/g), ([, id]) => id);
    const [, sentence = ""] = /they are the operations (.*)\.$/m.exec(guide) ?? [];
    const ids = Array.from(sentence.matchAll(/`(\w+)`/g), ([, id]) => id);

    expect(methods).toHaveLength(7);
    expect(methods.filter((id) => !operations.some((one) => one.operationId === id))).toEqual([]);
    expect(ids).toHaveLength(4);
    expect(ids.filter((id) => !operations.some((one) => one.operationId === id))).toEqual([]);
  });
});
