import { checkedBaseUrl, isSafeForTokens } from "../../src/wire/base-url.js";

describe("checkedBaseUrl", () => {
  it.each([
    ["https://api.partnercenter.microsoft.com", "https://api.partnercenter.microsoft.com"],
    ["https://proxy.contoso.com/partner-center/", "https://proxy.contoso.com/partner-center"],
    ["https://proxy.contoso.com/a//", "https://proxy.contoso.com/a"],
    ["http://localhost:8080/", "http://localhost:8080"],
    ["https://contoso.com/{version}", "https://contoso.com/%7Bversion%7D"],
  ])("takes %s", (given, expected) => {
    expect(checkedBaseUrl(given)).toBe(expected);
  });

  it.each(["https://contoso.com/?a=1", "https://contoso.com/#a"])(
    "refuses %s, whose rest would be lost",
    (given) => {
      expect(() => checkedBaseUrl(given)).toThrow(
        'Expected `baseUrl` to be a URL without user name, password, query and fragment, got "https://contoso.com/".',
      );
    },
  );

  it.each([
    "https://user:secret@contoso.com/",
    "http://user:secret@contoso.com/",
    "ftp://user:secret@contoso.com/",
    "http://user:se/secret@contoso.com/",
    "http:\\\\user:secret@contoso.com",
    "http://contoso.com/?signature=secret",
    "https://contoso.com:port/?secret",
  ])("refuses %s without repeating the password", (given) => {
    expect(() => checkedBaseUrl(given)).toThrow(/^Expected `baseUrl`(?!.*secret)/);
  });
});

describe("isSafeForTokens", () => {
  it.each([
    ["https://contoso.com", true],
    ["http://localhost:1", true],
    ["http://127.0.0.1", true],
    ["http://127.1.2.3", true],
    ["http://[::1]:1", true],
    ["http://contoso.com", false],
    ["http://127.0.0.1.contoso.com", false],
    ["http://localhost.contoso.com", false],
    ["http://10.0.0.1", false],
    ["ws://localhost", false],
  ])("says of %s: %s", (url, safe) => {
    expect(isSafeForTokens(new URL(url))).toBe(safe);
  });
});
