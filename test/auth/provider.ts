import { generateKeyPairSync } from "node:crypto";
import Provider, { type Adapter, type AdapterPayload, type ClientMetadata } from "oidc-provider";

export const TENANT_ID = "8c2f0b54-7a31-4a9e-b7f5-90c1d3e6f2a8";
export const CLIENT_ID = "5f0e2a6d-1b7c-4d38-9e42-6a8d3c7f1b90";
export const PUBLIC_CLIENT_ID = "c9a4e7b2-3d60-4f15-8b2c-7e1d5a9f0463";
export const ASSERTING_CLIENT_ID = "e1b6d3f8-9c25-4a70-a4d7-2f8b0c6e5913";
/** The secret of both confidential apps; one of them signs its assertions with it. */
export const CLIENT_SECRET = "a-client-secret-of-32-characters";
export const SCOPE = "https://api.partnercenter.microsoft.com/user_impersonation";
export const TOKEN_PATH = `/${TENANT_ID}/oauth2/v2.0/token`;
export const DEVICE_CODE_PATH = `/${TENANT_ID}/oauth2/v2.0/devicecode`;

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

/** Makes an OAuth 2 server with the addresses of Entra ID. It rotates refresh tokens, and takes none of them twice. */
export function createProvider(issuer: string): Provider {
  return new Provider(issuer, {
    adapter: createMemoryAdapter(),
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
function createMemoryAdapter(): (model: string) => Adapter {
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
      if (payload !== undefined) {
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
