import {
  type DeviceCodeOptions,
  signInWithDeviceCode,
  type UserCode,
} from "partner-center-client/auth";
import { PUBLIC_CLIENT_ID, TENANT_ID } from "./app.js";

export const CODE = {
  device_code: "a-device-code",
  user_code: "B7KX-QM2P",
  verification_uri: "https://login.example.com/device",
  expires_in: 900,
  interval: 3,
};
export const TOKENS = {
  access_token: "an-access-token",
  token_type: "Bearer",
  expires_in: 3600,
  refresh_token: "a-refresh-token",
};
export const PENDING = { error: "authorization_pending" };

/** Signs in at an authority that gives these replies one after the other, with a clock that only waiting moves. */
export function signInTo(
  replies: ReadonlyArray<Readonly<Record<string, unknown>> | Error>,
  options: Partial<DeviceCodeOptions> = {},
) {
  let now = 0;
  const waits: number[] = [];
  const codes: UserCode[] = [];
  const left = [...replies];
  const signIn = signInWithDeviceCode({
    tenantId: TENANT_ID,
    clientId: PUBLIC_CLIENT_ID,
    authority: "https://login.example.com",
    onUserCode: (code) => codes.push(code),
    fetch: async () => {
      const reply = left.shift() ?? new Error("There is no reply left.");
      if (reply instanceof Error) {
        throw reply;
      }
      return Response.json(reply, { status: "error" in reply ? 400 : 200 });
    },
    now: () => now,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    ...options,
  });
  return { signIn, waits, codes };
}
