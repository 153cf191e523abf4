import { request as sendRequest } from "node:http";
import { type BrowserOptions, signInWithBrowser } from "partner-center-client/auth";
import { PUBLIC_CLIENT_ID, TENANT_ID } from "./app.js";

/** What a knock at the listener is answered with. */
export interface KnockReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** How a browser, or something else, knocks at the listener. */
export interface Knock {
  readonly method?: string;
  readonly path?: string;
  readonly host?: string;
  /** The address to connect to. */
  readonly address?: string;
}

/** An ID token as Entra ID writes it; nobody checks the signature of one that comes over TLS. */
export function idToken(claims: Readonly<Record<string, unknown>>): string {
  const now = Math.floor(Date.now() / 1000);
  const [header, payload] = [
    { alg: "RS256", typ: "JWT" },
    {
      iss: `https://login.example.com/${TENANT_ID}/v2.0`,
      sub: "a-user",
      aud: PUBLIC_CLIENT_ID,
      iat: now,
      nbf: now,
      exp: now + 3600,
      tid: TENANT_ID,
      name: "Ada Lovelace",
      preferred_username: "ada@contoso.com",
      ...claims,
    },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  return `${header}.${payload}.c2lnbmF0dXJl`;
}

type Reply = Readonly<Record<string, unknown>> | Response;

/** A sign-in that has shown the address to the user, at an authority that gives these tokens. */
export async function startSignIn(
  reply: (nonce: string) => Reply | Promise<Reply>,
  options: Partial<BrowserOptions> = {},
) {
  const forms: URLSearchParams[] = [];
  let show: (url: string) => void = () => undefined;
  const shown = new Promise<string>((resolve) => {
    show = resolve;
  });
  const signIn = signInWithBrowser({
    tenantId: TENANT_ID,
    clientId: PUBLIC_CLIENT_ID,
    authority: "https://login.example.com",
    onUrl: show,
    fetch: async (request) => {
      forms.push(new URLSearchParams(await request.text()));
      const nonce = new URL(await shown).searchParams.get("nonce") ?? "";
      const answer = await reply(nonce);
      return answer instanceof Response
        ? answer
        : Response.json(answer, { status: "error" in answer ? 400 : 200 });
    },
    ...options,
  });
  // Whoever fails first is looked at by the test.
  signIn.catch(() => undefined);
  const url = await Promise.race([shown, signIn.then(() => "")]);
  const { searchParams } = new URL(url);
  const redirectUri = searchParams.get("redirect_uri") ?? "";
  const state = searchParams.get("state") ?? "";
  return {
    signIn,
    url,
    redirectUri,
    state,
    forms,
    knock: (knock: Knock = {}) => knockAt(redirectUri, knock),
    /** Comes back as the authority sends a browser back. */
    comeBack: (query: Readonly<Record<string, string>>) =>
      knockAt(redirectUri, { path: `/?${new URLSearchParams({ state, ...query })}` }),
  };
}

/** Knocks at the listener, which may be asked by another name than its own. */
export function knockAt(
  redirectUri: string,
  { method = "GET", path = "/", host, address = "127.0.0.1" }: Knock,
): Promise<KnockReply> {
  const { port, host: ownHost } = new URL(redirectUri);
  return new Promise((resolve, reject) => {
    const headers = { Host: host ?? ownHost };
    const request = sendRequest({ host: address, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on("error", reject);
    request.end();
  });
}
