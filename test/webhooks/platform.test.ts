import * as crypto from "node:crypto";
import {
  type Cryptography,
  nodeCryptography,
  platformCryptography,
  platformRoots,
  webCryptography,
} from "../../src/webhooks/platform.js";

const { publicKey, privateKey } = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });
const spki = publicKey.export({ type: "spki", format: "der" });
const bytes = new TextEncoder().encode("an event");
const signature = crypto.sign("sha256", bytes, privateKey);

describe.each<[string, Cryptography]>([
  ["node:crypto", nodeCryptography(crypto)],
  ["the Web Cryptography API", webCryptography],
])("with %s", (_name, cryptography) => {
  it.each<[string, Uint8Array, Uint8Array, boolean]>([
    ["its bytes", bytes, signature, true],
    ["other bytes", new TextEncoder().encode("an Event"), signature, false],
    ["SHA-512", bytes, crypto.sign("sha512", bytes, privateKey), false],
    ["SHA-1", bytes, crypto.sign("sha1", bytes, privateKey), false],
    [
      "PSS",
      bytes,
      crypto.sign("sha256", bytes, {
        key: privateKey,
        padding: crypto.constants.RSA_PKCS1_PSS_PADDING,
      }),
      false,
    ],
    ["nothing", bytes, new Uint8Array(), false],
    ["a byte too few", bytes, signature.subarray(1), false],
    ["a byte too many", bytes, Buffer.concat([signature, Buffer.of(0)]), false],
    ["zeros", bytes, new Uint8Array(256), false],
  ])("a signature of %s is judged", async (_title, signed, by, expected) => {
    const isSigned = await cryptography.signatureCheck(spki);

    await expect(Promise.resolve(isSigned(signed, by))).resolves.toBe(expected);
  });

  it("a key that is not RSA is refused", async () => {
    const { publicKey } = crypto.generateKeyPairSync("ec", { namedCurve: "P-256" });

    await expect(
      cryptography.signatureCheck(publicKey.export({ type: "spki", format: "der" })),
    ).rejects.toThrow();
  });

  it("SHA-256 is written in hexadecimal", async () => {
    await expect(Promise.resolve(cryptography.sha256("é"))).resolves.toBe(
      crypto.createHash("sha256").update("é").digest("hex"),
    );
  });
});

describe("the platform", () => {
  it("of Node verifies at once, and shows its roots", async () => {
    const isSigned = await platformCryptography().signatureCheck(spki);

    expect(isSigned(bytes, signature)).toBe(true);
    expect(platformRoots()?.length).toBeGreaterThan(50);
  });

  it("without modules of Node has the Web Cryptography API, and no roots", () => {
    const { getBuiltinModule } = process;
    try {
      Reflect.set(process, "getBuiltinModule", undefined);

      expect(platformCryptography()).toBe(webCryptography);
      expect(platformRoots()).toBeUndefined();
    } finally {
      Reflect.set(process, "getBuiltinModule", getBuiltinModule);
    }
  });
});
