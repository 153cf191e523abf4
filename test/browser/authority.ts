import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider from "oidc-provider";
import { PUBLIC_CLIENT_ID, SCOPE, TENANT_ID, TOKEN_PATH } from "../auth/app.js";
import { createMemoryAdapter } from "../auth/provider.js";

/** An authorization server at which a user signs in with a browser, and what has arrived at its token endpoint. */
export interface BrowserAuthority {
  readonly authority: string;
  readonly codes: string[];
  /** Tokens, codes and verifiers, none of which may show. */
  readonly secrets: string[];
}

export const OTHER_TENANT = "0b7d5c1e-2f48-4a6b-9d3e-8c1f7a2b4e60";

const USERS: Readonly<Record<string, Record<string, string>>> = {
  ada: { tid: TENANT_ID, name: "Ada Lovelace", preferred_username: "ada@contoso.com" },
  grace: { tid: OTHER_TENANT, name: "Grace Hopper", preferred_username: "grace@fabrikam.com" },
};
const REFUSALS: Readonly<Record<string, { error: string; error_description: string }>> = {
  decline: { error: "access_denied", error_description: "AADSTS65004: User declined to consent." },
  approval: {
    error: "access_denied",
    error_description: "AADSTS90094: The grant needs an administrator.",
  },
};
const INTERACTION = /^\/interaction\/[\w-]+(?:\?choice=(\w+))?$/;
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Runs `use` with an oidc-provider that has the addresses of Entra ID, and a page with a link for each choice. */
export async function withBrowserAuthority<Result>(
  use: (authority: BrowserAuthority) => Promise<Result>,
): Promise<Result> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("The server has no port.");
  }
  const authority = `http://127.0.0.1:${address.port}`;
  const codes: string[] = [];
  const secrets: string[] = [];
  const provider = createProvider(`${authority}/${TENANT_ID}/v2.0`);
  provider.use(async (context, next) => {
    await next();
    if (context.path === TOKEN_PATH) {
      const { code = "", code_verifier = "" } = context.oidc.body ?? {};
      codes.push(String(code));
      const reply: Record<string, unknown> = Object(context.body);
      const tokens = [reply.access_token, reply.refresh_token, reply.id_token];
      secrets.push(...[code, code_verifier, ...tokens].filter(isText));
    }
  });
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const [path, choice = ""] = INTERACTION.exec(request.url ?? "") ?? [];
    if (path === undefined) {
      return answer(request, response);
    }
    if (choice === "") {
      const links = [...Object.keys(USERS), ...Object.keys(REFUSALS)]
        .map((name) => `<p><a href="?choice=${name}">${name}</a></p>`)
        .join("");
      return response.setHeader("Content-Type", "text/html").end(links);
    }
    return provider.interactionFinished(
      request,
      response,
      REFUSALS[choice] ?? { login: { accountId: choice }, consent: {} },
    );
  });
  try {
    return await use({ authority, codes, secrets });
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function createProvider(issuer: string): Provider {
  return new Provider(issuer, {
    adapter: createMemoryAdapter("once"),
    claims: { openid: ["sub", "tid"], profile: ["name", "preferred_username"] },
    clients: [
      {
        client_id: PUBLIC_CLIENT_ID,
        application_type: "native",
        grant_types: ["authorization_code", "refresh_token"],
        redirect_uris: ["http://localhost"],
        response_types: ["code"],
        token_endpoint_auth_method: "none",
      },
    ],
    // Entra ID has the user's names in the ID token, and not only at another endpoint.
    conformIdTokenClaims: false,
    cookies: { keys: ["a-key-of-the-tests"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...USERS[accountId] }),
    }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: () => true,
    jwks: { keys: [privateKey.export({ format: "jwk" })] },
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc;
      const grant = new oidc.provider.Grant({
        accountId: session?.accountId ?? "",
        clientId: client?.clientId ?? "",
      });
      grant.addOIDCScope(`openid profile offline_access ${SCOPE}`);
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    routes: { authorization: `/${TENANT_ID}/oauth2/v2.0/authorize`, token: TOKEN_PATH },
    scopes: ["openid", "profile", "offline_access", SCOPE],
    ttl: {
      AccessToken: 3600,
      Grant: 86_400,
      IdToken: 3600,
      RefreshToken: 86_400,
      Session: 3600,
      Interaction: 600,
    },
  });
}
