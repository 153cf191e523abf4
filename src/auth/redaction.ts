import { SHORTEST_SECRET } from "../wire/exchange.js";

const REDACTED = "[redacted]";

/** Makes a function that takes these secrets out of a text, as they are and as a form writes them. */
export function redactionOf(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => [secret, String(new URLSearchParams({ "": secret })).slice(1)])
    .filter((form) => form.length >= SHORTEST_SECRET)
    // The longest first: of a secret that begins another one, the rest would stay.
    .sort((one, other) => other.length - one.length);
  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, REDACTED), text);
}

const SECRET_PARAMETERS = ["refresh_token", "device_code", "client_secret", "client_assertion"];

/** What must not show of a request to an authority. */
export function secretsIn(form: URLSearchParams): string[] {
  return SECRET_PARAMETERS.flatMap((name) => form.getAll(name));
}
