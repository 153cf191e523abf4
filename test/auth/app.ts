// The apps that the authorization server of the tests knows.
export const TENANT_ID = "8c2f0b54-7a31-4a9e-b7f5-90c1d3e6f2a8";
export const CLIENT_ID = "5f0e2a6d-1b7c-4d38-9e42-6a8d3c7f1b90";
export const PUBLIC_CLIENT_ID = "c9a4e7b2-3d60-4f15-8b2c-7e1d5a9f0463";
export const ASSERTING_CLIENT_ID = "e1b6d3f8-9c25-4a70-a4d7-2f8b0c6e5913";
/** The secret of both confidential apps; one of them signs its assertions with it. */
export const CLIENT_SECRET = "a-client-secret-of-32-characters";
export const SCOPE = "https://api.partnercenter.microsoft.com/user_impersonation";
export const TOKEN_PATH = `/${TENANT_ID}/oauth2/v2.0/token`;
export const DEVICE_CODE_PATH = `/${TENANT_ID}/oauth2/v2.0/devicecode`;
