import { createPartnerCenterClient, unwrap } from "partner-center-client";
import { failed } from "./failed.js";
import { example, LINK, withFault, withLink } from "./replies.js";
import { withServer } from "./server.js";

const PATH = "/v{version}/customers/relationshiprequests";
const params = { path: { version: "1" as const } };
const clientOf = (baseUrl: string) =>
  createPartnerCenterClient({ credential: () => "a-token", baseUrl, retry: false });

describe("unwrap", () => {
  it("gives the data of a call", () =>
    withServer(withLink, async ({ url }) => {
      await expect(unwrap(clientOf(url).GET(PATH, { params }))).resolves.toEqual(LINK);
    }));

  it("gives the data of a reply", () =>
    withServer(withLink, async ({ url }) => {
      const reply = await clientOf(url).GET(PATH, { params });

      await expect(unwrap(reply)).resolves.toEqual(LINK);
    }));

  it("throws for a failure what a method throws", () =>
    withServer(withFault(404, example("TenantNotFound")), async ({ url }) => {
      const error = await failed(unwrap(clientOf(url).GET(PATH, { params })));

      expect(error).toMatchObject({ reason: "no-relationship", status: 404, code: "60003" });
      expect(error.message).toContain(`GET ${url}/v1/customers/relationshiprequests failed: 404`);
    }));

  it("throws for an empty failure, whose error is falsy", () =>
    withServer(
      (response) => response.writeHead(401, { "Content-Length": 0 }).end(),
      async ({ url }) => {
        const reply = await clientOf(url).GET(PATH, { params });

        expect(reply.error).toBeUndefined();
        await expect(failed(unwrap(reply))).resolves.toMatchObject({ reason: "sign-in" });
      },
    ));

  it("explains a failure that came through another client", async () => {
    const response = new Response(null, { status: 500 });
    const error = await failed(unwrap({ error: example<unknown>("ServiceFailure"), response }));

    expect(error.message).toBe(
      'The call failed: 500, code 800003, "The service met a condition that it did not expect." Try again later.',
    );
  });
});
