import {
  DeviceCodeCredential,
  InteractiveBrowserCredential,
  OnBehalfOfCredential,
} from "@azure/identity";
import { createPartnerCenterClient } from "partner-center-client";

const APP = {
  tenantId: "8c2f0b54-7a31-4a9e-b7f5-90c1d3e6f2a8",
  clientId: "5f0e2a6d-1b7c-4d38-9e42-6a8d3c7f1b90",
};

describe("a credential of @azure/identity", () => {
  test("of a device code fits without a cast", () => {
    const credential = new DeviceCodeCredential(APP);

    expect(() => createPartnerCenterClient({ credential })).not.toThrow();
  });

  test("of a browser fits without a cast", () => {
    const credential = new InteractiveBrowserCredential({
      ...APP,
      redirectUri: "http://localhost:1",
    });

    expect(() => createPartnerCenterClient({ credential })).not.toThrow();
  });

  test("on behalf of a user fits without a cast", () => {
    const credential = new OnBehalfOfCredential({
      ...APP,
      clientSecret: "a-client-secret",
      userAssertionToken: "a-token",
    });

    expect(() => createPartnerCenterClient({ credential })).not.toThrow();
  });
});
