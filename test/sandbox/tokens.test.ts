import { createSandbox, createSandboxFetch } from "partner-center-client/sandbox";
import { examples } from "../../generated/examples.js";
import { jwt } from "../jwt.js";

const NOW = Date.parse("2025-11-12T09:28:43Z");
const PATH = "/v1/customers/relationshiprequests";
const GLOBAL = "https://api.partnercenter.microsoft.com";
const CHINA = "https://partner.partnercenterapi.microsoftonline.cn";

const sandboxes = {
  createSandbox: () => createSandbox({ now: () => NOW }).fetch,
  createSandboxFetch: () => createSandboxFetch("link", { now: () => NOW }),
};

describe.each(Object.entries(sandboxes))("a token for %s", (_name, make) => {
  const answer = async (claims: object, origin = GLOBAL) => {
    const headers = { Authorization: `Bearer ${jwt(claims)}` };
    const response = await make()(`${origin}${PATH}`, { headers });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

  it("is refused with 401 once it has expired, with the time", async () => {
    const { status, headers, body } = await answer({ exp: NOW / 1000 - 1 });

    expect(status).toBe(401);
    expect(headers.get("WWW-Authenticate")).toBe('Bearer error="invalid_token"');
    expect(body).toEqual({
      ...examples.AccessDenied,
      description: "The token expired at 2025-11-12T09:28:42.000Z.",
    });
  });

  it("is taken a second before it expires", async () => {
    expect((await answer({ exp: NOW / 1000 + 1 })).status).toBe(200);
  });

  it.each(["https://graph.microsoft.com", "https://graph.windows.net", CHINA])(
    "is refused with 401 when it is meant for %s",
    async (aud) => {
      const { status, body } = await answer({ aud });

      expect(status).toBe(401);
      expect(body.description).toMatch(/^The token is meant for /);
    },
  );

  it.each([
    [CHINA, { aud: CHINA, iss: "https://sts.chinacloudapi.cn/1/" }, 200],
    [CHINA, { aud: GLOBAL }, 401],
    [GLOBAL, { iss: "https://login.microsoftonline.us/1/v2.0" }, 200],
    ["http://127.0.0.1:8080", { aud: CHINA, iss: "https://sts.chinacloudapi.cn/1/" }, 200],
    ["http://127.0.0.1:8080", { aud: "https://graph.microsoft.com" }, 401],
  ])("for %s with the claims %j gets %i", async (origin, claims, status) => {
    expect((await answer(claims, origin)).status).toBe(status);
  });
});
