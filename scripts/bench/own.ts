import { fileURLToPath, pathToFileURL } from "node:url";
import type { UndiciFetch } from "../../dist/esm/src/undici/index.js";
import type { paths } from "../../generated/openapi.js";
import type { SlowCredential } from "./figures.js";
import { BARE, CLIENT, CLIENT_ON_UNDICI, LOGGED_CLIENT, RAW } from "./names.js";
import { type Call, type Contender, CV, check, headers, PATH, QUERY, TOKEN } from "./work.js";

const query = String(new URLSearchParams(QUERY));

const DIST = fileURLToPath(new URL("../../dist/esm/src/", import.meta.url));
const program = (more = "", options = "") => `
import { createPartnerCenterClient } from ${JSON.stringify(`${DIST}index.js`)};
${more}
const client = createPartnerCenterClient({ credential: () => "token"${options} });
console.log(await client.getRelationshipRequestLink());`;

/**
 * This client and what it is made of: all that a quick run measures. Each imports what it needs when it is opened, as it
 * has a process of its own.
 */
export const own: Contender[] = [
  {
    name: "undici request",
    packageName: "undici",
    imports: import.meta.resolve("undici"),
    program: `import { request } from "undici"; console.log(await (await request("http://localhost")).body.json());`,
    retries: false,
    async open(baseUrl) {
      const { Agent, request } = await import("undici");
      const dispatcher = new Agent({ connections: 50 });
      return async () => {
        const url = `${baseUrl}${PATH}?${query}`;
        const { statusCode, body } = await request(url, { dispatcher, headers: headers() });
        if (statusCode !== 200) {
          throw new Error(`status ${statusCode}`);
        }
        check(await body.json());
      };
    },
  },
  {
    name: RAW,
    retries: true,
    open: (baseUrl, retries) => async () => {
      const init = { headers: headers() };
      let response = await fetch(`${baseUrl}${PATH}?${query}`, init);
      if (retries && response.status === 503) {
        await response.body?.cancel();
        response = await fetch(`${baseUrl}${PATH}?${query}`, init);
      }
      if (!response.ok) {
        throw new Error(`status ${response.status}`);
      }
      check(await response.json());
    },
  },
  {
    name: BARE,
    packageName: "openapi-fetch",
    imports: import.meta.resolve("openapi-fetch"),
    program: `import createClient from "openapi-fetch"; console.log(await createClient().GET("/"));`,
    retries: false,
    async open(baseUrl) {
      const { default: createClient } = await import("openapi-fetch");
      const client = createClient<paths, "application/json">({ baseUrl });
      return async () => {
        const { data } = await client.GET("/v{version}/customers/relationshiprequests", {
          params: { path: { version: "1" }, query: QUERY },
          headers: headers(),
        });
        check(data);
      };
    },
  },
  {
    name: CLIENT,
    imports: pathToFileURL(`${DIST}index.js`).href,
    program: program(),
    retries: true,
    open: (baseUrl, retries) => openClient(baseUrl, { retries }),
  },
  {
    name: LOGGED_CLIENT,
    retries: true,
    open: (baseUrl, retries) => openClient(baseUrl, { retries, onAttempt: () => undefined }),
  },
  {
    name: CLIENT_ON_UNDICI,
    program: program(
      `import { createUndiciFetch } from ${JSON.stringify(`${DIST}undici/index.js`)};`,
      ", fetch: createUndiciFetch()",
    ),
    retries: true,
    async open(baseUrl, retries) {
      const { createUndiciFetch } = await import("../../dist/esm/src/undici/index.js");
      return openClient(baseUrl, { retries, fetch: createUndiciFetch() });
    },
  },
];

/** Makes the function that makes one call of this client. */
export async function openClient(
  baseUrl: string,
  options: {
    retries?: boolean;
    fetch?: UndiciFetch;
    credential?: SlowCredential;
    onAttempt?: () => void;
  } = {},
): Promise<Call> {
  const { createPartnerCenterClient } = await import("../../dist/esm/src/index.js");
  const { retries = false, fetch, credential = withToken, onAttempt } = options;
  const client = createPartnerCenterClient({
    baseUrl,
    fetch,
    credential,
    onAttempt,
    cv: () => CV,
    retry: retries ? { maxDelayMs: 0 } : false,
  });
  return async () => check(await client.getRelationshipRequestLink(QUERY));
}

async function withToken() {
  return { token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 };
}
