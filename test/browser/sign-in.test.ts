import axe from "axe-core";
import {
  type BrowserOptions,
  type BrowserSignIn,
  refreshTokenCredential,
  signInWithBrowser,
} from "partner-center-client/auth";
import type { Page } from "playwright-core";
import { PUBLIC_CLIENT_ID, SCOPE, TENANT_ID } from "../auth/app.js";
import { failureOf } from "../auth/credential.js";
import { allOf } from "../auth/planted.js";
import { withServer } from "../server.js";
import { type BrowserAuthority, OTHER_TENANT, withBrowserAuthority } from "./authority.js";
import { withPage } from "./chromium.js";

interface UnderWay extends BrowserAuthority {
  readonly signIn: Promise<BrowserSignIn>;
  readonly redirectUri: string;
  readonly state: string;
  /** At the authority, where the user chooses. */
  readonly page: Page;
  /** What the page asked for since, without queries. */
  readonly asked: string[];
}

/** Runs `use` with a sign-in that has opened a browser. */
async function withSignIn(
  use: (underWay: UnderWay) => Promise<void>,
  options: Partial<BrowserOptions> = {},
): Promise<void> {
  await withBrowserAuthority(async (server) => {
    let show: (url: string) => void = () => undefined;
    const shown = new Promise<string>((resolve) => {
      show = resolve;
    });
    const controller = new AbortController();
    const signIn = signInWithBrowser({
      tenantId: TENANT_ID,
      clientId: PUBLIC_CLIENT_ID,
      authority: server.authority,
      onUrl: show,
      signal: controller.signal,
      ...options,
    });
    // The test looks at it when the page has been seen.
    signIn.catch(() => undefined);
    const url = await shown;
    try {
      await withPage(url, {}, async ({ page }) => {
        const asked: string[] = [];
        page.on("request", (request) => asked.push(request.url().split("?")[0] ?? ""));
        const { searchParams } = new URL(url);
        const redirectUri = searchParams.get("redirect_uri") ?? "";
        const state = searchParams.get("state") ?? "";
        await use({ ...server, signIn, redirectUri, state, page, asked });
      });
    } finally {
      controller.abort();
    }
  });
}

/** Another page of the same browser. */
async function openBeside(page: Page, url: string): Promise<Page> {
  const other = await page.context().browser()?.newPage();
  if (other === undefined) {
    throw new Error("The page has no browser.");
  }
  await other.goto(url);
  return other;
}

/** Chooses at the authority, and waits for the page at the end. */
async function choose(page: Page, choice: string, heading: string): Promise<void> {
  await page.getByRole("link", { name: choice }).click();
  await page.getByRole("heading", { name: heading }).waitFor();
}

/** Everything that is left of a sign-in in the browser: the page, its address and the history. */
async function leftIn(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  return [await page.content(), page.url(), JSON.stringify(entries.slice(-1))].join("\n");
}

describe("a sign-in with Chromium", () => {
  it("gives the tokens and the user, and a refresh token that works", () =>
    // This authority, unlike Entra ID, gives a refresh token for later to none but who asks for consent.
    withSignIn(
      async ({ signIn, page, authority }) => {
        await choose(page, "ada", "You are signed in");
        const { refreshToken, accessToken, user } = await signIn;

        expect(user).toEqual({
          name: "Ada Lovelace",
          userName: "ada@contoso.com",
          tenantId: TENANT_ID,
        });
        const credential = refreshTokenCredential({
          tenantId: TENANT_ID,
          clientId: PUBLIC_CLIENT_ID,
          authority,
          refreshToken,
        });
        const next = await credential.getToken(SCOPE);
        expect(next?.token).toMatch(/./);
        expect(next?.token).not.toBe(accessToken.token);
      },
      { prompt: "consent" },
    ));

  it.each([
    ["ada", "You are signed in"],
    ["decline", "You are not signed in"],
  ])(
    "ends for %s on a page without barriers, that asks for nothing and keeps no secret",
    (choice, heading) =>
      withSignIn(async ({ signIn, redirectUri, page, asked, secrets, state }) => {
        await choose(page, choice, heading);
        await signIn.catch(() => undefined);

        expect(page.url()).toBe(`${redirectUri}/`);
        expect(asked.slice(asked.indexOf(`${redirectUri}/`))).toEqual([`${redirectUri}/`]);
        const left = await leftIn(page);
        expect([state, ...secrets].filter((secret) => left.includes(secret))).toEqual([]);
        expect(secrets).toHaveLength(choice === "ada" ? 5 : 0);
        await page.evaluate(axe.source);
        const violations = await page.evaluate(async () => (await window.axe.run()).violations);
        expect(violations).toEqual([]);
      }),
  );

  it.each([
    [
      "decline",
      'the browser came back with code AADSTS65004, "User declined to consent." ' +
        "The user, or whoever administers the tenant, did not allow it. Start again.",
    ],
    [
      "approval",
      `at http://127.0.0.1:PORT/${TENANT_ID}/adminconsent?client_id=${PUBLIC_CLIENT_ID}`,
    ],
    ["grace", `the user came from tenant ${OTHER_TENANT}, and tenant ${TENANT_ID} was expected. `],
  ])("that ends with %s says so in words, without a secret", (choice, words) =>
    withSignIn(async ({ signIn, page, secrets }) => {
      await choose(page, choice, "You are not signed in");

      const error = await failureOf(signIn);

      expect(String(error).replace(/(127\.0\.0\.1):\d+/, "$1:PORT")).toContain(words);
      const shown = allOf(error);
      expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    }),
  );

  it("ends with words when the user closes the window and the time is over", async () => {
    let end: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    await withSignIn(
      async ({ signIn, page }) => {
        await page.close();
        end();

        await expect(signIn).rejects.toThrow("nobody came back from the browser within 5 minutes");
      },
      { wait: () => over },
    );
  });

  it("is not ended by another page that guesses", () =>
    withSignIn(async ({ signIn, redirectUri, page, codes }) => {
      const forged = `${redirectUri}/?code=evil&state=a-guess`;
      const attack = `<body><img src="${forged}"><iframe src="${forged}"></iframe>
<form method="post" action="${forged}" target="frame"></form><iframe name="frame"></iframe>
<script>
  document.forms[0].submit();
  const outcome = (mode) => fetch("${forged}", { mode }).then(() => "seen", () => "not seen");
  Promise.all([outcome("cors"), outcome("no-cors")]).then((outcomes) => {
    document.title = outcomes.join();
  });
</script>`;
      await withServer(
        (response) => response.setHeader("Content-Type", "text/html").end(attack),
        async ({ url }) => {
          const other = await openBeside(page, url);
          await other.waitForFunction(() => document.title !== "");
          await expect(other.title()).resolves.toMatch(/^not seen,/);
          await other.goto(forged);
          await expect(other.content()).resolves.toContain("Nobody waits for this.");
        },
      );
      expect(codes).toEqual([]);

      await choose(page, "ada", "You are signed in");

      await expect(signIn).resolves.toHaveProperty("user.userName", "ada@contoso.com");
      expect(codes).toHaveLength(1);
    }));

  it("refuses a second redirect with the right state and a stolen code", async () => {
    const second = { open: async () => "" };
    let seen = "";
    await withSignIn(
      async ({ signIn, redirectUri, state, page, codes }) => {
        second.open = async () => {
          const other = await openBeside(page, `${redirectUri}/?code=stolen&state=${state}`);
          return other.content();
        };

        await choose(page, "ada", "You are signed in");

        await expect(signIn).resolves.toHaveProperty("user.userName", "ada@contoso.com");
        expect(seen).toContain("This was answered before.");
        expect(codes).not.toContain("stolen");
        expect(codes).toHaveLength(1);
      },
      {
        fetch: async (request, init) => {
          seen = await second.open();
          return fetch(request, init);
        },
      },
    );
  });

  it("ends twice at once, each with its own user's tokens", () =>
    withSignIn((one) =>
      withSignIn(async (other) => {
        await choose(other.page, "ada", "You are signed in");
        await choose(one.page, "ada", "You are signed in");

        const [first, second] = await Promise.all([one.signIn, other.signIn]);
        expect(one.secrets).toContain(first.refreshToken);
        expect(other.secrets).toContain(second.refreshToken);
      }),
    ));
});
