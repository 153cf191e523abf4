import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createProxyServer, type Server as PlainServer } from "node:http";
import { createServer } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Server } from "proxy-chain";
import { generate } from "selfsigned";
import { LINK, withLink } from "../replies.js";
import { withServer } from "../server.js";
import type { Ended, Order } from "./call.js";

/** What a proxy was asked for: where to, and as whom. */
interface Asked {
  readonly target: string;
  readonly user: string;
  readonly isTunnel: boolean;
}

let directory: string;
let certificate: { key: string; cert: string };
let caller: ChildProcess;
beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  certificate = { key, cert };
  directory = await mkdtemp(join(tmpdir(), "partner-center-client-"));
  await writeFile(join(directory, "cert.pem"), cert);
  caller = startCaller();
});
afterAll(async () => {
  caller.kill();
  await rm(directory, { recursive: true });
});

/** Starts a process that makes calls and trusts the certificate of the service. */
function startCaller(): ChildProcess {
  return fork(fileURLToPath(new URL("call.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: join(directory, "cert.pem") },
  });
}

async function call(
  baseUrl: string,
  options: Order["options"],
  proxies: Order["proxies"] = {},
  by = caller,
): Promise<Ended> {
  by.send({ baseUrl, options, proxies } satisfies Order);
  const [ended] = await once(by, "message");
  return ended;
}

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
function withTls(use: (service: string) => Promise<void>): Promise<void> {
  const server = createServer(certificate, (_request, response) => {
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(LINK));
  });
  server.keepAliveTimeout = 600_000;
  return withListening(server, (port) => use(`https://localhost:${port}`));
}

async function withListening(
  server: PlainServer,
  use: (port: number | undefined) => Promise<void>,
): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  try {
    await use(typeof address === "object" ? address?.port : undefined);
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
      const other = startCaller();
      const exited = once(other, "exit");

      await expect(call(service, { proxy }, {}, other)).resolves.toEqual({ url: LINK.url });
      other.disconnect();
      await expect(exited).resolves.toEqual([0, null]);
    }),
  );
});

describe("a proxy", () => {
  it.each<[string, (proxy: string) => [Order["options"], Order["proxies"]]]>([
    ["`proxy`", (proxy) => [{ proxy }, { NO_PROXY: "*" }]],
    ["HTTPS_PROXY", (proxy) => [{}, { HTTPS_PROXY: proxy }]],
    ["https_proxy", (proxy) => [{}, { https_proxy: proxy, HTTPS_PROXY: "http://127.0.0.1:1" }]],
    ["ALL_PROXY, for want of another", (proxy) => [{}, { ALL_PROXY: proxy }]],
    ["a name without a scheme", (proxy) => [{}, { HTTPS_PROXY: proxy.replace("http://", "") }]],
  ])("is found by %s, gets its credentials and carries https in a tunnel", (_name, settings) =>
    withProxy(async ({ port, asked }, service) => {
      const [options, proxies] = settings(`http://user:p%40ss%20word@127.0.0.1:${port}`);

      await expect(call(service, options, proxies)).resolves.toEqual({ url: LINK.url });
      expect(asked).toEqual([{ target: new URL(service).host, user: "user", isTunnel: true }]);
    }),
  );

  it.each([
    [200, ""],
    [201, ""],
    [204, ""],
    [201, "Content-Length: 5\r\n"],
    [299, "Transfer-Encoding: chunked\r\n"],
  ])("opens a tunnel with the status %i and the headers %j", (status, headers) =>
    withTls((service) => {
      const proxy = createProxyServer().on("connect", ({ url = "" }, socket) => {
        const upstream = connect(Number(new URL(`http://${url}`).port), "127.0.0.1", () => {
          socket.write(`HTTP/1.1 ${status} Any\r\n${headers}\r\n`);
          socket.pipe(upstream).pipe(socket);
        });
        for (const end of [socket, upstream]) {
          end.on("error", () => undefined);
        }
      });
      return withListening(proxy, async (port) => {
        const options = { proxy: `http://127.0.0.1:${port}` };

        await expect(call(service, options)).resolves.toEqual({ url: LINK.url });
      });
    }),
  );

  it.each<[string, (service: string) => Order["proxies"]]>([
    ["the host", () => ({ NO_PROXY: "contoso.com,localhost" })],
    ["the host and the port", (service) => ({ no_proxy: new URL(service).host })],
    ["everything", () => ({ NO_PROXY: "*" })],
  ])("is left alone for what NO_PROXY names by %s", (_what, env) =>
    withProxy(async ({ port, asked }, service) => {
      const proxy = { HTTPS_PROXY: `http://127.0.0.1:${port}` };

      await expect(call(service, {}, { ...proxy, ...env(service) })).resolves.toEqual({
        url: LINK.url,
      });
      expect(asked).toEqual([]);
    }),
  );

  it("is left alone with `proxy: false`", () =>
    withProxy(async ({ port, asked }, service) => {
      const env = { HTTPS_PROXY: `http://127.0.0.1:${port}` };

      await expect(call(service, { proxy: false }, env)).resolves.toEqual({ url: LINK.url });
      expect(asked).toEqual([]);
    }));

  it("is asked for the hosts that NO_PROXY does not name", () =>
    withProxy(async ({ port, asked }, service) => {
      const env = {
        HTTPS_PROXY: `http://user:p%40ss%20word@127.0.0.1:${port}`,
        NO_PROXY: "contoso.com,localhost:1,ocalhost",
      };

      await expect(call(service, {}, env)).resolves.toEqual({ url: LINK.url });
      expect(asked).toHaveLength(1);
    }));

  it("never sees a token that goes over plain http, which stays in this machine", () =>
    withProxy(({ port, asked }) =>
      withServer(withLink, async ({ url, requests }) => {
        const proxy = `http://127.0.0.1:${port}`;

        await expect(call(url, { proxy })).resolves.toEqual({ url: LINK.url });
        expect(requests).toHaveLength(1);
        expect(asked).toEqual([]);
      }),
    ));

  it.each([
    ["a user name alone", "user", "user:"],
    ["a password alone", ":p%40ss", ":p@ss"],
  ])("gets %s", (_what, credentials, expected) => {
    const seen: unknown[] = [];
    const proxy = createProxyServer((_request, response) => response.end());
    proxy.on("connect", ({ headers }, socket) => {
      seen.push(headers["proxy-authorization"]);
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
    return withListening(proxy, async (port) => {
      const { error } = await call("https://localhost:1", {
        proxy: `http://${credentials}@127.0.0.1:${port}`,
      });

      expect(seen).toEqual([`Basic ${Buffer.from(expected).toString("base64")}`]);
      expect(error).toContain("opened no tunnel: it answered 502");
    });
  });

  it("that cannot be one is an error only where it is needed", () =>
    withTls(async (service) => {
      const env = { HTTPS_PROXY: "socks5://user:p4ssword@127.0.0.1:1", HTTP_PROXY: "%" };

      const { error } = await call(service, {}, env);
      expect(error).toContain(
        "Expected `HTTPS_PROXY` to be the URL of an http or https proxy (SOCKS is not known), got a string.",
      );
      expect(error).not.toContain("p4ssword");
      await expect(call(service, {}, { ...env, NO_PROXY: "localhost" })).resolves.toEqual({
        url: LINK.url,
      });
      await expect(call(service, { proxy: false }, env)).resolves.toEqual({ url: LINK.url });
    }));

  it.each([
    ["refuses the password", "user:wr%20ong"],
    ["is not there", "user:p%40ss%20word"],
  ])("that %s shows in the error, its credentials do not", (what, credentials) =>
    withProxy(async ({ port }, service) => {
      const proxy = `http://${credentials}@127.0.0.1:${what === "is not there" ? 1 : port}`;

      for (const { error } of [
        await call(service, { proxy }),
        await call(service, {}, { HTTPS_PROXY: proxy }),
      ]) {
        expect(error).toMatch(
          /failed: no reply \(the proxy( of `HTTPS_PROXY`)? opened no tunnel: (it answered 407|connect ECONNREFUSED)/,
        );
        expect(error).toContain("Check the base URL, the network and the proxy.");
        const [user = "", password = ""] = credentials.split(":");
        const secrets = [password, decodeURIComponent(password)];
        const basic = Buffer.from(`${user}:${decodeURIComponent(password)}`).toString("base64");
        for (const secret of [...secrets, basic, "a-token"]) {
          expect(error).not.toContain(secret);
        }
      }
    }),
  );
});
