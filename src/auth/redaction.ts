export { redactionOf } from "../wire/redaction.js";

const SECRET_PARAMETERS = [
  "refresh_token",
  "device_code",
  "client_secret",
  "client_assertion",
  "code",
  "code_verifier",
];

/** What must not show of a request to an authority. */
export function secretsIn(form: URLSearchParams): string[] {
  return SECRET_PARAMETERS.flatMap((name) => form.getAll(name));
}
