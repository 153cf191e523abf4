import { createHash, createPrivateKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { importX509, jwtVerify } from "jose";
import { type ClientCertificate, refreshTokenCredential } from "partner-center-client/auth";
import { withServer } from "../server.js";
import { CLIENT_ID, SCOPE, TENANT_ID, TOKEN_PATH } from "./app.js";
import { type Certificate, createCertificate } from "./certificate.js";
import { createCredential } from "./credential.js";

const REPLY = { access_token: "a", token_type: "Bearer", expires_in: 3600 };
const NOW = Date.UTC(2026, 10, 20, 12, 0, 0, 500);
const APP = {
  tenantId: "contoso.com",
  clientId: CLIENT_ID,
  refreshToken: "a-refresh-token",
  now: () => NOW,
};
const PASSPHRASE = "a-passphrase-of-the-key";

let own: Certificate;
let other: Certificate;

beforeAll(async () => {
  [own, other] = await Promise.all([createCertificate(), createCertificate()]);
});

/** The forms that arrive when a token is asked for with each of these certificates, and where they arrive. */
function formsWith(
  certificates: readonly ClientCertificate[],
  now = () => NOW,
): Promise<{ forms: URLSearchParams[]; endpoint: string }> {
  return withServer(
    (response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(REPLY)),
    async ({ url: authority, requests }) => {
      for (const clientCertificate of certificates) {
        const credential = credentialWith(clientCertificate, now, authority);
        await credential.getToken(SCOPE);
      }
      const forms = requests.map(({ body }) => new URLSearchParams(body));
      return { forms, endpoint: authority + TOKEN_PATH };
    },
  );
}

function credentialWith(
  clientCertificate: ClientCertificate,
  now = () => NOW,
  authority = "https://login.example.com",
) {
  const app = { authority, refreshToken: "a-refresh-token", clientSecret: undefined };
  return createCredential({ ...app, clientCertificate, now });
}

const assertionIn = (form: URLSearchParams | undefined) => form?.get("client_assertion") ?? "";

const encrypted = (privateKey: string) =>
  createPrivateKey(privateKey)
    .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: PASSPHRASE })
    .toString();

describe("a client certificate", () => {
  test("signs an assertion as Entra ID wants it, which jose accepts", async () => {
    const { forms, endpoint } = await formsWith([own]);
    const key = await importX509(own.certificate, "PS256");

    const { payload, protectedHeader } = await jwtVerify(assertionIn(forms[0]), key, {
      currentDate: new Date(NOW),
    });

    const der = new X509Certificate(own.certificate).raw;
    expect(protectedHeader).toEqual({
      alg: "PS256",
      typ: "JWT",
      "x5t#S256": createHash("sha256").update(der).digest("base64url"),
    });
    expect(payload).toEqual({
      aud: endpoint,
      iss: CLIENT_ID,
      sub: CLIENT_ID,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      iat: Math.floor(NOW / 1000),
      nbf: Math.floor(NOW / 1000),
      exp: Math.floor(NOW / 1000) + 600,
    });
    expect(forms[0]?.get("client_assertion_type")).toBe(
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    );
    expect(endpoint).toContain(TENANT_ID);
  });

  test("signs an assertion that the key of another certificate does not verify", async () => {
    const { forms } = await formsWith([own]);
    const key = await importX509(other.certificate, "PS256");

    await expect(
      jwtVerify(assertionIn(forms[0]), key, { currentDate: new Date(NOW) }),
    ).rejects.toThrow("signature verification failed");
  });

  test("signs another assertion for each request", async () => {
    const { forms } = await formsWith([own, own]);

    expect(new Set(forms.map(assertionIn)).size).toBe(2);
  });

  test("may come with a chain, a key in PKCS #1, or an encrypted key and its passphrase", async () => {
    const pkcs1 = createPrivateKey(own.privateKey).export({ type: "pkcs1", format: "pem" });
    const { forms } = await formsWith([
      { ...own, certificate: `${own.certificate}\n${other.certificate}` },
      { ...own, privateKey: pkcs1.toString() },
      { ...own, privateKey: encrypted(own.privateKey), passphrase: PASSPHRASE },
    ]);
    const key = await importX509(own.certificate, "PS256");

    for (const form of forms) {
      const { payload } = await jwtVerify(assertionIn(form), key, { currentDate: new Date(NOW) });
      expect(payload.iss).toBe(CLIENT_ID);
    }
    expect(forms).toHaveLength(3);
  });

  test("that expires while the process runs is not sent", async () => {
    const soon = await createCertificate(new Date(NOW + 1_000));
    let now = NOW;
    const credential = credentialWith(soon, () => now, "http://127.0.0.1:9");
    now += 1_000;

    await expect(credential.getToken(SCOPE)).rejects.toThrow(
      new TypeError(
        "Expected `clientCertificate.certificate` to be a certificate that is valid, " +
          "got one that expired at 2026-11-20T12:00:01.000Z.",
      ),
    );
  });
});

describe("a client certificate that cannot work is refused:", () => {
  const refused: ReadonlyArray<
    [what: string, certificate: () => unknown | Promise<unknown>, message: string]
  > = [
    [
      "the key of another certificate",
      () => ({ ...own, privateKey: other.privateKey }),
      "Expected `clientCertificate.privateKey` to be the key of `certificate`, got that of another one.",
    ],
    [
      "an expired certificate",
      () => createCertificate(new Date(NOW - 1_500)),
      "Expected `clientCertificate.certificate` to be a certificate that is valid, got one that expired at 2026-11-20T11:59:59.000Z.",
    ],
    [
      "an encrypted key without a passphrase",
      () => ({ ...own, privateKey: encrypted(own.privateKey) }),
      "Expected `clientCertificate.passphrase` to be that of `privateKey`, which is encrypted, got none.",
    ],
    [
      "an encrypted key with a wrong passphrase",
      () => ({ ...own, privateKey: encrypted(own.privateKey), passphrase: "another" }),
      "Expected `clientCertificate.passphrase` to be that of `privateKey`, got another one.",
    ],
    [
      "a key that is not RSA",
      () => {
        const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
        return { ...own, privateKey: privateKey.export({ type: "pkcs8", format: "pem" }) };
      },
      "Expected `clientCertificate.privateKey` to be an RSA key, got one of the kind ec.",
    ],
    [
      "a certificate that is no PEM",
      () => ({ ...own, certificate: "MIIC" }),
      "Expected `clientCertificate.certificate` to be a certificate in PEM, got a string.",
    ],
    [
      "a key that is no PEM",
      () => ({ ...own, privateKey: own.privateKey.slice(0, 200) }),
      "Expected `clientCertificate.privateKey` to be a private key in PEM, got a string.",
    ],
    [
      "no key",
      () => ({ certificate: own.certificate }),
      "Expected `clientCertificate.privateKey` to be a private key in PEM, got undefined.",
    ],
    [
      "the path of a file",
      () => "certificate.pem",
      "Expected `clientCertificate` to be an object with `certificate` and `privateKey`, got a string.",
    ],
  ];

  test.each(refused)("%s", async (_what, certificate, message) => {
    // Of any type, as what comes from a file or the environment may be.
    const wrong: Record<string, unknown> = { clientCertificate: await certificate() };

    expect(() => refreshTokenCredential(Object.assign({}, APP, wrong))).toThrow(
      new TypeError(message),
    );
  });

  test("one beside a secret", () => {
    const options = { ...APP, clientSecret: "a-secret", clientCertificate: own };

    expect(() => refreshTokenCredential(options)).toThrow(
      new TypeError(
        "Expected `clientCertificate` to be absent beside `clientSecret`, got an object.",
      ),
    );
  });
});
