/** What the page says at the end of a sign-in. */
export interface RedirectPage {
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

const ENDS = {
  succeeded: ["You are signed in", "Close this window and go back to the program that asked you."],
  failed: [
    "You are not signed in",
    "The program that asked you says why. Close this window and go back to it.",
  ],
} as const;

/** Makes the page that the user ends on: it asks for nothing else, and leaves the code out of the address. */
export function redirectPage(end: keyof typeof ENDS): RedirectPage {
  const [title, words] = ENDS[end];
  const nonce = crypto.randomUUID();
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">:root { color-scheme: light dark } body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 32rem; padding: 0 1rem }</style>
<script nonce="${nonce}">history.replaceState(null, "", "/")</script>
</head>
<body><main><h1>${title}</h1><p>${words}</p></main></body>
</html>
`;
  const policy = [
    "default-src 'none'",
    "img-src data:",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  return {
    html,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Referrer-Policy": "no-referrer",
    },
  };
}
