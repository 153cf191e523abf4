import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import type { RefreshTokenCredentialOptions } from "partner-center-client/auth";
import { bundle, type Consumer, createProject } from "../package/consumer.js";
import { INSTALLED } from "./installed.js";

/** What a program needs to get the link; all but the base URL are options of the credential. */
export interface ProgramOptions extends RefreshTokenCredentialOptions {
  readonly baseUrl: string;
}

const WORKER = (options: ProgramOptions) => `
import { createPartnerCenterClient } from "partner-center-client";
import { refreshTokenCredential } from "partner-center-client/auth";

export default {
  async fetch() {
    const { baseUrl, ...options } = ${JSON.stringify(options)};
    const client = createPartnerCenterClient({ baseUrl, credential: refreshTokenCredential(options) });
    const { url } = await client.getRelationshipRequestLink();
    client.use({ onRequest() {} });
    return new Response([url, (await client.getRelationshipRequestLink()).url].join(" "));
  },
};
`;

// Workers may not reach addresses of the machine itself unless they are allowed to.
const CONFIGURATION = (port: number) => `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-11-01",
    )),
    (name = "internet", network = (allow = ["local", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") {
    throw new Error("The server has no port.");
  }
  return address.port;
}

/** What a worker answers that asks for the link in a call that nobody else sees, and in one that middleware sees. */
export function linkFromWorkerd(consumer: Consumer, options: ProgramOptions): Promise<string> {
  return answerOfWorkerd(consumer, WORKER(options));
}

/** What a worker answers to a GET of `/`. */
export async function answerOfWorkerd(consumer: Consumer, code: string): Promise<string> {
  const port = await freePort();
  const worker = await bundle(consumer, "workerd-source", code);
  const project = await createProject(consumer, "workerd", {
    "worker.js": worker.toString(),
    "config.capnp": CONFIGURATION(port),
  });
  const workerd = spawn(
    join(INSTALLED, "@cloudflare/workerd-linux-64/bin/workerd"),
    ["serve", "config.capnp", "--control-fd=1"],
    { cwd: project, stdio: ["ignore", "pipe", "inherit"] },
  );
  try {
    // Says on the control channel that it listens.
    await Promise.race([
      once(workerd.stdout, "data"),
      once(workerd, "close").then(() => {
        throw new Error("workerd ended before it listened.");
      }),
    ]);
    const response = await fetch(`http://127.0.0.1:${port}/`);
    return await response.text();
  } finally {
    workerd.kill();
  }
}
