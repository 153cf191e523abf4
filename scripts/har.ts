import type { Fetch } from "partner-center-client";

interface HarHeader {
  readonly name: string;
  readonly value: string;
}

/** An exchange in an HTTP archive, as far as it is read here. */
interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly headers: readonly HarHeader[];
    readonly queryString: readonly HarHeader[];
    /** The body; left out when there is none. */
    readonly postData?: { readonly mimeType: string; readonly text: string };
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly headers: readonly HarHeader[];
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
  };
}

/** Records what goes through the `fetch` functions it is given. */
export interface HarRecorder {
  recorded(fetch: Fetch): Fetch;
  /** How many exchanges it has. */
  readonly size: number;
  /** The HTTP archive. Of authorization it has the word Bearer at most, and of cookies nothing. */
  archive(): string;
}

const SECRET_HEADERS = ["authorization", "proxy-authorization", "cookie", "set-cookie"];

export function createHarRecorder(): HarRecorder {
  const entries: HarEntry[] = [];
  return {
    get size() {
      return entries.length;
    },
    recorded: (fetch) => async (request, init) => {
      const start = new Date();
      // Before it is sent, as a body can be read once.
      const sent = await request.clone().arrayBuffer();
      const response = await fetch(request, init);
      entries.push(await entryOf(start, request, sent, response.clone()));
      return response;
    },
    archive: () =>
      JSON.stringify({
        log: { version: "1.2", creator: { name: "partner-center-client", version: "0" }, entries },
      }),
  };
}

async function entryOf(
  start: Date,
  request: Request,
  sent: ArrayBuffer,
  response: Response,
): Promise<HarEntry> {
  const body = await response.arrayBuffer();
  return {
    startedDateTime: start.toISOString(),
    time: Date.now() - start.valueOf(),
    request: {
      method: request.method,
      url: request.url,
      httpVersion: "HTTP/1.1",
      headers: headersOf(request.headers),
      queryString: pairs(new URL(request.url).searchParams),
      bodySize: sent.byteLength,
      ...(sent.byteLength > 0 && {
        postData: {
          mimeType: request.headers.get("Content-Type") ?? "",
          text: new TextDecoder().decode(sent),
        },
      }),
    },
    response: {
      status: response.status,
      statusText: response.statusText,
      httpVersion: "HTTP/1.1",
      headers: headersOf(response.headers),
      content: {
        size: body.byteLength,
        mimeType: response.headers.get("Content-Type") ?? "",
        text: new TextDecoder().decode(body),
      },
    },
  };
}

function headersOf(headers: Headers): HarHeader[] {
  return pairs(headers).map(({ name, value }) => ({
    name,
    value: SECRET_HEADERS.includes(name) ? value.replace(/^(Bearer )?.*/i, "$1[redacted]") : value,
  }));
}

function pairs(entries: Iterable<[string, string]>): HarHeader[] {
  return Array.from(entries, ([name, value]) => ({ name, value }));
}
