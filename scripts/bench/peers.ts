import { fileURLToPath } from "node:url";
import type { Ops } from "./generated/redocly.js";
import { type Contender, check, headers, ids, PATH, QUERY, TOKEN } from "./work.js";

const generated = (file: string) => fileURLToPath(new URL(`generated/${file}`, import.meta.url));

/** What a user would pick instead. */
export const peers: Contender[] = [
  {
    name: "hey-api, fetch client",
    packageName: "@hey-api/openapi-ts",
    program: `import { getRelationshipRequestLink } from ${JSON.stringify(generated("hey-api/sdk.gen.ts"))};
console.log(await getRelationshipRequestLink({ path: { version: "1" } }));`,
    retries: false,
    async open(baseUrl) {
      const { createClient: createHeyClient } = await import("./generated/hey-api/client/index.js");
      const { getRelationshipRequestLink: getByHey } = await import(
        "./generated/hey-api/sdk.gen.js"
      );
      const client = createHeyClient({ baseUrl, auth: () => TOKEN });
      return async () => {
        const { data } = await getByHey({
          client,
          path: { version: "1" },
          query: QUERY,
          headers: ids(),
        });
        check(data);
      };
    },
  },
  {
    name: "redocly generate-client",
    packageName: "@redocly/cli",
    program: `import { getRelationshipRequestLink } from ${JSON.stringify(generated("redocly.ts"))};
console.log(await getRelationshipRequestLink({ path: { version: "1" } }));`,
    retries: true,
    async open(baseUrl, retries) {
      const { createClient: createRedoclyClient, OPERATIONS } = await import(
        "./generated/redocly.js"
      );
      const client = createRedoclyClient<Ops>(OPERATIONS, {
        serverUrl: baseUrl,
        auth: { bearer: () => TOKEN },
        retry: { retries: retries ? 1 : 0, retryDelay: 0 },
      });
      return async () => {
        const sent = { path: { version: "1" as const }, query: QUERY };
        check(await client.getRelationshipRequestLink(sent, { headers: ids() }));
      };
    },
  },
  {
    name: "@azure-rest/core-client",
    packageName: "@azure-rest/core-client",
    imports: import.meta.resolve("@azure-rest/core-client"),
    program: `import { getClient } from "@azure-rest/core-client";
console.log(await getClient("https://localhost").path("/").get());`,
    retries: true,
    async open(baseUrl, retries) {
      const { getClient } = await import("@azure-rest/core-client");
      // Its credential policy sends no token over http, loopback included, so that the header is set here.
      const client = getClient(baseUrl, {
        allowInsecureConnection: true,
        retryOptions: { maxRetries: retries ? 1 : 0, retryDelayInMs: 0 },
      });
      return async () => {
        const { status, body } = await client
          .path(PATH)
          .get({ headers: headers(), queryParameters: QUERY });
        if (status !== "200") {
          throw new Error(`status ${status}`);
        }
        check(body);
      };
    },
  },
  {
    name: "axios",
    packageName: "axios",
    imports: import.meta.resolve("axios"),
    program: `import axios from "axios"; console.log((await axios.get("https://localhost")).data);`,
    retries: false,
    async open(baseURL) {
      const { default: axios } = await import("axios");
      const client = axios.create({ baseURL });
      return async () => {
        check((await client.get(PATH, { params: QUERY, headers: headers() })).data);
      };
    },
  },
  {
    name: "ky",
    packageName: "ky",
    imports: import.meta.resolve("ky"),
    program: `import ky from "ky"; console.log(await ky("https://localhost").json());`,
    retries: true,
    async open(prefixUrl, retries) {
      const { default: ky } = await import("ky");
      const client = ky.create({
        prefixUrl,
        retry: retries ? { limit: 1, delay: () => 0 } : { limit: 0 },
      });
      return async () => {
        const searchParams = QUERY;
        check(await client.get(PATH.slice(1), { searchParams, headers: headers() }).json());
      };
    },
  },
  {
    name: "got",
    packageName: "got",
    imports: import.meta.resolve("got"),
    program: `import got from "got"; console.log(await got("https://localhost").json());`,
    retries: true,
    async open(prefixUrl, retries) {
      const { default: got } = await import("got");
      const client = got.extend({
        prefixUrl,
        retry: {
          limit: retries ? 1 : 0,
          calculateDelay: ({ computedValue }) => computedValue && 1,
        },
      });
      return async () => {
        const searchParams = QUERY;
        check(await client.get(PATH.slice(1), { searchParams, headers: headers() }).json());
      };
    },
  },
  {
    name: "ofetch",
    packageName: "ofetch",
    imports: import.meta.resolve("ofetch"),
    program: `import { ofetch } from "ofetch"; console.log(await ofetch("https://localhost"));`,
    retries: true,
    async open(baseURL, retries) {
      const { ofetch } = await import("ofetch");
      const client = ofetch.create({ baseURL, retry: retries ? 1 : 0, retryDelay: 0 });
      return async () => {
        check(await client(PATH, { query: QUERY, headers: headers() }));
      };
    },
  },
];
