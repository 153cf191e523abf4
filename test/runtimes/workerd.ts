import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { bundle, type Consumer, createProject } from "../package/consumer.js";
import { INSTALLED } from "./installed.js";

const WORKER = (baseUrl: string) => `
import { createPartnerCenterClient, getRelationshipRequestLink } from "partner-center-client";

export default {
  async fetch() {
    const client = createPartnerCenterClient({ baseUrl: "${baseUrl}", credential: () => "a-token" });
    const { url } = await getRelationshipRequestLink(client);
    return new Response(url);
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

/** What a worker that asks the service at `baseUrl` for the link answers. */
export async function linkFromWorkerd(consumer: Consumer, baseUrl: string): Promise<string> {
  const port = await freePort();
  const worker = await bundle(consumer, "workerd-source", WORKER(baseUrl));
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
