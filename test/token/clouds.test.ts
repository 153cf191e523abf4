import { clouds } from "partner-center-client";
import { cloudNamed } from "../../src/token/clouds.js";
import { bundledSpec } from "../spec/bundle.js";

describe("clouds", () => {
  it("has the servers of the description, and no other", async () => {
    const { servers } = await bundledSpec();

    const baseUrls = new Set(Object.values(clouds).map(({ baseUrl }) => baseUrl));

    expect(servers.map(({ url }: { url: string }) => url)).toEqual([...baseUrls]);
  });

  it("asks for the scope of the description in the global cloud", async () => {
    const { security } = await bundledSpec();

    expect(security).toEqual([{ appPlusUser: [clouds.global.scope] }]);
  });

  it.each(Object.entries(clouds))("gives %s a scope of its own API", (_name, cloud) => {
    expect(cloud.scope).toBe(`${cloud.baseUrl}/user_impersonation`);
  });

  it("signs users of each cloud in at another authority", () => {
    expect(Object.values(clouds).map(({ authority }) => authority)).toEqual([
      "https://login.microsoftonline.com",
      "https://login.partner.microsoftonline.cn",
      "https://login.microsoftonline.us",
    ]);
  });

  it.each(["toString", "__proto__", "Global"])("refuses the name %s", (name) => {
    expect(() => Reflect.apply(cloudNamed, undefined, [name])).toThrow(
      `Expected \`cloud\` to be one of global, china, usGovernment, got "${name}".`,
    );
  });
});
