import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createSandbox, createSandboxFetch, type Scenario } from "../index.js";
import { checkHostNames, checkReceiver, controlReply } from "./control.js";
import { admittedUrl, RequestRefused, readBody } from "./gate.js";
import { scenariosIn } from "./scenario-text.js";

/** Asks for scenarios for one call. Those of a list are played to the attempts with the same request id, in order. */
export const SCENARIO_HEADER = "Sandbox-Scenario";

const TEST_EVENT_PATH = /\/registration\/validationEvents$/;

type Answer = (request: Request) => Promise<Response>;

/** The sandbox on loopback. */
export interface SandboxServer {
  readonly url: string;
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
  /** Is told of each request, and how it was answered. */
  readonly onAnswer?: ((request: Request, status: number | "no answer") => void) | undefined;
}

/** Serves the sandbox over HTTP, to programs on this machine and to no web page. Throws `TypeError` for an invalid option. */
export async function startSandboxServer({
  scenario,
  port = 0,
  deliverTo = [],
  onAnswer,
}: SandboxServerOptions = {}): Promise<SandboxServer> {
  checkHostNames(deliverTo);
  const choose = createChooser(
    scenario === undefined ? played(deliverTo) : createSandboxFetch(scenario),
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
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** A partner with state, who can be told what happens elsewhere. */
function played(deliverTo: readonly string[]): Answer {
  const sandbox = createSandbox({
    async fetch(url, init) {
      checkReceiver(url, deliverTo);
      return fetch(url, init);
    },
  });
  return async (request) => {
    const control = await controlReply(request, sandbox, deliverTo);
    if (control !== undefined) {
      return control;
    }
    const response = await sandbox.fetch(request);
    if (response.ok && request.method === "POST" && TEST_EVENT_PATH.test(request.url)) {
      // Nobody else delivers it, and whoever asked for it polls its result.
      sandbox.deliver().catch(() => undefined);
    }
    return response;
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
