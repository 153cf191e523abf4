// Preloaded by test/readme.test.ts: sends what a program sends to the service to a server on loopback.
const { fetch } = globalThis;

globalThis.fetch = async (request, init) => {
  const { pathname, search } = new URL(request.url);
  const { method, headers } = request;
  return fetch(process.env.SERVICE + pathname + search, { ...init, method, headers });
};
