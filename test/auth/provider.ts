import { generateKeyPairSync } from "node:crypto";
import Provider, { type Adapter, type AdapterPayload, type ClientMetadata } from "oidc-provider";
import {
  ASSERTING_CLIENT_ID,
  CLIENT_ID,
  CLIENT_SECRET,
  DEVICE_CODE_PATH,
  PUBLIC_CLIENT_ID,
  SCOPE,
  TOKEN_PATH,
} from "./app.js";

const CLIENTS: ClientMetadata[] = [
  {
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    token_endpoint_auth_method: "client_secret_post",
  },
  { client_id: PUBLIC_CLIENT_ID, token_endpoint_auth_method: "none" },
  {
    client_id: ASSERTING_CLIENT_ID,
    client_secret: CLIENT_SECRET,
    token_endpoint_auth_method: "client_secret_jwt",
  },
];

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** How often a refresh token may be redeemed. Entra ID does not mind; other servers end the session at the second time. */
export type Redemptions = "once" | "often";

/** Makes an OAuth 2 server with the addresses of Entra ID, which gives a new refresh token each time. */
export function createProvider(issuer: string, redemptions: Redemptions): Provider {
  return new Provider(issuer, {
    adapter: createMemoryAdapter(redemptions),
    clients: CLIENTS.map((client) => ({
      ...client,
      grant_types: ["refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
      redirect_uris: [],
      response_types: [],
    })),
    clientAuthMethods: ["client_secret_post", "client_secret_jwt", "none"],
    cookies: { keys: ["not used here"] },
    features: { deviceFlow: { enabled: true }, devInteractions: { enabled: false } },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    issueRefreshToken: () => true,
    jwks: { keys: [privateKey.export({ format: "jwk" })] },
    rotateRefreshToken: true,
    routes: { token: TOKEN_PATH, device_authorization: DEVICE_CODE_PATH },
    scopes: ["offline_access", SCOPE],
    ttl: { AccessToken: 3600, DeviceCode: 900, Grant: 86_400, RefreshToken: 86_400 },
  });
}

// The one that comes with the library is shared by all providers of a process, and warns that it is there.
export function createMemoryAdapter(redemptions: Redemptions): (model: string) => Adapter {
  const entries = new Map<string, AdapterPayload>();
  const byProperty = (name: keyof AdapterPayload, value: string) =>
    [...entries.values()].find((payload) => payload[name] === value);

  return (model) => ({
    async upsert(id, payload) {
      entries.set(`${model}:${id}`, payload);
    },
    async find(id) {
      return entries.get(`${model}:${id}`);
    },
    async findByUserCode(userCode) {
      return byProperty("userCode", userCode);
    },
    async findByUid(uid) {
      return byProperty("uid", uid);
    },
    async consume(id) {
      const payload = entries.get(`${model}:${id}`);
      if (payload !== undefined && redemptions === "once") {
        payload.consumed = Math.floor(Date.now() / 1000);
      }
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, payload] of entries) {
        if (payload.grantId === grantId) {
          entries.delete(key);
        }
      }
    },
  });
}
