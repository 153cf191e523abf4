import { PartnerCenterError } from "partner-center-client";
import { withServer } from "../server.js";
import { SCOPE, TOKEN_PATH } from "./app.js";
import { createCredential, failureOf } from "./credential.js";

export const TRACE_ID = "4f1c2d7a-83b6-4e0d-9a57-1b6c8d2e5f00";
export const CORRELATION_ID = "d2a7b9e4-6c13-4f58-8e90-3a5d7c1f2b46";
/** The ids as messages quote them. */
export const IDS = `(Trace ID: ${TRACE_ID}, Correlation ID: ${CORRELATION_ID})`;

/** A refusal as Entra ID writes it. */
export function entraRefusal(error: string, code: number, words: string): Record<string, unknown> {
  const timestamp = "2026-03-14 09:26:53Z";
  return {
    error,
    error_description: `AADSTS${code}: ${words}\r\nTrace ID: ${TRACE_ID}\r\nCorrelation ID: ${CORRELATION_ID}\r\nTimestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: TRACE_ID,
    correlation_id: CORRELATION_ID,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  };
}

/** Runs `use` with an authority that gives this reply to everything. */
export function withReply<Result>(
  reply: { status: number; headers?: Record<string, string>; body: string },
  use: (authority: string) => Promise<Result>,
): Promise<Result> {
  return withServer(
    (response) => response.writeHead(reply.status, reply.headers).end(reply.body),
    ({ url }) => use(url),
  );
}

/** What the credential rejects with when it gets this reply, and what its message says of the request. */
export async function refusal(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return withReply({ status, headers, body: text }, async (authority) => {
    const credential = createCredential({ authority, refreshToken: "a-refresh-token" });
    const error = await failureOf(credential.getToken(SCOPE));
    if (!(error instanceof PartnerCenterError)) {
      throw error;
    }
    return { error, tried: `POST ${authority}${TOKEN_PATH} failed` };
  });
}
