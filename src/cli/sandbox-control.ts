import type { Sandbox } from "../sandbox/index.js";

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
 * What cannot happen gets 400 and the reason.
 */
export async function controlReply(
  request: Request,
  sandbox: Sandbox,
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(CONTROL_PATH)) {
    return undefined;
  }
  try {
    const { link, customer, url } = Object(JSON.parse((await request.text()) || "{}"));
    switch (`${request.method} ${pathname}`) {
      case `POST ${CONTROL_PATH}accept`:
        return Response.json(sandbox.accept({ link, customer }));
      case `POST ${CONTROL_PATH}deliver`:
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
    if (error instanceof TypeError || error instanceof SyntaxError) {
      return text(400, error.message);
    }
    throw error;
  }
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
