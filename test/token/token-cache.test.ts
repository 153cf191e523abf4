import type { AccessToken } from "partner-center-client";
import {
  createTokenCache,
  TOKEN_REFRESH_WINDOW_MS,
  tokenProblem,
  usableToken,
} from "../../src/token/token-cache.js";
import { countingCredential } from "../credentials.js";

const LIFE_MS = 3_600_000;

function setUp(token: Partial<AccessToken> = {}) {
  const clock = { now: 1_000_000 };
  const credential = countingCredential(() => clock.now, LIFE_MS);
  const cache = createTokenCache(
    async () => ({
      token: "",
      expiresOnTimestamp: 0,
      ...(await credential.getToken("")),
      ...token,
    }),
    () => clock.now,
  );
  const get = async () => (await cache.get()).token;
  return { clock, credential, get };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("createTokenCache", () => {
  it("reuses a token until two minutes before its end", async () => {
    const { clock, credential, get } = setUp();
    await get();

    clock.now += LIFE_MS - TOKEN_REFRESH_WINDOW_MS - 1;

    await expect(get()).resolves.toBe("a-token-1");
    await turn();
    expect(credential.asked).toHaveLength(1);
  });

  it("renews it in the last two minutes while it still serves", async () => {
    const { clock, credential, get } = setUp();
    await get();
    clock.now += LIFE_MS - TOKEN_REFRESH_WINDOW_MS;

    await expect(Promise.all([get(), get(), get()])).resolves.toEqual([
      "a-token-1",
      "a-token-1",
      "a-token-1",
    ]);
    await turn();

    await expect(get()).resolves.toBe("a-token-2");
    expect(credential.asked).toHaveLength(2);
  });

  it("renews it earlier when the credential says so", async () => {
    const { clock, credential, get } = setUp({ refreshAfterTimestamp: 1_000_000 + 60_000 });
    await get();
    clock.now += 60_000;

    await expect(get()).resolves.toBe("a-token-1");

    expect(credential.asked).toHaveLength(2);
  });

  it.each([
    ["a token that lives for a minute", { expiresOnTimestamp: 1_060_000 }],
    ["a token that should have been renewed already", { refreshAfterTimestamp: 999_999 }],
  ])("does not renew %s at once", async (_what, token) => {
    const { credential, get } = setUp(token);

    await get();
    await get();

    expect(credential.asked).toHaveLength(1);
  });

  it("asks again after five minutes when a renewal does not end, and not before", async () => {
    const clock = { now: 0, monotonic: 0 };
    let asked = 0;
    const cache = createTokenCache(
      async () => {
        asked += 1;
        return asked === 1
          ? new Promise<never>(() => undefined)
          : { token: "a-token", expiresOnTimestamp: LIFE_MS };
      },
      () => clock.now,
      () => clock.monotonic,
    );
    void cache.get();

    clock.now = 300_000;
    clock.monotonic = 299_999;
    void cache.get();
    expect(asked).toBe(1);
    // Somebody sets the clock back by an hour, which makes no wait longer.
    clock.now = -3_600_000;
    clock.monotonic = 300_000;

    await expect(cache.get()).resolves.toMatchObject({ token: "a-token" });
    expect(asked).toBe(2);
  });

  it("asks once for each refusal that brings the same token again, however many calls were refused", async () => {
    let asked = 0;
    const cache = createTokenCache(
      async () => {
        asked += 1;
        return { token: "refused", expiresOnTimestamp: LIFE_MS };
      },
      () => 0,
    );

    const replaced = Array.from({ length: 100 }, () => cache.replace("refused", undefined));

    expect(new Set((await Promise.all(replaced)).map(({ token }) => token))).toEqual(
      new Set(["refused"]),
    );
    expect(asked).toBe(1);
  });

  it("waits for another one when it has ended", async () => {
    const { clock, get } = setUp();
    await get();
    clock.now += LIFE_MS;

    await expect(Promise.all([get(), get()])).resolves.toEqual(["a-token-2", "a-token-2"]);
  });

  it("serves the old token while its renewal fails, and shows the failure once it has ended", async () => {
    const clock = { now: 0 };
    const failure = new Error("the authority is down");
    let asked = 0;
    const cache = createTokenCache(
      async () => {
        asked += 1;
        if (asked > 1) {
          throw failure;
        }
        return { token: "a-token", expiresOnTimestamp: LIFE_MS };
      },
      () => clock.now,
    );
    await cache.get();

    clock.now = LIFE_MS - 1;
    expect(await cache.get()).toMatchObject({ token: "a-token" });
    await turn();
    clock.now = LIFE_MS;

    await expect(cache.get()).rejects.toBe(failure);
    expect(asked).toBe(3);
  });
});

describe("tokenProblem", () => {
  const JWT = "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2ln";
  const QUOTES = "a token with quotes, which are not part of it";
  const DOCUMENT = "a JSON document in place of a token";
  const BEARER = "a token with the word Bearer before it";
  const OTHER =
    "a token with a space, a line break, a comma or another character that no token has";

  it.each([JWT, "opaque", "EwB-._~+/8==", "a", "0", "null"])("is none of %j", (token) => {
    expect(tokenProblem(token)).toBeUndefined();
  });

  it.each<[problem: string, token: unknown]>([
    [QUOTES, `"${JWT}"`],
    [QUOTES, `'${JWT}'`],
    [QUOTES, `\u201c${JWT}\u201d`],
    [QUOTES, `\`${JWT}\``],
    [QUOTES, `"${JWT}`],
    [QUOTES, `"${JWT}",`],
    [QUOTES, `Bearer "${JWT}"`],
    [QUOTES, `"accessToken": "${JWT}"`],
    [DOCUMENT, JSON.stringify({ accessToken: JWT })],
    [DOCUMENT, `${JSON.stringify({ access_token: JWT, expires_in: 3600 }, null, 2)}\n`],
    [DOCUMENT, JSON.stringify([JWT])],
    [DOCUMENT, ` [ [{"token": "${JWT}"`],
    [DOCUMENT, "{"],
    [BEARER, `Bearer ${JWT}`],
    [BEARER, `  bearer\t${JWT}`],
    [OTHER, `${JWT},`],
    [OTHER, `${JWT};`],
    [OTHER, `${JWT}\r\nX-Evil: 1`],
    [OTHER, `${JWT} `],
    [OTHER, `\ufeff${JWT}`],
    [OTHER, `<${JWT}>`],
    [OTHER, `access_token=${JWT}`],
    [OTHER, `t\u00f6ken`],
    [OTHER, "[object Object]"],
    [OTHER, "=="],
    ["an empty token", ""],
    ["an empty token", " \n"],
    ["an empty token", 1],
    ["an empty token", undefined],
  ])("is %j of %j, and shows nothing of the token", (problem, token) => {
    expect(tokenProblem(token)).toBe(problem);
  });
});

describe("usableToken", () => {
  const NOW = 1_000_000;

  /** A token whose members have these values one after the other, and then the last one. */
  function changing(values: Record<keyof AccessToken, readonly unknown[]>): AccessToken {
    const token = { token: "", expiresOnTimestamp: 0, refreshAfterTimestamp: 0 };
    for (const [name, [...left]] of Object.entries(values)) {
      Object.defineProperty(token, name, {
        get: () => (left.length > 1 ? left.shift() : left[0]),
        enumerable: true,
      });
    }
    return token;
  }

  it.each([
    ["the token", { token: ["first", "second\r\nX-Evil: 1"] }],
    ["the end", { expiresOnTimestamp: [NOW + 1000, Number.NaN, "never"] }],
    ["the time of renewal", { refreshAfterTimestamp: [NOW + 500, {}] }],
  ])("is a copy of what was checked when a getter changes %s", (_what, values) => {
    const token = usableToken(
      changing({
        token: ["first"],
        expiresOnTimestamp: [NOW + 1000],
        refreshAfterTimestamp: [NOW + 500],
        ...values,
      }),
      NOW,
    );

    const expected = {
      token: "first",
      expiresOnTimestamp: NOW + 1000,
      refreshAfterTimestamp: NOW + 500,
    };
    expect([token, { ...token }]).toEqual([expected, expected]);
  });

  it("keeps what was checked when its token is changed later", () => {
    const given = { token: "first", expiresOnTimestamp: NOW + 1000 };
    const token = usableToken(given, NOW);
    given.token = "second";

    expect(token.token).toBe("first");
  });

  it.each([
    ["a token with quotes", { token: ['"a-secret"', "first"] }, "it returned a token with quotes"],
    ["an end that is past", { expiresOnTimestamp: [NOW, NOW + 1000] }, "that expired at"],
    ["an end that is text", { expiresOnTimestamp: ["never", NOW + 1000] }, "without a number"],
  ])("throws for %s that is none when it is read again", (_what, values, words) => {
    const given = changing({
      token: ["first"],
      expiresOnTimestamp: [NOW + 1000],
      refreshAfterTimestamp: [undefined],
      ...values,
    });

    expect(() => usableToken(given, NOW)).toThrow(words);
    expect(() => usableToken(given, NOW)).not.toThrow("a-secret");
  });
});
