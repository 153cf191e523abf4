import { createUndiciFetch } from "partner-center-client/undici";
import { type Handler, type TestServer, withServer } from "../server.js";

/** What the fetch of Node and ours have in common. */
export type AnyFetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/** The fetch of Node and ours, which have to pass the same tests. Each runs with a server that answers with `handler`. */
export const FETCHES: Array<[name: string, use: WithFetch]> = [
  ["the fetch of Node", (handler, use) => withServer(handler, (server) => use(fetch, server))],
  [
    "createUndiciFetch",
    (handler, use) =>
      withServer(handler, async (server) => {
        const undici = createUndiciFetch();
        await use(undici, server);
        await undici.close();
      }),
  ],
];

/** Runs `use` with a fetch and a server. */
export type WithFetch = (
  handler: Handler,
  use: (fetch: AnyFetch, server: TestServer) => Promise<unknown>,
) => Promise<unknown>;

/** Bytes of a body, read as a stream. */
export async function streamed(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await response.body?.pipeTo(new WritableStream({ write: (chunk) => void chunks.push(chunk) }));
  return Buffer.concat(chunks);
}
