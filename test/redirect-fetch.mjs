// Preloaded by test/readme.test.ts: sends what a program sends to the service to a server on loopback.
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const { url, method, headers } = typeof input === "string" ? { url: input, ...init } : input;
  const { pathname, search } = new URL(url);
  return fetch(process.env.SERVICE + pathname + search, { ...init, method, headers });
};
