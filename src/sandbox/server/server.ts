import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Delay, delay } from "../../transport/delay.js";
import { createSandbox, createSandboxFetch, type Scenario } from "../index.js";
import { checkHostNames, checkReceiver, controlReply } from "./control.js";
import type { SandboxData } from "./data.js";
import { admittedUrl, RequestRefused, readBody } from "./gate.js";
import { scenariosIn } from "./scenario-text.js";

/** Asks for scenarios for one call. Those of a list are played to the attempts with the same request id, in order. */
export const SCENARIO_HEADER = "Sandbox-Scenario";

const LINK_PATH = /\/customers\/relationshiprequests(\?|$)/;
const TEST_EVENT_PATH = /\/registration\/validationEvents$/;

type Answer = (request: Request) => Promise<Response>;

/** The sandbox on loopback. */
export interface SandboxServer {
  readonly url: string;
  /** Returns the root certificate that signs events, in PEM. */
  root(): Promise<string>;
  close(): Promise<void>;
}

/** Options of {@link startSandboxServer}. */
export interface SandboxServerOptions {
  /** Played to the calls that ask for none; a partner with state answers them where there is none. */
  readonly scenario?: Scenario | readonly Scenario[] | undefined;
  /** @default a free port */
  readonly port?: number | undefined;
  /** Host names that events may be delivered to, beside this machine. */
  readonly deliverTo?: readonly string[] | undefined;
  /** Who the partner knows; by default those of the description's examples. */
  readonly data?: SandboxData | undefined;
  /** Milliseconds after which a customer accepts each link that was handed out; never by default. */
  readonly acceptAfterMs?: number | undefined;
  /** URL on this machine that events are delivered to as they happen. */
  readonly webhook?: string | undefined;
  /** Waits. */
  readonly wait?: Delay | undefined;
  /** Is told of each request, and how it was answered. */
  readonly onAnswer?: ((request: Request, status: number | "no answer") => void) | undefined;
}

/** Serves the sandbox over HTTP, to programs on this machine and to no web page. Throws `TypeError` for an invalid option. */
export async function startSandboxServer({
  scenario,
  port = 0,
  onAnswer,
  ...options
}: SandboxServerOptions = {}): Promise<SandboxServer> {
  checkHostNames(options.deliverTo ?? []);
  const closed = new AbortController();
  const partner = playPartner(options, closed.signal);
  const choose = createChooser(
    scenario === undefined ? partner.answer : createSandboxFetch(scenario),
  );

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await requestOf(incoming, outgoing);
    const sandbox = choose(request);
    try {
      const response = await sandbox(request);
      onAnswer?.(request, response.status);
      await send(response, outgoing);
    } catch {
      onAnswer?.(request, "no answer");
      outgoing.destroy();
    }
  };

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      const status = error instanceof RequestRefused ? error.status : 400;
      outgoing.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
      outgoing.end(`${error instanceof Error ? error.message : error}\n`);
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("The server has no port.");
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    root: partner.root,
    async close() {
      closed.abort();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** A partner with state, who can be told what happens elsewhere. */
function playPartner(
  {
    deliverTo = [],
    data,
    acceptAfterMs,
    webhook,
    wait = delay,
  }: Pick<SandboxServerOptions, "acceptAfterMs" | "data" | "deliverTo" | "wait" | "webhook">,
  signal: AbortSignal,
) {
  if (webhook !== undefined) {
    checkReceiver(webhook, deliverTo);
  }
  const sandbox = createSandbox({
    ...data,
    async fetch(url, init) {
      checkReceiver(url, deliverTo);
      return fetch(url, init);
    },
  });
  const accepted = new Set<string>();
  // Whoever waits for an event polls its result, or has the webhook.
  const deliver = (url = webhook) => {
    sandbox.deliver(url).catch(() => undefined);
  };
  const acceptLater = async (response: Response) => {
    const { url: link } = JSON.parse((await response.text()).replace("\uFEFF", ""));
    if (acceptAfterMs === undefined || typeof link !== "string" || accepted.has(link)) {
      return;
    }
    accepted.add(link);
    await wait(acceptAfterMs, signal);
    sandbox.accept({ link });
    if (webhook !== undefined) {
      deliver();
    }
  };
  return {
    root: async () => String((await sandbox.webhookTrust()).roots[0]),
    async answer(request: Request): Promise<Response> {
      const control = await controlReply(request, sandbox, deliverTo);
      if (control !== undefined) {
        if (webhook !== undefined && request.url.endsWith("/sandbox/accept")) {
          deliver();
        }
        return control;
      }
      const response = await sandbox.fetch(request);
      if (response.ok && request.method === "POST" && TEST_EVENT_PATH.test(request.url)) {
        deliver();
      } else if (response.ok && LINK_PATH.test(request.url)) {
        // The wait ends with the server.
        acceptLater(response.clone()).catch(() => undefined);
      }
      return response;
    },
  };
}

/** Finds the sandbox for a request: its own when it asks for one, else `standard`. */
function createChooser(standard: Answer): (request: Request) => Answer {
  const own = new Map<string, Answer>();
  return ({ headers }) => {
    const text = headers.get(SCENARIO_HEADER);
    if (text === null) {
      return standard;
    }
    headers.delete(SCENARIO_HEADER);
    const call = `${headers.get("MS-RequestId") ?? crypto.randomUUID()} ${text}`;
    const sandbox = own.get(call) ?? createSandboxFetch(scenariosIn(text));
    own.set(call, sandbox);
    return sandbox;
  };
}

async function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const url = admittedUrl(incoming, incoming.socket.localPort ?? 0);
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const headers = new Headers();
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    headers.append(String(incoming.rawHeaders[index]), String(incoming.rawHeaders[index + 1]));
  }
  const body = await readBody(incoming);
  return new Request(url, {
    method: incoming.method ?? "GET",
    headers,
    ...(body.byteLength > 0 && { body }),
    redirect: "manual",
    signal: gone.signal,
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  outgoing.statusMessage = response.statusText;
  outgoing.setHeaders(response.headers);
  // With the headers out, a body without a length goes in chunks, an empty one too.
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    outgoing.write(part.value);
  }
  outgoing.end();
}
