import { once } from "node:events";
import { createServer } from "node:net";
import { createWebhookVerifier } from "partner-center-client/webhooks";
import { refusal } from "./refusal.js";
import {
  CERTIFICATE_URL,
  delivery,
  makeAuthority,
  NOW,
  serving,
  trusting,
  verifyOnce,
} from "./sender.js";

const HOST = "3psostorageacct.blob.core.windows.net";

const authority = makeAuthority();
const { options } = trusting(authority);

/** Runs `use` with the port of a server on loopback, and tells how many connections were made to it. */
async function countConnections(use: (port: number) => Promise<void>): Promise<number> {
  let connections = 0;
  const count = (socket: { destroy(): void }) => {
    connections += 1;
    socket.destroy();
  };
  const server = createServer(count).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const six = createServer(count);
  six.on("error", () => undefined).listen(port, "::1");
  try {
    await use(port);
    return connections;
  } finally {
    server.close();
    six.close();
  }
}

/** URLs that a sender might try, for the port of a server on loopback. */
const FORBIDDEN = (port: number) => [
  `https://127.0.0.1:${port}/cert/a.cer`,
  `http://127.0.0.1:${port}/cert/a.cer`,
  `https://localhost:${port}/cert/a.cer`,
  `https://127.1:${port}/cert/a.cer`,
  `https://2130706433:${port}/cert/a.cer`,
  `https://0x7f000001:${port}/cert/a.cer`,
  `https://0177.0.0.1:${port}/cert/a.cer`,
  `https://0:${port}/cert/a.cer`,
  `https://[::1]:${port}/cert/a.cer`,
  `https://[::ffff:127.0.0.1]:${port}/cert/a.cer`,
  `https://[0:0:0:0:0:ffff:7f00:1]:${port}/cert/a.cer`,
  "https://169.254.169.254/metadata/instance",
  "https://[fe80::1]/a.cer",
  "https://10.0.0.1/a.cer",
  `https://${HOST}@127.0.0.1:${port}/cert/a.cer`,
  `https://${HOST}:a@127.0.0.1:${port}/cert/a.cer`,
  `https://${HOST}%00@127.0.0.1:${port}/cert/a.cer`,
  `https://127.0.0.1:${port}#@${HOST}/cert/a.cer`,
  `https://127.0.0.1:${port}?@${HOST}/cert/a.cer`,
  `https://127.0.0.1:${port}\\@${HOST}/cert/a.cer`,
  `https://user@${HOST}/cert/a.cer`,
  `https://user:password@${HOST}/cert/a.cer`,
  `https://@${HOST}/cert/a.cer`,
  `https://${HOST}./cert/a.cer`,
  `https://${HOST}.contoso.example/cert/a.cer`,
  `https://contoso-${HOST}/cert/a.cer`,
  `https://contoso.${HOST}/cert/a.cer`,
  "https://blob.core.windows.net/cert/a.cer",
  "https://contoso.blob.core.windows.net/cert/a.cer",
  "https://3psostorageacct。blob。core。windows。net/cert/a.cer",
  "https://3psоstorageacct.blob.core.windows.net/cert/a.cer",
  `https://${HOST}:${port}/cert/a.cer`,
  `https://${HOST}:443/cert/a.cer`,
  `https://${HOST}:80/cert/a.cer`,
  `http://${HOST}/cert/a.cer`,
  `HTTPS://${HOST}/cert/a.cer`,
  `https://${HOST.toUpperCase()}/cert/a.cer`,
  `https:${HOST}/cert/a.cer`,
  `https:///${HOST}/cert/a.cer`,
  `https:\\\\${HOST}\\cert\\a.cer`,
  `https://${HOST}/cert/../admin`,
  `https://${HOST}/cert/%2e%2e/admin`,
  `https://${HOST}/cert%2Fa.cer`,
  `https://${HOST}/cert/%61.cer`,
  `https://${HOST}/cert/%c3%a9.cer`,
  `https://${HOST}/cert/a%.cer`,
  `https://${HOST}/cert/a%`,
  `https://${HOST}/cert/a%4`,
  `https://${HOST}/cert/a b.cer`,
  `https://${HOST}/cert/é.cer`,
  `https://${HOST}/cert/`.padEnd(257, "a"),
  `https://${HOST}/cert/a.cer?sig=1`,
  `https://${HOST}/cert/a.cer?`,
  `https://${HOST}/cert/a.cer#a`,
  `https://${HOST}/cert/a.cer#`,
  `https://${HOST}`,
  `//${HOST}/cert/a.cer`,
  `/cert/a.cer`,
  "file:///etc/passwd",
  "data:application/pkix-cert;base64,AAAA",
  `ftp://${HOST}/cert/a.cer`,
  `blob:https://${HOST}/cert/a.cer`,
  "javascript:0",
  "*",
  "https://",
];

describe("the URL of a certificate", () => {
  it("leads to no connection unless it is a plain one on a host of the list", async () => {
    const connections = await countConnections(async (port) => {
      for (const url of FORBIDDEN(port)) {
        const { headers, body } = delivery(authority.leaf, undefined, url);
        // With the platform's own `fetch`.
        const refused = await refusal(
          verifyOnce({ headers, body }, { roots: [authority.root.pem] }),
        );

        expect([url, refused.reason, refused.status]).toEqual([url, "certificate-url", 400]);
      }
    });

    expect(connections).toBe(0);
  });

  it("would lead to the server that counts, were its host on the list", async () => {
    const connections = await countConnections(async (port) => {
      await fetch(`https://127.0.0.1:${port}/`).catch(() => undefined);
    });

    expect(connections).toBe(1);
  });

  it("is not fetched either for a flood of events with it", async () => {
    const { options, fetched } = trusting(authority);
    const verifier = createWebhookVerifier(options);
    const { headers, body } = delivery(authority.leaf, undefined, "https://127.0.0.1/cert/a.cer");

    const flood = Array.from({ length: 1000 }, () => refusal(verifier.verify({ headers, body })));

    for (const { reason } of await Promise.all(flood)) {
      expect(reason).toBe("certificate-url");
    }
    expect(fetched).toEqual([]);
  });

  it("has one spelling, so that replays of an event with other ones fetch nothing", async () => {
    const { options, fetched } = trusting(authority);
    const verifier = createWebhookVerifier(options);
    const { headers, body } = delivery(authority.leaf);
    const url = headers["x-ms-certificate-url"];
    const at = url.lastIndexOf("/") + 1;

    for (let index = at; index < url.length; index += 1) {
      for (const hex of [url.charCodeAt(index).toString(16), "%"]) {
        const spelling = `${url.slice(0, index)}%${hex}${url.slice(index + 1)}`;
        const replay = { headers: { ...headers, "x-ms-certificate-url": spelling }, body };

        await expect(refusal(verifier.verify(replay))).resolves.toMatchObject({
          reason: "certificate-url",
        });
      }
    }
    expect(fetched).toEqual([]);
  });

  it.each([
    `https://${HOST}/cert/a%20b.cer`,
    `https://${HOST}/cert/%C3%A9.cer`,
    `https://${HOST}/cert/`.padEnd(256, "a"),
  ])("may be %s", async (url) => {
    const { fetch, fetched } = serving({ [url]: authority.leaf.der });

    await expect(
      verifyOnce(delivery(authority.leaf, undefined, url), { ...options, fetch }),
    ).resolves.toHaveProperty("isKnown", true);
    expect(fetched).toEqual([url]);
  });

  it("may be on another host where the options have it, exactly", async () => {
    const url = "https://certificates.contoso.example/a.cer";
    const { headers, body } = delivery(authority.leaf, undefined, url);
    const given = {
      roots: [authority.root.pem],
      intermediates: [authority.intermediate.pem],
      fetch: async () => new Response(authority.leaf.der.slice()),
      now: () => NOW,
    };
    const certificateHosts = ["certificates.contoso.example"];

    await expect(
      verifyOnce({ headers, body }, { ...given, certificateHosts }),
    ).resolves.toHaveProperty("isKnown", true);
    await expect(
      verifyOnce({ headers, body }, { ...given, certificateHosts: ["contoso.example"] }),
    ).rejects.toMatchObject({ reason: "certificate-url" });
    await expect(
      verifyOnce(delivery(authority.leaf), { ...options, certificateHosts }),
    ).rejects.toMatchObject({ reason: "certificate-url" });
  });

  it("is one of those that Microsoft's pages show, by default", async () => {
    await expect(verifyOnce(delivery(authority.leaf), options)).resolves.toHaveProperty(
      "isKnown",
      true,
    );
    expect(CERTIFICATE_URL).toContain(`https://${HOST}/cert/`);
  });
});
