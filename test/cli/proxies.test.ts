import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server as TlsServer } from "node:https";
import { createServer as createPlainServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Server } from "proxy-chain";
import { generate } from "selfsigned";
import { jwt } from "../jwt.js";
import { LINK } from "../replies.js";
import { withHome } from "./bin.js";

const SECRETS = ["p@ss word", "p%40ss%20word", Buffer.from("ada:p@ss word").toString("base64")];
const REFRESH = {
  PARTNER_CENTER_REFRESH_TOKEN: "a-refresh-token",
  PARTNER_CENTER_TENANT_ID: "contoso.onmicrosoft.com",
  PARTNER_CENTER_CLIENT_ID: "0f9f0b57-3a5c-4a41-9d0f-6d6b0c1f7a11",
};

let directory: string;
let server: TlsServer;
let place: string;
beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  directory = await mkdtemp(join(tmpdir(), "partner-center-client-"));
  await writeFile(join(directory, "cert.pem"), cert);
  // The authority and the service.
  server = createServer({ key, cert }, ({ url = "" }, response) => {
    const token = {
      access_token: jwt({ upn: "admin@contoso.com" }),
      refresh_token: "another-refresh-token",
      token_type: "Bearer",
      expires_in: 3600,
    };
    const reply = url.endsWith("/token") ? token : LINK;
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(reply));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  place = `localhost:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(directory, { recursive: true });
});

/** Runs the bin for the service and the authority, and takes what it printed. */
function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const addresses = ["--base-url", `https://${place}`, "--authority", `https://${place}`];
  return withHome(async (home) => {
    const ended = await home.run([...args, ...addresses], {
      env: { ...REFRESH, NODE_EXTRA_CA_CERTS: join(directory, "cert.pem"), ...env },
    });
    for (const secret of SECRETS) {
      expect(ended.stdout + ended.stderr).not.toContain(secret);
    }
    return ended;
  });
}

/** Runs `use` with the address of a proxy that lets ada in, or everybody, and with what it was asked for. */
async function withProxy(
  use: (proxy: string, asked: string[]) => Promise<void>,
  isOpen = false,
): Promise<void> {
  const asked: string[] = [];
  const proxy = new Server({
    host: "127.0.0.1",
    port: 0,
    prepareRequestFunction: ({ hostname, port, username, password }) => {
      asked.push(`${hostname}:${port}`);
      return {
        requestAuthentication: !isOpen && (username !== "ada" || password !== "p@ss word"),
      };
    },
  });
  await proxy.listen();
  try {
    await use(`${isOpen ? "" : "ada:p%40ss%20word@"}127.0.0.1:${proxy.port}`, asked);
  } finally {
    await proxy.close(true);
  }
}

describe("the requests of partner-center", () => {
  it.each<[string, (proxy: string) => [args: string[], env: Record<string, string>]]>([
    ["HTTPS_PROXY", (proxy) => [[], { HTTPS_PROXY: proxy }]],
    ["ALL_PROXY", (proxy) => [[], { ALL_PROXY: `http://${proxy}` }]],
    ["--proxy", (proxy) => [["--proxy", proxy], { HTTPS_PROXY: "127.0.0.1:1", NO_PROXY: "*" }]],
  ])("go through the proxy of %s, for signing in and for the service", (name, way) =>
    withProxy(async (proxy, asked) => {
      const [args, env] = way(proxy);

      const ended = await run(["link", "--verbose", ...args], env);

      expect(ended).toMatchObject({ exitCode: 0, stdout: `${LINK.url}\n` });
      expect(new Set(asked)).toEqual(new Set([place]));
      expect(asked.length).toBeGreaterThan(0);
    }, name === "--proxy"),
  );

  it.each<[string, string[], Record<string, string>]>([
    ["NO_PROXY has the host", [], { NO_PROXY: "example.com, .localhost." }],
    ["--proxy is none", ["--proxy", "none"], {}],
  ])("go through none when %s", (_why, args, env) =>
    withProxy(async (proxy, asked) => {
      const ended = await run(["link", ...args], { HTTPS_PROXY: proxy, ...env });

      expect(ended).toMatchObject({ exitCode: 0, stdout: `${LINK.url}\n` });
      expect(asked).toEqual([]);
    }),
  );

  it("are told of by doctor, with the proxy and what names it", () =>
    withProxy(async (proxy) => {
      const { stdout } = await run(["doctor", "--json"], { https_proxy: proxy });

      const address = `http://${proxy.replace(/.*@/, "")}`;
      expect(JSON.parse(stdout).checks).toContainEqual({
        about: "proxy",
        state: "ok",
        words: `${address} for ${place}, as https_proxy says`,
      });
    }));

  it("fail with 4 and the name of the variable when the proxy refuses", () =>
    withProxy(async (proxy) => {
      const { exitCode, stderr } = await run(["link"], {
        HTTPS_PROXY: proxy.replace("ada", "bob"),
      });

      expect(exitCode).toBe(4);
      expect(stderr).toContain("the proxy of `HTTPS_PROXY` opened no tunnel: it answered 407");
    }));

  it("fail with 4 and the name of the option when the proxy is not there", async () => {
    const unused = createPlainServer().listen(0, "127.0.0.1");
    await once(unused, "listening");
    const address = unused.address();
    const port = typeof address === "object" ? address?.port : "";
    unused.close();

    const { exitCode, stderr } = await run(["link", "--proxy", `http://127.0.0.1:${port}`], {});

    expect(exitCode).toBe(4);
    expect(stderr).toContain("the proxy opened no tunnel: connect ECONNREFUSED");
  });

  it.each<[string, string[], Record<string, string>]>([
    [
      "Expected `HTTPS_PROXY` to be the URL of an http or https proxy (SOCKS is not known)",
      [],
      { HTTPS_PROXY: "socks5://ada:p%40ss%20word@127.0.0.1:1080" },
    ],
    [
      "Invalid `--proxy`: expected none, or the URL of an http or https proxy (SOCKS is not known)",
      ["--proxy", "http://ada:p%40ss%20word@127.0.0.1/path"],
      {},
    ],
    [
      "Invalid `--proxy`: expected no user name and password, which the list of processes would show; put such a URL into HTTPS_PROXY",
      ["--proxy", "ada:p%40ss%20word@127.0.0.1:3128"],
      {},
    ],
  ])("are not sent when the proxy is none: %s", async (words, args, env) => {
    const { exitCode, stderr } = await run(["link", ...args], env);

    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("ada");
  });

  it("do not mind a variable that they do not need", async () => {
    const env = { HTTP_PROXY: "%", ALL_PROXY: "socks5://127.0.0.1:1080", NO_PROXY: "localhost" };

    await expect(run(["link"], env)).resolves.toMatchObject({ exitCode: 0 });
  });

  it("do not mind an authority that a given token does not need", async () => {
    const env = { PARTNER_CENTER_TOKEN: jwt({}), ALL_PROXY: "socks5://127.0.0.1:1080" };
    const args = ["link", "--base-url", `https://${place}`];

    await expect(
      withHome((home) =>
        home.run(args, {
          env: { ...env, NODE_EXTRA_CA_CERTS: join(directory, "cert.pem"), NO_PROXY: "localhost" },
        }),
      ),
    ).resolves.toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("do not keep a command that has failed from its end", async () => {
    const silent = createPlainServer().listen(0, "127.0.0.1");
    await once(silent, "listening");
    const address = silent.address();
    const proxy = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const until = Promise.all([once(silent, "connection")]).then(([[socket]]) =>
      once(socket.resume(), "close").then(() => performance.now()),
    );
    const startedAt = performance.now();

    const { exitCode } = await run(["link", "--proxy", proxy, "--timeout", "1"], {});

    expect(exitCode).toBe(4);
    // A tunnel would be given up after ten seconds.
    expect((await until) - startedAt).toBeLessThan(9_000);
    silent.close();
  });
});
