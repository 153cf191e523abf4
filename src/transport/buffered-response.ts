import { exchangeOf, rememberExchange } from "../exchange.js";

/**
 * Gives a response whose body has been read into memory its body back: every member that reads it works as
 * before, once. Changing the response in place keeps its URL and costs far less than building another one.
 */
export function bufferedResponse(
  response: Response,
  body: Uint8Array<ArrayBuffer>,
  text: string,
): Response {
  let read = false;
  let whole: Response | undefined;

  const takeText = (): string => {
    read = true;
    return text;
  };
  const unread = (): Response => {
    if (read) {
      throw new TypeError("Body is unusable: it has been read already.");
    }
    whole ??= new Response(body, { headers: response.headers });
    return whole;
  };
  const spent = (): Response => {
    whole ??= new Response(body);
    void whole.body?.cancel();
    return whole;
  };
  const clone = (): Response => {
    if (read || whole?.bodyUsed || whole?.body?.locked) {
      throw new TypeError("Body is unusable: it has been read already.");
    }
    const { status, statusText, headers, url, redirected, type } = response;
    const copy = new Response(null, { status, statusText, headers });
    Object.defineProperties(copy, {
      url: { value: url },
      redirected: { value: redirected },
      type: { value: type },
    });
    const exchange = exchangeOf(response);
    if (exchange !== undefined) {
      rememberExchange(copy, exchange);
    }
    return bufferedResponse(copy, body, text);
  };

  return Object.defineProperties(response, {
    text: { value: async () => (read || whole ? unread().text() : takeText()) },
    json: { value: async () => (read || whole ? unread().json() : JSON.parse(takeText())) },
    arrayBuffer: { value: async () => unread().arrayBuffer() },
    blob: { value: async () => unread().blob() },
    bytes: { value: async () => new Uint8Array(await unread().arrayBuffer()) },
    formData: { value: async () => unread().formData() },
    body: { get: () => (read ? spent() : unread()).body },
    bodyUsed: { get: () => read || whole?.bodyUsed === true },
    clone: { value: clone },
  });
}
