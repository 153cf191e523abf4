/**
 * Copies a request whose body has not been read, with what `clone` leaves out: the options of the platform that a call
 * had besides those of every `Request`, such as the `dispatcher` of Node or the `next` of Next.js.
 */
export function copyRequest(request: Request): Request {
  const others = Object.fromEntries(Object.entries(request));
  return Object.assign(new Request(request.clone(), others), others);
}
