// Preloaded by tests of examples: sends what a program sends to the service to a server on loopback.
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname, search } = new URL(request.url);
  const body = request.body && (await request.text());
  return fetch(process.env.SERVICE + pathname + search, {
    ...init,
    method: request.method,
    headers: request.headers,
    ...(body && { body }),
  });
};
