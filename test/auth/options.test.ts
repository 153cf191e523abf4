import {
  type RefreshTokenCredentialOptions,
  refreshTokenCredential,
  signInWithDeviceCode,
} from "partner-center-client/auth";

const OPTIONS = { tenantId: "contoso.com", clientId: "an-app", refreshToken: "a-token" };

/** The options with some of them replaced by values that the types would not let pass. */
function optionsWith(wrong: Record<string, unknown>): RefreshTokenCredentialOptions {
  return Object.assign({}, OPTIONS, wrong);
}

const REFUSALS: ReadonlyArray<[message: string, wrong: Record<string, unknown>]> = [
  [
    "Expected `tenantId` to be the id or a domain name of a tenant, got an empty string.",
    { tenantId: "" },
  ],
  [
    'Expected `tenantId` to be the id or a domain name of a tenant, got "../common".',
    { tenantId: "../common" },
  ],
  [
    "Expected `clientId` to be the id of an app registration, got undefined.",
    { clientId: undefined },
  ],
  [
    "Expected `refreshToken` to be text without white space, got undefined.",
    { refreshToken: undefined },
  ],
  [
    "Expected `refreshToken` to be text without white space, got a string.",
    { refreshToken: "a\n" },
  ],
  [
    "Expected `clientSecret` to be text without white space, got an empty string.",
    { clientSecret: "" },
  ],
  [
    "Expected `clientAssertion` to be text without white space, got a number.",
    { clientAssertion: 1 },
  ],
  [
    "Expected `clientAssertion` to be absent beside `clientSecret`, got a string.",
    { clientSecret: "a", clientAssertion: "b" },
  ],
  [
    'Expected `whileStoreFails` to be "redeem" or "fail", got "retry".',
    { whileStoreFails: "retry" },
  ],
  ['Expected `whileStoreFails` to be "redeem" or "fail", got true.', { whileStoreFails: true }],
  ['Expected `whileStoreFails` to be "redeem" or "fail", got null.', { whileStoreFails: null }],
  [
    'Expected `cloud` to be one of global, china, usGovernment, got "germany".',
    { cloud: "germany" },
  ],
  [
    'Expected `authority` to be an https URL (http only for loopback), got "http://login.example.com/".',
    { authority: "http://login.example.com" },
  ],
  [
    'Expected `authority` to be a URL without user name, password, query and fragment, got "https://login.example.com/".',
    { authority: "https://login.example.com/?a=b" },
  ],
  ["Expected `scope` to be scopes with a space between, got an empty string.", { scope: "" }],
  ["Expected `timeoutMs` to be milliseconds from 1 to 2147483647, got 0.", { timeoutMs: 0 }],
  ["Expected `fetch` to be a function, got an object.", { fetch: {} }],
  ["Expected `now` to be a function, got a number.", { now: 0 }],
  ["Expected `wait` to be a function, got a number.", { wait: 0 }],
  ["Expected `onRefreshToken` to be a function, got a boolean.", { onRefreshToken: true }],
  [
    "Expected `store` to be an object with the functions `get` and `set`, got null.",
    { store: null },
  ],
  [
    "Expected `store` to be an object with the functions `get` and `set`, got an object.",
    { store: { get() {} } },
  ],
];

describe("refreshTokenCredential", () => {
  for (const [message, wrong] of REFUSALS) {
    test(`refuses ${Object.keys(wrong).join(" with ")}: ${message}`, () => {
      expect(() => refreshTokenCredential(optionsWith(wrong))).toThrow(new TypeError(message));
    });
  }

  test("takes an authority on https, and on http at loopback", () => {
    for (const authority of ["https://login.example.com/", "http://localhost:1", "http://[::1]"]) {
      expect(() => refreshTokenCredential({ ...OPTIONS, authority })).not.toThrow();
    }
  });
});

describe("signInWithDeviceCode", () => {
  test("refuses to start without a way to show the code", async () => {
    const options = Object.assign({ onUserCode() {} }, OPTIONS, { onUserCode: undefined });

    await expect(signInWithDeviceCode(options)).rejects.toThrow(
      new TypeError("Expected `onUserCode` to be a function, got undefined."),
    );
  });
});
