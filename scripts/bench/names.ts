/** The contender that the others are compared with. */
export const RAW = "fetch of Node";
export const BARE = "openapi-fetch";
export const CLIENT = "this client";
export const CLIENT_ON_UNDICI = "this client, ./undici";
/** The client that the transport on undici has to beat. */
export const AZURE = "@azure-rest/core-client";
