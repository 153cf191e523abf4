import { createPartnerCenterClient } from "partner-center-client";
import { failed } from "../failed.js";

/** The failure of a call that this reply answers. */
const failureOf = (reply: Response) =>
  failed(
    createPartnerCenterClient({
      credential: () => "a-token",
      retry: false,
      fetch: async () => reply,
    }).getRelationshipRequestLink(),
  );
const fault = (body: string) => new Response(body, { status: 400, statusText: "Bad Request" });

describe("the message of a failure", () => {
  it("leaves out a code that would write a line of its own, and says so", async () => {
    const body = { code: "1\nGET /forged failed: 200", description: "Both were given." };

    const error = await failureOf(fault(JSON.stringify(body)));

    expect(error.code).toBeUndefined();
    expect(error.message).toContain(
      ' failed: 400, "Both were given.", without its `code`, which is not one short word. Check',
    );
  });

  it.each(["", '{"url":"https://adm'])(
    "blames no proxy for %j, where MS-ServerId shows that the service answered",
    async (body) => {
      const headers = { "Content-Type": "application/json", "MS-ServerId": "030020643" };
      const error = await failureOf(new Response(body, { headers }));

      expect(error).toMatchObject({ reason: "malformed-response", serverId: "030020643" });
      expect(error.message).toContain("Try again later.");
      expect(error.message).not.toContain("proxy");
      await expect(failureOf(new Response(body))).resolves.toHaveProperty(
        "message",
        expect.stringContaining("such as a proxy"),
      );
    },
  );

  it.each<[status: number, title: string, shown: string]>([
    [200, "Sign in to the network", "Sign in to the network"],
    [502, " Bad\n\tgateway\u0007 ", "Bad gateway"],
    [403, `Blocked: a-token ${"word ".repeat(40)}`, "Blocked: [redacted] word word word"],
  ])(
    "quotes the title of a page with %d, in a short line and without secrets",
    async (status, title, shown) => {
      const page = `<!DOCTYPE html><html><head><TITLE>${title}</TITLE></head><body>a-token</body></html>`;
      const headers = { "Content-Type": "text/html" };
      const error = await failureOf(new Response(page, { status, headers }));

      expect(error.message).toContain(`, titled "${shown}`);
      expect(error.message).not.toContain("a-token");
      expect(/titled "(.*?)"/.exec(error.message)?.[1]?.length).toBeLessThanOrEqual(80);
    },
  );

  it.each([
    ["a code of 900 kB", `{"code":"${"x".repeat(900_000)}"}`],
    ["a description of 900 kB", `{"description":"${"x".repeat(900_000)}"}`],
    ["data of 900 kB", `{"data":["${"x".repeat(900_000)}"]}`],
  ])("stays short after %s", async (_what, body) => {
    const error = await failureOf(fault(body));

    expect(error.message.length).toBeLessThan(2_000);
    expect(error).toMatchObject({ reason: "invalid-request", status: 400 });
  });

  it("leaves out data of 100,000 levels, and says so", async () => {
    const levels = 100_000;

    const error = await failureOf(fault(`{"data":${"[".repeat(levels)}${"]".repeat(levels)}}`));

    expect(error.data).toBeUndefined();
    expect(error.message).toContain(
      ' failed: 400, "Bad Request", without its `data`, which is deeper than 10 levels. Check',
    );
  });

  it("is one line, whatever the description, the reason phrase and the content type hold", async () => {
    const forged = "a\u001b[2J\u009b2Jb\u2028c\u202ed\ne";
    const described = await failureOf(fault(JSON.stringify({ description: forged })));
    const phrased = await failureOf(
      Object.defineProperty(new Response("", { status: 400 }), "statusText", { value: forged }),
    );
    const typed = await failureOf(
      new Response("{}", { headers: { "Content-Type": `text/\u009bm${" x".repeat(200)}` } }),
    );

    expect(described.message).toContain('400, "a [2J 2Jb c d e".');
    expect(phrased.message).toContain('400, "a [2J 2Jb c d e".');
    expect(typed.message).toContain(`200 text/ m${" x".repeat(60)} …, 2 bytes`);
  });
});
