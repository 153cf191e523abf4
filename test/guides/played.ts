import { startSandboxServer } from "../../src/sandbox/server/server.js";
import { guideExamples, runExample } from "../examples.js";

/** The one example of a guide with these words in it. */
export async function exampleWith(guide: string, words: string): Promise<string> {
  const found = (await guideExamples(guide)).filter(({ code }) => code.includes(words));
  expect(found).toHaveLength(1);
  return found[0]?.code ?? "";
}

/** Runs an example against a served sandbox, after `before` has been done there. */
export async function played(
  code: string,
  before: (url: string) => Promise<unknown> = async () => {},
) {
  const server = await startSandboxServer();
  try {
    await before(server.url);
    return await runExample(code, { SERVICE: server.url });
  } finally {
    await server.close();
  }
}

/** What happens elsewhere: a customer opens the link of the partner. */
export async function accept(url: string): Promise<void> {
  const headers = { Authorization: "Bearer any-token" };
  const reply = await fetch(`${url}/v1/customers/relationshiprequests`, { headers });
  const { url: link } = await reply.json();
  const body = JSON.stringify({ link });
  expect(
    (
      await fetch(`${url}/sandbox/accept`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      })
    ).status,
  ).toBe(200);
}
