import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Server } from "proxy-chain";
import { generate } from "selfsigned";
import { LINK, withLink } from "../replies.js";
import { run } from "../run.js";
import { withServer } from "../server.js";

/** What a proxy was asked for: where to, and as whom. */
interface Asked {
  readonly target: string;
  readonly user: string;
  readonly isTunnel: boolean;
}

const VARIABLES = [
  "HTTPS_PROXY",
  "https_proxy",
  "HTTP_PROXY",
  "http_proxy",
  "NO_PROXY",
  "no_proxy",
];
const NO_VARIABLES = Object.fromEntries(VARIABLES.map((name) => [name, undefined]));

let directory: string;
let certificate: { key: string; cert: string };
beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  certificate = { key, cert };
  directory = await mkdtemp(join(tmpdir(), "partner-center-client-"));
  await writeFile(join(directory, "cert.pem"), cert);
});
afterAll(() => rm(directory, { recursive: true }));

const call = (baseUrl: string, options: object, env: NodeJS.ProcessEnv = {}) =>
  run("tsx", ["test/undici/call.ts", baseUrl, JSON.stringify(options)], {
    env: {
      ...NO_VARIABLES,
      NODE_EXTRA_CA_CERTS: join(directory, "cert.pem"),
      ...env,
    },
  });

/** Runs `use` with a forward proxy that lets `user` in with "p@ss word", and the https address of the service. */
async function withProxy(
  use: (proxy: { port: number; asked: Asked[] }, service: string) => Promise<void>,
): Promise<void> {
  const asked: Asked[] = [];
  const proxy = new Server({
    host: "127.0.0.1",
    port: 0,
    prepareRequestFunction: ({ hostname, port, username, password, isHttp }) => {
      asked.push({ target: `${hostname}:${port}`, user: username, isTunnel: !isHttp });
      return { requestAuthentication: username !== "user" || password !== "p@ss word" };
    },
  });
  await proxy.listen();
  try {
    await withTls((service) => use({ port: proxy.port, asked }, service));
  } finally {
    await proxy.close(true);
  }
}

/** Runs `use` with the service over https. */
async function withTls(use: (service: string) => Promise<void>): Promise<void> {
  const server = createServer(certificate, (_request, response) => {
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(LINK));
  });
  server.keepAliveTimeout = 600_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  try {
    await use(`https://localhost:${typeof address === "object" ? address?.port : ""}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("a process", () => {
  it.each([
    ["directly", false],
    ["through a proxy", true],
  ])("ends while it keeps a connection %s", (_how, isProxied) =>
    withProxy(async ({ port }, service) => {
      const proxy = isProxied && `http://user:p%40ss%20word@127.0.0.1:${port}`;

      await expect(call(service, { proxy })).resolves.toMatchObject({
        exitCode: 0,
        stdout: `${LINK.url}\n`,
      });
    }),
  );
});

describe("a proxy", () => {
  it.each<[string, (proxy: string) => [options: object, env: NodeJS.ProcessEnv]]>([
    ["`proxy`", (proxy) => [{ proxy }, { NO_PROXY: "*" }]],
    ["HTTPS_PROXY", (proxy) => [{}, { HTTPS_PROXY: proxy }]],
    ["https_proxy", (proxy) => [{}, { https_proxy: proxy, HTTPS_PROXY: "http://127.0.0.1:1" }]],
    ["HTTP_PROXY, for want of another", (proxy) => [{}, { HTTP_PROXY: proxy }]],
  ])("is found by %s, gets its credentials and carries https in a tunnel", (_name, settings) =>
    withProxy(async ({ port, asked }, service) => {
      const [options, env] = settings(`http://user:p%40ss%20word@127.0.0.1:${port}`);

      await expect(call(service, options, env)).resolves.toEqual({
        exitCode: 0,
        stdout: `${LINK.url}\n`,
        stderr: "",
      });
      expect(asked).toEqual([{ target: new URL(service).host, user: "user", isTunnel: true }]);
    }),
  );

  it.each<[string, (service: string) => NodeJS.ProcessEnv]>([
    ["the host", () => ({ NO_PROXY: "contoso.com,localhost" })],
    ["the host and the port", (service) => ({ no_proxy: new URL(service).host })],
    ["everything", () => ({ NO_PROXY: "*" })],
  ])("is left alone for what NO_PROXY names by %s", (_what, env) =>
    withProxy(async ({ port, asked }, service) => {
      const proxy = { HTTPS_PROXY: `http://127.0.0.1:${port}` };

      await expect(call(service, {}, { ...proxy, ...env(service) })).resolves.toMatchObject({
        exitCode: 0,
      });
      expect(asked).toEqual([]);
    }),
  );

  it("is left alone with `proxy: false`", () =>
    withProxy(async ({ port, asked }, service) => {
      const env = { HTTPS_PROXY: `http://127.0.0.1:${port}` };

      await expect(call(service, { proxy: false }, env)).resolves.toMatchObject({ exitCode: 0 });
      expect(asked).toEqual([]);
    }));

  it("is asked for the hosts that NO_PROXY does not name", () =>
    withProxy(async ({ port, asked }, service) => {
      const env = {
        HTTPS_PROXY: `http://user:p%40ss%20word@127.0.0.1:${port}`,
        NO_PROXY: "contoso.com,localhost:1,ocalhost",
      };

      await expect(call(service, {}, env)).resolves.toMatchObject({ exitCode: 0 });
      expect(asked).toHaveLength(1);
    }));

  it("never sees a token that goes over plain http, which stays in this machine", () =>
    withProxy(({ port, asked }) =>
      withServer(withLink, async ({ url, requests }) => {
        const { exitCode } = await call(url, { proxy: `http://127.0.0.1:${port}` });

        expect([exitCode, requests.length, asked]).toEqual([0, 1, []]);
      }),
    ));

  it.each([
    ["refuses the password", "user:wr%20ong"],
    ["is not there", "user:p%40ss%20word"],
  ])("that %s shows in the error, its credentials do not", (what, credentials) =>
    withProxy(async ({ port }, service) => {
      const proxy = `http://${credentials}@127.0.0.1:${what === "is not there" ? 1 : port}`;

      for (const [options, env] of [
        [{ proxy }, {}],
        [{}, { HTTPS_PROXY: proxy }],
      ]) {
        const { exitCode, stderr } = await call(service, options ?? {}, env);

        expect(exitCode).toBe(1);
        expect(stderr).toMatch(/failed: no reply \((Proxy response \(407\)|connect ECONNREFUSED)/);
        expect(stderr).toContain("Check the base URL, the network and the proxy.");
        const [user = "", password = ""] = credentials.split(":");
        const secrets = [password, decodeURIComponent(password)];
        const basic = Buffer.from(`${user}:${decodeURIComponent(password)}`).toString("base64");
        for (const secret of [...secrets, basic, "a-token"]) {
          expect(stderr).not.toContain(secret);
        }
      }
    }),
  );
});
