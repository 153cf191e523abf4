/** A `fetch` to send with, the platform's or another. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;
