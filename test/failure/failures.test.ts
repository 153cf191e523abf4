import { createPartnerCenterClient, getRelationshipRequestLink } from "partner-center-client";
import { failed } from "../failed.js";

/** The failure of a call that this reply answers. */
const failureOf = (reply: Response) =>
  failed(
    getRelationshipRequestLink(
      createPartnerCenterClient({
        credential: () => "a-token",
        retry: false,
        fetch: async () => reply,
      }),
    ),
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
