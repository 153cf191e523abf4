import { once } from "node:events";
import { createServer } from "node:http";
import type Provider from "oidc-provider";
import { withServer } from "../server.js";
import { CLIENT_ID, CLIENT_SECRET, DEVICE_CODE_PATH, SCOPE, TENANT_ID, TOKEN_PATH } from "./app.js";
import { createProvider, type Redemptions } from "./provider.js";

/** An OAuth 2 server on loopback, and what has arrived at its token endpoint. */
export interface AuthorizationServer {
  readonly authority: string;
  readonly issuer: string;
  /** The forms, in order. */
  readonly tokenRequests: URLSearchParams[];
  /** The replies, in order. */
  readonly tokenReplies: Readonly<Record<string, unknown>>[];
  /** Signs a user in to an app, without the code under test and uncounted, and gives the refresh token. */
  signIn(app?: () => Record<string, string>): Promise<string>;
  /** Does what a user does who enters the code and agrees. */
  approve(userCode: string): Promise<void>;
  /** Does what a user does who enters the code and does not agree. */
  decline(userCode: string): Promise<void>;
}

/** Runs `use` with an authorization server, and closes it afterwards. */
export async function withAuthorizationServer<Result>(
  use: (server: AuthorizationServer) => Promise<Result>,
  redemptions: Redemptions = "once",
): Promise<Result> {
  const inner = createServer();
  inner.listen(0, "127.0.0.1");
  await once(inner, "listening");
  const address = inner.address();
  if (address === null || typeof address === "string") {
    throw new Error("The server has no port.");
  }
  const innerUrl = `http://127.0.0.1:${address.port}`;
  const tokenRequests: URLSearchParams[] = [];
  const tokenReplies: Readonly<Record<string, unknown>>[] = [];
  try {
    // The server in front sees and counts what comes and goes; the one behind stays as its library made it.
    return await withServer(
      async (response, { method, url, headers, body }) => {
        const { accept = "", "content-type": type = "" } = headers;
        const reply = await fetch(innerUrl + url, {
          method,
          headers: { accept, "content-type": type },
          body,
        });
        const text = await reply.text();
        if (url === TOKEN_PATH) {
          tokenRequests.push(new URLSearchParams(body));
          tokenReplies.push(JSON.parse(text));
        }
        response.writeHead(reply.status, { "Content-Type": "application/json" }).end(text);
      },
      ({ url }) => {
        const issuer = `${url}/${TENANT_ID}`;
        const provider = createProvider(issuer, redemptions);
        inner.on("request", provider.callback());
        const user = actionsOf(provider, innerUrl);
        return use({ authority: url, issuer, tokenRequests, tokenReplies, ...user });
      },
    );
  } finally {
    inner.closeAllConnections();
    inner.close();
    await once(inner, "close");
  }
}

function actionsOf(
  provider: Provider,
  url: string,
): Pick<AuthorizationServer, "signIn" | "approve" | "decline"> {
  const findCode = async (userCode: string) => {
    const code = await provider.DeviceCode.findByUserCode(userCode.replaceAll("-", ""));
    if (code === undefined) {
      throw new Error("There is no such user code.");
    }
    return code;
  };
  const approve = async (userCode: string) => {
    const code = await findCode(userCode);
    const grant = new provider.Grant({ accountId: "a-user", clientId: code.clientId });
    grant.addOIDCScope(`offline_access ${SCOPE}`);
    Object.assign(code, {
      accountId: "a-user",
      authTime: Math.floor(Date.now() / 1000),
      grantId: await grant.save(),
      scope: `offline_access ${SCOPE}`,
    });
    await code.save();
  };
  const post = async (path: string, form: Record<string, string>) => {
    const body = new URLSearchParams(form);
    const response = await fetch(url + path, { method: "POST", body });
    const reply: Record<string, string> = await response.json();
    return reply;
  };
  return {
    approve,
    async decline(userCode) {
      const code = await findCode(userCode);
      code.error = "access_denied";
      await code.save();
    },
    async signIn(app = () => ({ client_id: CLIENT_ID, client_secret: CLIENT_SECRET })) {
      const asked = { ...app(), scope: `offline_access ${SCOPE}` };
      const { device_code = "", user_code = "" } = await post(DEVICE_CODE_PATH, asked);
      await approve(user_code);
      const grant_type = "urn:ietf:params:oauth:grant-type:device_code";
      const { refresh_token = "" } = await post(TOKEN_PATH, { ...app(), grant_type, device_code });
      return refresh_token;
    },
  };
}
