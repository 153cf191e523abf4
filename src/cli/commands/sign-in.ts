import { AUTHORITY, CLOUD_NAMES, PROFILE, PROXY, TIMEOUT } from "../parser/common-options.js";
import { defineCommand, type OptionTable } from "../parser/definition.js";

export const signInOptions = {
  tenant: {
    type: "sign-in-tenant",
    placeholder: "tenant",
    isRequired: true,
    description: "id or domain name of the partner's tenant",
  },
  "client-id": {
    type: "app",
    placeholder: "app",
    isRequired: true,
    description: "id of the app registration to sign in with",
  },
  "device-code": {
    type: "flag",
    description: "enter a code in any browser, instead of opening the browser of this machine",
  },
  "refresh-token-file": {
    type: "text",
    placeholder: "file",
    isFile: true,
    conflictsWith: "profile",
    description: "write the refresh token to this file, for another machine, instead of keeping it",
  },
  profile: {
    ...PROFILE,
    description: "name of this sign-in; PARTNER_CENTER_PROFILE by default, else default",
  },
  cloud: {
    type: "cloud",
    placeholder: "name",
    description: `${CLOUD_NAMES.join(", ")}; global by default`,
  },
  authority: AUTHORITY,
  proxy: PROXY,
  timeout: TIMEOUT,
} as const satisfies OptionTable;

export const signIn = defineCommand({
  name: "sign-in",
  group: "Sign-in",
  summary: "Sign a user in with a browser, and keep the refresh token.",
  options: signInOptions,
  examples: [
    "sign-in --tenant contoso.onmicrosoft.com --client-id <app>",
    "sign-in --profile work --tenant <tenant> --client-id <app>",
    "sign-in --tenant <tenant> --client-id <app> --device-code",
  ],
  guide: "Set up your tenant",
  load: async () => (await import("./sign-in.handler.js")).signInUser,
});
