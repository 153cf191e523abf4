import { isLoopback } from "../../wire/base-url.js";
import type { Sandbox } from "../index.js";
import { RequestRefused } from "./gate.js";

/** Where a served sandbox is told what happens elsewhere than in the API; no path of the API begins so. */
export const CONTROL_PATH = "/sandbox/";

/** What can be told there, in a few words. */
export const controls: Readonly<Record<string, string>> = {
  [`POST ${CONTROL_PATH}accept`]: 'a customer accepts: {"link": "…", "customer": {…}}',
  [`POST ${CONTROL_PATH}deliver`]:
    'events are sent: {"url": "…"}, or without it to the registered URL',
  [`GET ${CONTROL_PATH}root`]: "what a receiver has to trust, in PEM",
  [`GET ${CONTROL_PATH}certificate`]:
    "what a receiver reads in place of the certificate at X-MS-Certificate-Url, in DER",
};

/**
 * Answers a request that tells the sandbox what happens; undefined for a call of the API.
 * What cannot happen gets 400 and the reason, a body that is not JSON 415, and a delivery to another machine 403.
 */
export async function controlReply(
  request: Request,
  sandbox: Sandbox,
  deliverTo: readonly string[],
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(CONTROL_PATH)) {
    return undefined;
  }
  try {
    const { link, customer, url } = Object(JSON.parse((await readJson(request)) || "{}"));
    switch (`${request.method} ${pathname}`) {
      case `POST ${CONTROL_PATH}accept`:
        return Response.json(sandbox.accept({ link, customer }));
      case `POST ${CONTROL_PATH}deliver`:
        checkReceiver(url ?? (await registeredUrl(sandbox, request.url)), deliverTo);
        return Response.json(await sandbox.deliver(url));
      case `GET ${CONTROL_PATH}root`:
        return typed("application/x-pem-file", (await sandbox.webhookTrust()).roots[0]);
      case `GET ${CONTROL_PATH}certificate`: {
        const certificate = await (await sandbox.webhookTrust()).fetch(request);
        return typed("application/pkix-cert", await certificate.arrayBuffer());
      }
      default:
        return text(404, `There are only ${Object.keys(controls).join(", ")}.`);
    }
  } catch (error) {
    if (error instanceof RequestRefused) {
      return text(error.status, error.message);
    }
    if (error instanceof TypeError || error instanceof SyntaxError) {
      return text(400, error.message);
    }
    throw error;
  }
}

/** Throws `TypeError` unless each is the name of a host, without scheme, port and path. */
export function checkHostNames(names: readonly string[]): void {
  for (const name of names) {
    const url = `http://${name}`;
    if (!URL.canParse(url) || new URL(url).hostname !== name.toLowerCase()) {
      throw new TypeError(
        "Expected a host to deliver to as a name alone, such as hooks.contoso.com.",
      );
    }
  }
}

/** Browsers send other types across origins without asking first. */
async function readJson(request: Request): Promise<string> {
  const body = await request.text();
  const type = request.headers.get("Content-Type") ?? (body === "" ? "application/json" : "");
  if (type.split(";", 1)[0]?.trim().toLowerCase() !== "application/json") {
    throw new RequestRefused(415, "Send JSON, with `Content-Type: application/json`.");
  }
  return body;
}

/** Throws the refusal of a URL that events may not be delivered to. */
export function checkReceiver(url: unknown, deliverTo: readonly string[]): void {
  if (url === undefined) {
    return;
  }
  const receiver = new URL(String(url));
  const isAllowed = deliverTo.some((name) => name.toLowerCase() === receiver.hostname);
  if (!isLoopback(receiver) && !isAllowed) {
    throw new RequestRefused(
      403,
      "Events are delivered to this machine only. Start the sandbox with --deliver-to <host> to allow another one.",
    );
  }
}

async function registeredUrl(sandbox: Sandbox, base: string): Promise<unknown> {
  const response = await sandbox.fetch(new URL("/webhooks/v1/registration", base), {
    headers: { Authorization: "Bearer any-token" },
  });
  return response.ok ? (await response.json()).webhookUrl : undefined;
}

function typed(type: string, body: BodyInit): Response {
  return new Response(body, { headers: { "Content-Type": type } });
}

function text(status: number, words: string): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
