import { proxyFor, proxyUrl } from "../../src/undici/proxy.js";

const SERVICE = "https://api.partnercenter.microsoft.com";
const PROXY = "http://proxy.contoso.com:8080";

const nameFor = (address: string, env: Record<string, string>) =>
  proxyFor(new URL(address), env)?.name;
const isProxied = (address: string, exceptions: string) =>
  nameFor(address, { https_proxy: PROXY, http_proxy: PROXY, no_proxy: exceptions }) !== undefined;

describe("proxyFor", () => {
  it.each<[expected: string | undefined, address: string, env: Record<string, string>]>([
    [undefined, SERVICE, {}],
    ["HTTPS_PROXY", SERVICE, { HTTPS_PROXY: PROXY }],
    ["https_proxy", SERVICE, { https_proxy: PROXY, HTTPS_PROXY: "http://other.example" }],
    ["HTTPS_PROXY", SERVICE, { https_proxy: "", HTTPS_PROXY: PROXY }],
    ["HTTPS_PROXY", SERVICE, { https_proxy: "  ", HTTPS_PROXY: PROXY }],
    ["ALL_PROXY", SERVICE, { ALL_PROXY: PROXY }],
    ["all_proxy", SERVICE, { all_proxy: PROXY, ALL_PROXY: "http://other.example" }],
    ["HTTPS_PROXY", SERVICE, { ALL_PROXY: "http://other.example", HTTPS_PROXY: PROXY }],
    [undefined, SERVICE, { HTTP_PROXY: PROXY }],
    ["HTTP_PROXY", "http://contoso.com", { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY }],
  ])("is named by %s for %s with %j", (expected, address, env) => {
    expect(nameFor(address, env)).toBe(expected);
  });

  it.each([
    ["https://contoso.com", "contoso.com"],
    ["https://www.contoso.com", "contoso.com"],
    ["https://contoso.com", ".contoso.com"],
    ["https://www.contoso.com", "*.contoso.com"],
    ["https://CONTOSO.com", "Contoso.COM"],
    ["https://contoso.com.", "contoso.com"],
    ["https://contoso.com", "contoso.com."],
    ["https://contoso.com", "*"],
    ["https://contoso.com", "example.com, *"],
    ["https://a.www.contoso.com", "*.contoso.com"],
    ["https://contoso.com", "example.com  ,  contoso.com"],
    ["https://0.0.0.0", "0.0.0.0/0"],
    ["https://10.1.2.3", "10.1.2.3/32"],
    ["https://[::ffff:10.1.2.3]", "::ffff:10.1.2.3"],
    ["https://[::ffff:10.1.2.3]", "::ffff:10.0.0.0/104"],
    ["https://10.1.2.3", "*"],
    ["https://contoso.com", "example.com contoso.com"],
    ["https://contoso.com", "example.com,\tcontoso.com,"],
    ["https://contoso.com", "contoso.com:443"],
    ["http://contoso.com", "contoso.com:80"],
    ["https://contoso.com:8443", "contoso.com:8443"],
    ["https://10.1.2.3", "10.1.2.3"],
    ["https://10.1.2.3:8443", "10.1.2.3:8443"],
    ["https://10.1.2.3", "10.0.0.0/8"],
    ["https://[::1]", "::1"],
    ["https://[::1]", "[::1]"],
    ["https://[::1]:8443", "[::1]:8443"],
    ["https://[2001:db8::1]", "2001:db8:0:0::1"],
    ["https://[2001:db8::1]", "2001:db8::/32"],
  ])("is none for %s, which NO_PROXY %j has", (address, exceptions) => {
    expect(isProxied(address, exceptions)).toBe(false);
  });

  it.each([
    ["https://contoso.com", ""],
    ["https://contoso.com", "*.contoso.com"],
    ["https://contoso.com", "..contoso.com"],
    ["https://othercontoso.com", "*.contoso.com"],
    ["https://10.1.2.3", "0.0.0.0/0"],
    ["https://10.1.2.3", "*.2.3"],
    ["https://[2001:db8::1]", "::/0"],
    ["https://[::ffff:10.1.2.3]", "10.0.0.0/8"],
    ["https://10.1.2.3", "::ffff:10.0.0.0/104"],
    ["https://contoso.com", ","],
    ["https://contoso.com", "www.contoso.com"],
    ["https://othercontoso.com", "contoso.com"],
    ["https://contoso.com.example", "contoso.com"],
    ["https://contoso.com", "contoso.com:8443"],
    ["https://contoso.com:8443", "contoso.com:443"],
    ["https://10.1.2.3", "10.1.2.30"],
    ["https://10.1.2.3", ".2.3"],
    ["https://11.1.2.3", "10.0.0.0/8"],
    ["https://10.1.2.3", "10.0.0.0/99"],
    ["https://10.1.2.3", "10.0.0.0/8:8443"],
    ["https://10.1.2.3", "ten/8"],
    ["https://11.1.2.3", "10.0.0.0/"],
    ["https://11.1.2.3", "10.0.0.0/ 8"],
    ["https://contoso.com", "10.0.0.0/8"],
    ["https://[::1]", "::2"],
    ["https://[::1]", "[::1]:8443"],
    ["https://[2001:db9::1]", "2001:db8::/32"],
    ["https://contoso.com", "%%%,[,]:x,:,/"],
  ])("is there for %s, which NO_PROXY %j has not", (address, exceptions) => {
    expect(isProxied(address, exceptions)).toBe(true);
  });
});

describe("proxyUrl", () => {
  it.each([
    ["proxy.contoso.com:8080", "http://proxy.contoso.com:8080"],
    ["user:p%40ss@proxy.contoso.com", "http://user:p%40ss@proxy.contoso.com"],
    ["https://proxy.contoso.com", "https://proxy.contoso.com"],
    ["[::1]:8080", "http://[::1]:8080"],
  ])("reads %s as %s", (value, url) => {
    expect(proxyUrl({ name: "HTTPS_PROXY", value })).toBe(url);
  });

  it.each([
    "socks5://user:p4ssword@proxy.contoso.com",
    "ftp://p4ssword",
    "http://",
    "p4ssword@",
    "http://proxy.contoso.com/p4ssword",
    "http://user:p4ssword%@proxy.contoso.com",
  ])("refuses %s, names the variable and shows nothing of it", (value) => {
    const reading = () => proxyUrl({ name: "HTTPS_PROXY", value });

    expect(reading).toThrow(
      new TypeError(
        "Expected `HTTPS_PROXY` to be the URL of an http or https proxy (SOCKS is not known), got a string.",
      ),
    );
  });
});
