import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { ClientAuthenticationOptions } from "../../auth/client-authentication.js";
import { assertionSigner, type ClientCertificate } from "../../auth/client-certificate.js";
import { notSignedIn, usageFailure } from "../command-failure.js";
import { codeOf } from "../error-code.js";
import type { Shell } from "../shell.js";

const SHORTEST_SECRET = 8;
const LARGEST_FILE = 1_048_576;
const SECRET = "PARTNER_CENTER_CLIENT_SECRET";
const CERTIFICATE = "PARTNER_CENTER_CLIENT_CERTIFICATE";
const ASSERTION_FILE = "PARTNER_CENTER_CLIENT_ASSERTION_FILE";

/**
 * Returns how an app proves that it is itself, from the environment: with its secret, its certificate, or an assertion
 * that somebody else writes to a file. Nothing for a public app, and for another app than PARTNER_CENTER_CLIENT_ID.
 * Throws the failure that says which variable cannot be used.
 */
export function clientAuthenticationIn(
  { env, now }: Pick<Shell, "env" | "now">,
  clientId: string,
): ClientAuthenticationOptions {
  const { PARTNER_CENTER_CLIENT_ID: owner = clientId } = env;
  const names = [SECRET, CERTIFICATE, ASSERTION_FILE].filter((name) => env[name]);
  const [name, another] = names;
  if (name === undefined || owner.toLowerCase() !== clientId.toLowerCase()) {
    return {};
  }
  if (another !== undefined) {
    throw usageFailure(`Set either ${name} or ${another}, not both.`);
  }
  const value = env[name] ?? "";
  switch (name) {
    case SECRET:
      return { clientSecret: checkedSecret(SECRET, value) };
    case CERTIFICATE: {
      const pem = checkedFile(CERTIFICATE, value);
      return { clientCertificate: checkedCertificate({ certificate: pem, privateKey: pem }, now) };
    }
    default:
      checkedFile(ASSERTION_FILE, value);
      // Read for each request, as it is replaced before it expires.
      return { clientAssertion: async () => (await readFile(value, "utf8")).trim() };
  }
}

/** Returns a secret of the environment. Throws the failure that says why it cannot be one. */
export function checkedSecret(name: string, secret: string): string {
  if (/\s/.test(secret)) {
    throw notSignedIn(`${name} has white space in it, so it is not used. Set it again.`);
  }
  if (secret.length < SHORTEST_SECRET) {
    throw notSignedIn(`${name} is too short for a secret, so it is not used. Set it again.`);
  }
  return secret;
}

function checkedCertificate(certificate: ClientCertificate, now: () => number): ClientCertificate {
  try {
    assertionSigner(certificate, now);
    return certificate;
  } catch {
    throw usageFailure(
      `Invalid ${CERTIFICATE}: expected a PEM file with a valid certificate and its RSA key, not encrypted.`,
    );
  }
}

function checkedFile(name: string, path: string): string {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > LARGEST_FILE) {
      throw usageFailure(`Invalid ${name}: expected a file of at most 1 MiB.`);
    }
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "unknown") {
      throw error;
    }
    throw usageFailure(`Cannot read the file of ${name} (${codeOf(error)}).`);
  }
}
