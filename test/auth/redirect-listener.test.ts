import { createServer, type RequestListener } from "node:http";
import { listenForRedirect } from "../../src/auth/redirect-listener.js";

type ListenArguments = [port: number, host: string, done: () => void];

/** Makes servers that listen at 127.0.0.1, whatever they are told, but where this says what is in the way. */
function obstructed(obstacle: (host: string) => string | undefined) {
  const asked: [port: number, host: string][] = [];
  const create = (handler: RequestListener) => {
    const server = createServer(handler);
    const listen = server.listen.bind(server);
    return Object.assign(server, {
      listen: (...[port, host, done]: ListenArguments) => {
        asked.push([port, host]);
        const code = obstacle(host);
        if (code === undefined) {
          return listen(0, "127.0.0.1", done);
        }
        process.nextTick(() => server.emit("error", Object.assign(new Error(code), { code })));
        return server;
      },
    });
  };
  return { create, asked };
}

describe("the listener for a redirect", () => {
  test("takes another port when somebody else has the same one at ::1", async () => {
    let taken = 2;
    const { create, asked } = obstructed((host) =>
      host === "::1" && taken-- > 0 ? "EADDRINUSE" : undefined,
    );

    const { close } = await listenForRedirect("a-state", create);
    close();

    expect(asked.map(([, host]) => host)).toEqual([
      "127.0.0.1",
      "::1",
      "127.0.0.1",
      "::1",
      "127.0.0.1",
      "::1",
    ]);
    expect(asked.filter(([port]) => port === 0)).toHaveLength(3);
  });

  test.each(["127.0.0.1", "::1"])("does with %s where the machine has no other", async (own) => {
    const { create, asked } = obstructed((host) => (host === own ? undefined : "EADDRNOTAVAIL"));

    const { redirectUri, close } = await listenForRedirect("a-state", create);
    close();

    expect(redirectUri).toMatch(/^http:\/\/localhost:[1-9]\d*$/);
    expect(asked).toHaveLength(2);
  });

  test.each([
    ["EADDRNOTAVAIL", 2],
    ["EADDRINUSE", 20],
  ])("says that it can have no port (%s), and what needs none", async (code, tries) => {
    const { create, asked } = obstructed(() => code);

    await expect(listenForRedirect("a-state", create)).rejects.toThrow(
      `Signing in failed: no port of localhost can be had (${code}). ` +
        "Sign in with `signInWithDeviceCode`, which needs none.",
    );
    expect(asked).toHaveLength(tries);
  });
});
