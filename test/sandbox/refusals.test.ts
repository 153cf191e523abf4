import { createSandboxFetch } from "partner-center-client/sandbox";
import { examples } from "../../generated/examples.js";
import { jwt } from "../jwt.js";
import { LINK_URL, linkRequest } from "./requests.js";

const ORIGIN = "https://api.partnercenter.microsoft.com";

describe("the sandbox, asked for what the service does not have", () => {
  it.each([
    "/",
    "/v1/subscriptions",
    "/v1/customers/relationshiprequests/",
    "/v2/customers/relationshiprequests",
    "/v{version}/customers/relationshiprequests",
    "/partner-center/v1/customers/relationshiprequests",
  ])("answers 404 for %s", async (path) => {
    const response = await createSandboxFetch()(new URL(path, ORIGIN), linkRequest());

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ statusCode: 404, message: "Resource not found." });
  });

  it("finds the operation behind the path of a base URL that it is told of", async () => {
    const fetch = createSandboxFetch("link", { basePath: "/partner-center" });

    const found = await fetch(
      `${ORIGIN}/partner-center/v1/customers/relationshiprequests`,
      linkRequest(),
    );
    const lost = await fetch(linkRequest());

    expect([found.status, lost.status]).toEqual([200, 404]);
  });

  it("answers 405 for POST, and says what it allows", async () => {
    const response = await createSandboxFetch()(linkRequest({}, { method: "POST", body: "{}" }));

    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("GET");
    expect(response.headers.has("MS-RequestId")).toBe(false);
  });
});

describe("the sandbox, asked with a token that the service refuses", () => {
  it.each([undefined, "", "Bearer", "Basic dXNlcjpwYXNz"])(
    "answers 401 and asks for a bearer token, for Authorization %j",
    async (authorization) => {
      const headers = authorization === undefined ? {} : { Authorization: authorization };

      const response = await createSandboxFetch()(LINK_URL, { headers });

      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
      expect(await response.json()).toEqual(examples.AccessDenied);
    },
  );

  it.each([
    { idtyp: "app" },
    { scp: undefined, appid: "4990cffe-04e8-4e8b-808a-1175604b879f" },
    { scp: undefined, azp: "4990cffe-04e8-4e8b-808a-1175604b879f" },
  ])("answers 403 with code 900329 for the token of an app alone, %j", async (claims) => {
    const response = await createSandboxFetch()(
      linkRequest({ Authorization: `Bearer ${jwt(claims)}` }),
    );

    expect(response.status).toBe(403);
    expect(await response.json()).toEqual(examples.AppOnlyToken);
  });

  it("answers 401 with code 900421 for a token without multifactor authentication", async () => {
    const token = jwt({ amr: ["pwd"], name: "Zoë" });

    const response = await createSandboxFetch()(linkRequest({ Authorization: `Bearer ${token}` }));

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual(examples.MfaRequired);
  });

  it.each([
    "opaque",
    "a.b.c",
    `a.${btoa("null")}.c`,
    jwt(),
    jwt({ appid: "4990cffe-04e8-4e8b-808a-1175604b879f" }),
    jwt({ scp: undefined, amr: undefined, idtyp: undefined }),
  ])("accepts the token %s", async (token) => {
    const response = await createSandboxFetch()(linkRequest({ Authorization: `bearer ${token}` }));

    expect(response.status).toBe(200);
  });
});

describe("the sandbox, asked for a media type", () => {
  it.each([
    ["application/json", "application/json"],
    ["*/*", "application/json"],
    ["Application/*;q=0.5, text/html", "application/json"],
    ["application/json, text/json, application/xml, text/xml", "application/json"],
    ["text/json", "text/json"],
    ["text/*, application/json;q=0", "text/json"],
  ])("answers Accept: %s with %s", async (accept, type) => {
    const response = await createSandboxFetch()(linkRequest({ Accept: accept }));

    expect(response.headers.get("Content-Type")).toBe(`${type}; charset=utf-8`);
  });

  it.each(["application/xml", "text/xml, application/xml", "text/html"])(
    "answers 406 for Accept: %s, as no source shows XML",
    async (accept) => {
      const response = await createSandboxFetch()(linkRequest({ Accept: accept }));

      expect(response.status).toBe(406);
      expect(await response.json()).toEqual({
        statusCode: 406,
        message: "The sandbox answers in JSON only.",
      });
    },
  );
});
