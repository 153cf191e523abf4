import type { Sandbox } from "../sandbox/index.js";

/** Where a served sandbox is told what happens elsewhere than in the API; no path of the API begins so. */
export const CONTROL_PATH = "/sandbox/";

/** What can be told there, in a few words. */
export const controls: Readonly<Record<string, string>> = {
  [`POST ${CONTROL_PATH}accept`]: 'a customer accepts: {"link": "…", "customer": {…}}',
  [`POST ${CONTROL_PATH}deliver`]: 'events are sent: {"url": "…"}, to the registered URL without',
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
      default:
        return text(404, `There is ${Object.keys(controls).join(" and ")}.`);
    }
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) {
      return text(400, error.message);
    }
    throw error;
  }
}

function text(status: number, words: string): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
