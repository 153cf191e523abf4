import { guideExamples, runExample } from "../examples.js";
import { example, withFault } from "../replies.js";
import { type Handler, withServer } from "../server.js";

async function printed(handler: Handler) {
  const [{ code = "" } = {}] = await guideExamples("errors-and-what-to-do");
  return withServer(handler, ({ url }) => runExample(code, { SERVICE: url }));
}

describe("the guide to errors", () => {
  it("has an example that asks for another sign-in when the token is refused", async () => {
    const { stdout, stderr } = await printed(withFault(401, example("AccessDenied")));

    expect(stdout).toBe("");
    expect(stderr).toMatch(/^Sign in again\./);
  });

  it("has an example that prints the message of any other failure", async () => {
    const { stdout, stderr } = await printed(withFault(403, example("AppOnlyToken")));

    expect(stdout).toBe("");
    expect(stderr).toMatch(/^GET https:\/\/.* failed: 403, code 900329, /);
  });
});
