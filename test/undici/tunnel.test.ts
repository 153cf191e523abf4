import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createUndiciFetch } from "partner-center-client/undici";
import { Client } from "undici";
import { withTunnelLimit } from "../../src/undici/tunnel.js";

/** Runs `use` with the URL of a proxy that does this when it is asked, and with the requests that it got. */
async function withProxy(
  answer: (socket: Socket) => void,
  use: (url: string, asked: string[]) => Promise<void>,
): Promise<void> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", (head) => {
      asked.push(String(head));
      answer(socket);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address: AddressInfo | string | null = server.address();
  try {
    await use(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, asked);
  } finally {
    for (const socket of sockets) {
      socket.destroy();
    }
    server.close();
  }
}

describe("a tunnel", () => {
  it("that the proxy breaks off is asked for once", () =>
    withProxy(
      (socket) => socket.destroy(),
      async (proxy, asked) => {
        const fetch = createUndiciFetch({ proxy });

        await expect(fetch("https://api.example/")).rejects.toMatchObject({
          message: "fetch failed",
          cause: { message: "the proxy opened no tunnel: other side closed" },
        });
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(asked).toEqual([expect.stringMatching(/^CONNECT api\.example:443 /)]);
        await fetch.close();
      },
    ));

  it("that the proxy does not answer for ends with the reason of an abort", () =>
    withProxy(
      () => undefined,
      async (proxy, asked) => {
        const controller = new AbortController();
        const fetch = createUndiciFetch({ proxy });
        const call = fetch("https://api.example/", { signal: controller.signal });
        call.catch(() => undefined);
        while (asked.length === 0) {
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
        controller.abort(new Error("enough"));

        await expect(call).rejects.toThrow("enough");
      },
    ));

  it("that the proxy does not answer for is given up", () =>
    withProxy(
      () => undefined,
      async (url) => {
        const proxy = withTunnelLimit(new Client(url), "ALL_PROXY", 50);

        await expect(proxy.connect({ path: "api.example:443" })).rejects.toThrow(
          "the proxy of `ALL_PROXY` opened no tunnel within 50 ms",
        );
        await proxy.close();
      },
    ));

  it.each([200, 201, 204, 206, 299])("is opened by the status %i", (status) =>
    withProxy(
      (socket) => {
        socket.on("data", (bytes) => socket.write(bytes));
        socket.write(`HTTP/1.1 ${status} Any\r\n\r\n`);
      },
      async (url) => {
        const proxy = withTunnelLimit(new Client(url), "ALL_PROXY");
        const { socket, statusCode } = await proxy.connect({ path: "api.example:443" });
        socket.write("through");
        const [echoed] = await once(socket, "data");

        expect([statusCode, String(echoed)]).toEqual([200, "through"]);
        socket.destroy();
        await proxy.close();
      },
    ),
  );

  it.each([302, 403, 407, 502])("is not opened by the status %i", (status) =>
    withProxy(
      (socket) => socket.write(`HTTP/1.1 ${status} Any\r\nContent-Length: 0\r\n\r\n`),
      async (url) => {
        const proxy = withTunnelLimit(new Client(url), "ALL_PROXY");

        await expect(proxy.connect({ path: "api.example:443" })).rejects.toThrow(
          `the proxy of \`ALL_PROXY\` opened no tunnel: it answered ${status}`,
        );
        await proxy.destroy();
      },
    ),
  );
});
