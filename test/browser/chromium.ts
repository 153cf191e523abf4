import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

// No background traffic of the browser's own, and what a container without a GPU needs.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page, and what a reader would not see going wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses other than the document's own that were asked for, and everything that was logged as an error. */
  readonly problems: string[];
}

// One for all pages of a test file, as a browser takes longer to start than most tests.
let launched: Promise<Browser> | undefined;
afterAll(async () => (await launched)?.close());

/** Opens an address in a browser, with a profile of its own, and closes the profile afterwards. */
export async function withPage<Result>(
  url: string,
  options: BrowserContextOptions,
  use: (page: WatchedPage) => Promise<Result>,
): Promise<Result> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(
      `${executablePath} is missing. Install it with \`apt-get install -y chromium\`, or name another one in CHROMIUM.`,
    );
  }
  launched ??= chromium.launch({ executablePath, args: FLAGS });
  const context = await (await launched).newContext(options);
  try {
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("request", (request) => {
      if (
        request.url().split("#")[0] !== url.split("#")[0] &&
        !/^(data|blob):/.test(request.url())
      ) {
        problems.push(`asks for ${request.url()}`);
      }
    });
    page.on("console", (message) => {
      if (message.type() === "error") {
        problems.push(message.text().slice(0, 200));
      }
    });
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(url);
    return await use({ page, problems });
  } finally {
    await context.close();
  }
}
