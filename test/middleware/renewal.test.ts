import {
  createPartnerCenterClient,
  type TokenCredential,
  traceOf,
  unwrap,
} from "partner-center-client";
import { createUndiciFetch } from "partner-center-client/undici";
import { assembleClient } from "../../src/client.js";
import { bearerAuth } from "../../src/middleware/bearer-auth.js";
import { createClient } from "../../src/openapi-fetch.js";
import { delay } from "../../src/transport/delay.js";
import { countingCredential } from "../credentials.js";
import { failed } from "../failed.js";
import { withRawServer } from "../faults/raw-server.js";
import { jwt } from "../jwt.js";
import { example, LINK, serviceHeaders, withFault, withLink } from "../replies.js";
import { type Handler, type TestServer, withServer } from "../server.js";
import { VirtualClock } from "../virtual-clock.js";

/** Answers 401 to the tokens that are named, and with the link to others. */
function refusing(tokens: string[], headers: Record<string, string> = {}): Handler {
  return (response, request, index) => {
    if (tokens.includes(request.headers.authorization?.replace("Bearer ", "") ?? "")) {
      response.writeHead(401, { ...serviceHeaders(request), ...headers }).end();
      return;
    }
    withLink(response, request, index);
  };
}

/** An API with a body, which the one described here has not. */
interface AnyPaths {
  "/anything": {
    get: { responses: { 200: { content: { "application/json": object } } } };
    put: {
      requestBody: { content: { "application/json": object } };
      responses: { 200: { content: { "application/json": object } } };
    };
  };
}

const APP_ONLY = jwt({ idtyp: "app", scp: undefined });

const clientOf = (credential: TokenCredential, { url }: TestServer) =>
  createPartnerCenterClient({ credential, baseUrl: url });

const sentIds = ({ requests }: TestServer) =>
  requests.map(({ headers }) => headers["ms-requestid"]);

describe("a call that is answered with 401, again", () => {
  it("keeps the authorization of its caller, though it is a token of the client", () =>
    withServer(
      (response, request, index) =>
        index === 0 ? withLink(response, request, index) : response.writeHead(401).end(),
      async ({ url, requests }) => {
        const credential = countingCredential(Date.now);
        const client = createPartnerCenterClient({ credential, baseUrl: url });
        await client.getRelationshipRequestLink();
        const headers = { Authorization: requests[0]?.headers.authorization };
        const call = client.getRelationshipRequestLink({}, { headers });

        await expect(failed(call)).resolves.toMatchObject({ reason: "sign-in", attempts: 1 });
        expect(requests).toHaveLength(2);
      },
    ));

  it("is renewed for each of many calls, each with a token of its own", () => {
    const seen = new Set<string | undefined>();
    return withServer(
      (response, request, index) => {
        const id = request.headers["ms-requestid"];
        if (seen.has(id)) {
          withLink(response, request, index);
        } else {
          seen.add(id);
          response.writeHead(401).end();
        }
      },
      async ({ url }) => {
        const client = createPartnerCenterClient({
          credential: () => crypto.randomUUID(),
          baseUrl: url,
        });
        const calls = Array.from({ length: 48 }, () => client.getRelationshipRequestLink());

        await expect(Promise.all(calls)).resolves.toHaveLength(48);
      },
    );
  });

  it.each(["2", "3600"])(
    "is sent no earlier than its Retry-After of %s s asks",
    async (seconds) => {
      const clock = new VirtualClock();
      const times: number[] = [];
      let tokens = 0;
      const client = assembleClient(
        {
          credential: () => `token-${++tokens}`,
          fetch: async () => {
            times.push(clock.monotonic());
            return times.length === 1
              ? new Response(null, { status: 401, headers: { "Retry-After": seconds } })
              : Response.json(LINK);
          },
        },
        clock,
      );
      const outcome = await clock.until(
        client.getRelationshipRequestLink().catch((error: unknown) => error),
      );

      if (seconds === "2") {
        expect(outcome).toEqual(LINK);
        expect(times[1]).toBeGreaterThanOrEqual(2_000);
      } else {
        expect(outcome).toMatchObject({ reason: "sign-in", status: 401 });
        expect(times).toHaveLength(1);
      }
    },
  );

  it("ends with the 401 when the renewal has used the time up", async () => {
    const clock = new VirtualClock();
    let tokens = 0;
    let sent = 0;
    const client = assembleClient(
      {
        credential: async () => {
          tokens += 1;
          await clock.delay(tokens === 1 ? 0 : 700);
          return `token-${tokens}`;
        },
        timeoutMs: 200,
        retry: { budgetMs: 500 },
        fetch: async () => {
          sent += 1;
          return new Response(null, { status: 401 });
        },
      },
      clock,
    );
    const outcome = await clock.until(
      client.getRelationshipRequestLink().catch((error: unknown) => error),
    );

    expect(outcome).toMatchObject({ reason: "sign-in", status: 401, attempts: 1 });
    expect(sent).toBe(1);
  });
});

describe("a call that is answered with 401", () => {
  it("is sent once more with another token, under the same ids", () =>
    withServer(refusing(["a-token-1"]), async (server) => {
      const credential = countingCredential(Date.now);
      const client = clientOf(credential, server);

      await client.getRelationshipRequestLink();
      await client.getRelationshipRequestLink();

      expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
        "Bearer a-token-1",
        "Bearer a-token-2",
        "Bearer a-token-2",
      ]);
      const [first, second] = server.requests;
      expect(second?.url).toBe(first?.url);
      expect(second?.headers).toEqual({ ...first?.headers, authorization: "Bearer a-token-2" });
      expect(credential.asked).toHaveLength(2);
    }));

  it("passes the claims challenge on to the credential", () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString("base64")}"`;

    return withServer(
      refusing(["a-token-1"], { "WWW-Authenticate": challenge }),
      async (server) => {
        const credential = countingCredential(Date.now);

        await clientOf(credential, server).getRelationshipRequestLink();

        expect(credential.asked.map(({ options }) => options)).toEqual([
          {},
          { forceRefresh: true, claims },
        ]);
      },
    );
  });

  it("is not sent again when the credential has no other token", () =>
    withServer(refusing(["a-token"]), async (server) => {
      let asked = 0;
      const credential: TokenCredential = {
        getToken: async () => {
          asked += 1;
          return { token: "a-token", expiresOnTimestamp: Date.now() + 3_600_000 };
        },
      };

      const error = await failed(clientOf(credential, server).getRelationshipRequestLink());

      expect(error).toMatchObject({ reason: "sign-in", status: 401, attempts: 1 });
      expect(server.requests).toHaveLength(1);
      expect(asked).toBe(2);
    }));

  it("is not sent a third time", () =>
    withServer(refusing(["a-token-1", "a-token-2"]), async (server) => {
      const error = await failed(
        clientOf(countingCredential(Date.now), server).getRelationshipRequestLink(),
      );

      expect(error).toMatchObject({ reason: "sign-in", status: 401, attempts: 2 });
      expect(error.message).toContain("failed after 2 attempts: 401");
      expect(new Set(sentIds(server)).size).toBe(1);
      expect(server.requests).toHaveLength(2);
    }));

  it.each<[string, Handler]>([
    ["code 900421", withFault(401, example("MfaRequired"))],
    [
      "the reason phrase of 2019",
      (response) => response.writeHead(401, "Unauthorized - MFA required").end(),
    ],
  ])("is not sent again when multifactor authentication is missing (%s)", (_form, handler) =>
    withServer(handler, async (server) => {
      const credential = countingCredential(Date.now);
      const error = await failed(clientOf(credential, server).getRelationshipRequestLink());

      expect(error).toMatchObject({ reason: "mfa-required", attempts: 1 });
      expect(credential.asked).toHaveLength(1);
      expect(server.requests).toHaveLength(1);
    }),
  );

  it("is not sent again with a token of the caller's own", () =>
    withServer(refusing(["mine"]), async (server) => {
      const credential = countingCredential(Date.now);
      const headers = { Authorization: "Bearer mine" };
      const call = clientOf(credential, server).getRelationshipRequestLink({}, { headers });

      await expect(failed(call)).resolves.toMatchObject({ status: 401 });
      expect(credential.asked).toEqual([]);
    }));

  const raw401 = (head: string) => Buffer.from(`HTTP/1.1 401 ${head}\r\nConnection: close\r\n\r\n`);
  it.each([
    ["a reason phrase in Chinese", raw401("未授权\r\nContent-Length: 0")],
    ["a body that is no gzip", raw401("No\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n")],
    ["a body that breaks off", raw401("No\r\nContent-Length: 9")],
    ["a body of 2 MB", raw401("No\r\nContent-Length: 2000000")],
  ])("is sent once more with another token after %s", (_what, refusal) => {
    const found = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n";
    return withRawServer(
      (socket, index) => socket.end(index === 0 ? refusal : `${found}{"url":"a b"}`),
      async ({ port, requests }) => {
        const client = createPartnerCenterClient({
          credential: countingCredential(Date.now),
          baseUrl: `http://127.0.0.1:${port}`,
        });

        await expect(client.getRelationshipRequestLink()).resolves.toEqual({ url: "a b" });
        expect(requests.map((request) => /Bearer (\S+)/i.exec(request)?.[1])).toEqual([
          "a-token-1",
          "a-token-2",
        ]);
      },
    );
  });

  it("is sent once more after an empty body that is said to be gzip, over undici too", () =>
    withServer(refusing(["a-token-1"], { "Content-Encoding": "gzip" }), async ({ url }) => {
      const fetch = createUndiciFetch();
      const credential = countingCredential(Date.now);
      const client = createPartnerCenterClient({ credential, baseUrl: url, fetch });

      await expect(client.getRelationshipRequestLink()).resolves.toHaveProperty("url");
      expect(credential.asked).toHaveLength(2);
      await fetch.close();
    }));

  it("says why when the credential has no token any more, and asks it again for the next call", () =>
    withServer(refusing(["a-token-1"]), async (server) => {
      let asked = 0;
      const cause = new Error("AADSTS700082: The refresh token has expired.");
      const credential: TokenCredential = {
        getToken: async () => {
          asked += 1;
          if (asked === 2) {
            throw cause;
          }
          return { token: `a-token-${asked}`, expiresOnTimestamp: Date.now() + 3_600_000 };
        },
      };
      const client = clientOf(credential, server);

      const error = await failed(client.getRelationshipRequestLink());

      const sent = server.requests[0]?.headers ?? {};
      const [requestId, correlationId] = [sent["ms-requestid"], sent["ms-correlationid"]];
      const serverId = "030020643";
      expect(error).toMatchObject({ reason: "sign-in", status: 401, attempts: 1, cause, serverId });
      expect(error.message).toBe(
        `GET ${server.url}/v1/customers/relationshiprequests failed: 401, "Unauthorized", not sent again, because the credential gave ` +
          "no usable token (AADSTS700082: The refresh token has expired.). Sign in again, or check the credential. " +
          "The token is not a readable JWT, as access tokens for Partner Center are. " +
          `(MS-RequestId: ${requestId}, MS-CorrelationId: ${correlationId}, MS-CV: jbYZRWjU3E262f8o.0, MS-ServerId: ${serverId})`,
      );
      expect(error.hints).toHaveLength(1);
      await client.getRelationshipRequestLink();
      expect(asked).toBe(3);
    }));

  it("is sent again with its body", () =>
    withServer(refusing(["a-token-1"]), async (server) => {
      const client = clientOf(countingCredential(Date.now), server);

      const { response } = await client.PUT("/webhooks/v{version}/registration", {
        params: { path: { version: "1" } },
        body: { WebhookUrl: "https://hooks.fabrikam.com/" },
      });

      expect(response.status).toBe(200);
      expect(server.requests.map(({ body }) => body)).toEqual([
        '{"WebhookUrl":"https://hooks.fabrikam.com/"}',
        '{"WebhookUrl":"https://hooks.fabrikam.com/"}',
      ]);
    }));

  it("is sent again when middleware of the user replaced the request", () =>
    withServer(refusing(["a-token-1"]), async (server) => {
      const client = clientOf(countingCredential(Date.now), server);
      client.use({
        onRequest: ({ request }) =>
          new Request(request, { headers: [...request.headers, ["X-Extra", "yes"]] }),
      });

      const { response } = await client.GET("/v{version}/customers/relationshiprequests", {
        params: { path: { version: "1" } },
      });

      expect(response.status).toBe(200);
      expect(server.requests.map(({ headers }) => headers["x-extra"])).toEqual(["yes", "yes"]);
    }));

  it("counts on when the second pass fails", () =>
    withServer(
      (response, _request, index) =>
        index === 0 ? response.writeHead(401).end() : response.destroy(),
      async (server) => {
        const client = createPartnerCenterClient({
          credential: countingCredential(Date.now),
          baseUrl: server.url,
          retry: { maxRetries: 2, maxDelayMs: 1 },
        });

        const error = await failed(client.getRelationshipRequestLink());

        expect(error).toMatchObject({ reason: "network", attempts: 4 });
        expect(error.message).toContain("failed after 4 attempts");
        expect(server.requests).toHaveLength(4);
      },
    ));

  it("is neither retried nor shown with its token when the call has a fetch of its own", async () => {
    const client = createPartnerCenterClient({ credential: () => "first-secret" });
    const call = client.GET("/v{version}/customers/relationshiprequests", {
      params: { path: { version: "1" } },
      fetch: async ({ headers }) =>
        Response.json({ description: `Not ${headers.get("Authorization")}` }, { status: 401 }),
    });

    const error = await failed(unwrap(call));

    expect(error).toMatchObject({ attempts: 1, description: "Not Bearer [redacted]" });
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  it("asks again when the renewal that was under way brings the refused token", () =>
    withServer(refusing(["refused"]), async (server) => {
      const asked: unknown[] = [];
      const credential: TokenCredential = {
        getToken: async (_scopes, options) => {
          asked.push(options);
          await new Promise((resolve) => setTimeout(resolve, 20));
          return {
            token: options?.forceRefresh ? "fresh" : "refused",
            expiresOnTimestamp: Date.now() + 3_600_000,
          };
        },
      };

      const client = clientOf(credential, server);
      await Promise.all([client.getRelationshipRequestLink(), client.getRelationshipRequestLink()]);

      expect(asked).toEqual([{}, { forceRefresh: true }]);
    }));

  it("asks once when many calls get claims challenges that differ", () =>
    withServer(
      (response, request, index) => {
        if (request.headers.authorization !== "Bearer a-token-1") {
          withLink(response, request, index);
          return;
        }
        const claims = Buffer.from(`{"access_token":{"nbf":{"value":"${index}"}}}`).toString(
          "base64",
        );
        response.writeHead(401, { "WWW-Authenticate": `Bearer claims="${claims}"` }).end();
      },
      async (server) => {
        const credential = countingCredential(Date.now);
        const client = clientOf(credential, server);

        await Promise.all(Array.from({ length: 50 }, () => client.getRelationshipRequestLink()));

        expect(credential.asked).toHaveLength(2);
      },
    ));

  it("passes the claims challenge on also when a renewal without it is under way", () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const challenge = `Bearer claims="${Buffer.from(claims).toString("base64")}"`;
    const refused = refusing(["a-token-1", "a-token-2"], { "WWW-Authenticate": challenge });
    const handler: Handler = (response, request, index) =>
      (index === 0 ? withLink : refused)(response, request, index);

    return withServer(handler, async (server) => {
      const clock = { now: 0 };
      const shortly = () => new Promise((resolve) => setTimeout(resolve, 20));
      const credential = countingCredential(() => 0, 3_600_000, shortly);
      const client = assembleClient(
        { credential, baseUrl: server.url },
        { delay, now: () => clock.now, monotonic: () => performance.now(), random: () => 0 },
      );
      await client.getRelationshipRequestLink();
      clock.now = 3_590_000;

      const { response } = await client.GET("/v{version}/customers/relationshiprequests", {
        params: { path: { version: "1" } },
      });

      expect(response.status).toBe(200);
      expect(credential.asked.map(({ options }) => options)).toEqual([
        {},
        {},
        { forceRefresh: true, claims },
      ]);
    });
  });

  it("is not sent again with a token that middleware of the user's put in place of the client's", () =>
    withServer(refusing(["the-user's"]), async (server) => {
      const credential = countingCredential(Date.now);
      const client = clientOf(credential, server);
      client.use({
        onRequest: ({ request }) => request.headers.set("Authorization", "Bearer the-user's"),
      });

      const error = await failed(client.getRelationshipRequestLink());

      expect(error).toMatchObject({ status: 401, attempts: 1 });
      expect(server.requests).toHaveLength(1);
    }));

  it("says what is wrong with the token also when the caller set it", () =>
    withServer(refusing([APP_ONLY]), async (server) => {
      const headers = { Authorization: `Bearer ${APP_ONLY}` };
      const client = clientOf(countingCredential(Date.now), server);

      const error = await failed(client.getRelationshipRequestLink({}, { headers }));

      expect(error.hints).toContain(
        "The token is of an app alone; sign a user in instead (App+User).",
      );
    }));

  it("keeps what the service said when the credential has no token any more", () =>
    withServer(
      withFault(401, { code: "900420", description: "Invalid audience" }),
      async (server) => {
        let asked = 0;
        const credential = () => {
          asked += 1;
          return asked === 1 ? "a-token" : undefined;
        };
        const client = createPartnerCenterClient({ credential, baseUrl: server.url });

        const error = await failed(client.getRelationshipRequestLink());

        expect(error).toMatchObject({ status: 401, code: "900420", reason: "sign-in" });
        expect(error.message).toContain(
          'failed: 401, code 900420, "Invalid audience", not sent again, ' +
            "because the credential gave no usable token (it returned undefined).",
        );
      },
    ));

  it("ends as it should when the network fails the second time", () =>
    withServer(
      (response, _request, index) =>
        index === 0 ? response.writeHead(401).end() : response.destroy(),
      async (server) => {
        const client = createPartnerCenterClient({
          credential: countingCredential(Date.now),
          baseUrl: server.url,
          retry: false,
        });

        await expect(failed(client.getRelationshipRequestLink())).resolves.toMatchObject({
          reason: "network",
        });
      },
    ));

  it("ends with the caller's reason when it is aborted while the token is renewed", () =>
    withServer(refusing(["a-token-1"]), async (server) => {
      const controller = new AbortController();
      const reason = new Error("the user left");
      let asked = 0;
      const credential: TokenCredential = {
        getToken: () => {
          asked += 1;
          if (asked === 2) {
            controller.abort(reason);
            return new Promise(() => undefined);
          }
          return Promise.resolve({
            token: "a-token-1",
            expiresOnTimestamp: Date.now() + 3_600_000,
          });
        },
      };
      const init = { signal: controller.signal };

      await expect(clientOf(credential, server).getRelationshipRequestLink({}, init)).rejects.toBe(
        reason,
      );
    }));
});

// So many calls take a busy machine its time.
const LONG_MS = 180_000;

describe("1,000 calls at once", () => {
  it(
    "ask for one token when there is none",
    () =>
      withServer(withLink, async (server) => {
        const credential = countingCredential(Date.now);
        const client = clientOf(credential, server);

        await Promise.all(Array.from({ length: 1_000 }, () => client.getRelationshipRequestLink()));

        expect(credential.asked).toHaveLength(1);
        expect(server.requests).toHaveLength(1_000);
      }),
    LONG_MS,
  );

  it(
    "ask for one more when the token has ended",
    () =>
      withServer(withLink, async (server) => {
        const clock = { now: 0 };
        const credential = countingCredential(() => clock.now);
        const client = createClient<AnyPaths>({ baseUrl: server.url });
        client.use(bearerAuth({ credential, now: () => clock.now }));
        await client.GET("/anything");
        clock.now += 3_600_000;

        await Promise.all(Array.from({ length: 1_000 }, () => client.GET("/anything")));

        expect(credential.asked).toHaveLength(2);
        expect(server.requests).toHaveLength(1_001);
      }),
    LONG_MS,
  );

  it(
    "are sent twice at most when the first token is refused, under one id each",
    () =>
      withServer(refusing(["a-token-1"]), async (server) => {
        const credential = countingCredential(Date.now);
        const client = clientOf(credential, server);

        await Promise.all(Array.from({ length: 1_000 }, () => client.getRelationshipRequestLink()));

        const counts = new Map<string | undefined, number>();
        for (const id of sentIds(server)) {
          counts.set(id, (counts.get(id) ?? 0) + 1);
        }
        expect(counts.size).toBe(1_000);
        expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
        expect(credential.asked).toHaveLength(2);
      }),
    LONG_MS,
  );
});

describe("a refusal", () => {
  it.each([
    [
      "an app alone",
      { idtyp: "app", scp: undefined },
      "The token is of an app alone; sign a user in instead (App+User).",
    ],
    [
      "another resource",
      { aud: "https://graph.windows.net" },
      "The token is meant for https://graph.windows.net, not for https://api.partnercenter.microsoft.com.",
    ],
    [
      "no multifactor authentication",
      { amr: ["pwd"] },
      "The token does not say that its user passed multifactor authentication (no `mfa` in `amr`).",
    ],
  ])("hints at a token of %s, without showing it", (_what, claims, hint) =>
    withServer(withFault(403, example("AppOnlyToken")), async ({ url }) => {
      const token = jwt(claims);
      const client = createPartnerCenterClient({ credential: () => token, baseUrl: url });

      const error = await failed(client.getRelationshipRequestLink());

      expect(error.hints).toEqual([hint]);
      expect(error.message).toContain(` ${hint} (MS-RequestId`);
      expect(JSON.stringify(error) + error.stack).not.toContain(token.split(".")[1]);
    }),
  );

  it("hints at nothing when nothing can be seen", () =>
    withServer(withFault(401, {}), async ({ url }) => {
      const client = createPartnerCenterClient({ credential: () => jwt(), baseUrl: url });

      await expect(failed(client.getRelationshipRequestLink())).resolves.toMatchObject({
        hints: [],
      });
    }));

  it("hints at the token of the second pass", () =>
    withServer(refusing([jwt({ amr: [] }), jwt({ exp: 0 })]), async ({ url }) => {
      const tokens = [jwt({ amr: [] }), jwt({ exp: 0 })];
      const client = createPartnerCenterClient({ credential: () => tokens.shift(), baseUrl: url });

      await expect(failed(client.getRelationshipRequestLink())).resolves.toMatchObject({
        hints: ["The token expired at 1970-01-01T00:00:00.000Z."],
        attempts: 2,
      });
    }));
});

describe("validateMfa", () => {
  it.each([
    ["true", true],
    ["False", false],
    ["perhaps", undefined],
  ])("asks, and reads the answer %s", (answer, mfaCompliant) =>
    withServer(
      (response, request, index) => {
        response.setHeader("isMfaCompliant", answer);
        withLink(response, request, index);
      },
      async ({ url, requests }) => {
        const client = createPartnerCenterClient({
          credential: () => "a-token",
          baseUrl: url,
          validateMfa: true,
        });

        const { response } = await client.GET("/v{version}/customers/relationshiprequests", {
          params: { path: { version: "1" } },
        });

        expect(requests[0]?.headers.validatemfa).toBe("true");
        expect(traceOf(response).mfaCompliant).toBe(mfaCompliant);
      },
    ),
  );

  it("does not ask unless told to", () =>
    withServer(withLink, async (server) => {
      await clientOf(countingCredential(Date.now), server).getRelationshipRequestLink();

      expect(server.requests[0]?.headers).not.toHaveProperty("validatemfa");
    }));
});
