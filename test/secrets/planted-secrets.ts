import { createHash } from "node:crypto";
import { inspect } from "node:util";

/** What one user of one app has: three secrets, as Entra ID makes them, some with all that is written differently. */
export interface Secrets {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly clientSecret: string;
}

const noise = (name: string, length: number) =>
  createHash("sha512").update(name).digest("base64url").slice(0, length);
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Sixty secrets. */
export const PLANTED: readonly Secrets[] = Array.from({ length: 20 }, (_, index) => {
  const special = index % 4 === 0 ? "/+=~%2f\"\\u0041'&<" : "~.-_";
  return {
    accessToken:
      index % 2 === 0
        ? [
            encoded({ alg: "RS256" }),
            encoded({ name: noise(`user ${index}`, 40) }),
            noise(`signature ${index}`, 80),
          ].join(".")
        : `Ew${noise(`opaque ${index}`, 30)}${special}${noise(`token ${index}`, 20)}`,
    refreshToken: `0.A${noise(`refresh ${index}`, 40)}${special}${noise(`rest ${index}`, 40)}`,
    clientSecret: `${noise(`secret ${index}`, 3)}8Q~${special}${noise(`client ${index}`, 20)}`,
  };
});

const bytes = (secret: string) => [...new TextEncoder().encode(secret)];
const hex = (code: number, digits: number) => code.toString(16).padStart(digits, "0");
const units = (secret: string) => Array.from(secret, (letter) => letter.charCodeAt(0));

/** How somebody may write a secret who repeats it. */
export const FORMS: Readonly<Record<string, (secret: string) => string>> = {
  "as it is": (secret) => secret,
  "percent-encoded": encodeURIComponent,
  "percent-encoded in lower case": (secret) =>
    encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  "as a form has it": (secret) => new URLSearchParams({ "": secret }).toString().slice(1),
  "percent-encoded, each byte": (secret) =>
    bytes(secret)
      .map((byte) => `%${hex(byte, 2)}`)
      .join(""),
  "percent-encoded, each byte in upper case": (secret) =>
    bytes(secret)
      .map((byte) => `%${hex(byte, 2).toUpperCase()}`)
      .join(""),
  "in JSON": (secret) => JSON.stringify(secret).slice(1, -1),
  "in JSON with \\/": (secret) => JSON.stringify(secret).slice(1, -1).replaceAll("/", "\\/"),
  "in JSON with \\uXXXX": (secret) =>
    units(secret)
      .map((unit) => `\\u${hex(unit, 4)}`)
      .join(""),
  "in JSON with \\uXXXX in upper case": (secret) =>
    units(secret)
      .map((unit) => `\\u${hex(unit, 4).toUpperCase()}`)
      .join(""),
  "in base64": (secret) => Buffer.from(secret).toString("base64"),
  "in base64url": (secret) => Buffer.from(secret).toString("base64url"),
  "in base64, with a scheme before it": (secret) =>
    Buffer.from(`Bearer ${secret}`).toString("base64"),
  "in base64, with a name before it": (secret) => Buffer.from(`app:${secret}`).toString("base64"),
};

/** A secret in every form. */
export function everyFormOf(secret: string): string[] {
  return Object.values(FORMS).map((written) => written(secret));
}

/** Everything that somebody could come to see of a thing: inspected, as JSON, as text, with its stack and its causes. */
export function everythingOf(thing: unknown): string {
  const options = { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true };
  const seen = [inspect(thing, { ...options, maxStringLength: null, maxArrayLength: null })];
  for (let one = thing, depth = 0; one instanceof Error && depth < 20; depth += 1) {
    seen.push(`${one.stack}`, `${one.message}`, JSON.stringify(one));
    one = one.cause;
  }
  return [...seen, String(thing), JSON.stringify(thing)].join("\n");
}

/** The secrets that are in a text, each with the form in which it is there. */
export function foundIn(text: string, planted: readonly Secrets[]): string[] {
  // What is printed as a string with quotes around has its own escapes once more.
  const texts = [text, text.replaceAll("\\\\", "\\"), text.replace(/\\(["'\\])/g, "$1")];
  return planted.flatMap((secrets) =>
    Object.entries(secrets).flatMap(([kind, secret]) =>
      Object.entries(FORMS)
        .filter(([, written]) => texts.some((one) => one.includes(written(secret))))
        .map(([form]) => `${kind} ${form}`),
    ),
  );
}
