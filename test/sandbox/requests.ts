/** Where the operation is, in the global cloud. */
export const LINK_URL = "https://api.partnercenter.microsoft.com/v1/customers/relationshiprequests";

/** A request that the service would accept, with whatever the headers change. */
export function linkRequest(headers: Record<string, string> = {}, init?: RequestInit): Request {
  return new Request(LINK_URL, {
    headers: { Authorization: "Bearer any-token", ...headers },
    ...init,
  });
}
