/** What each exit code means; the guide to the shell has the same table. */
export const EXIT_CODES = [
  ["0", "success"],
  [
    "1",
    "the service refused the call, or its response has no link; some of many links failed; the output could not be written; a kept sign-in could not be deleted",
  ],
  ["2", "invalid arguments or environment; no token was sent"],
  ["3", "not signed in, sign-in failed, or the service answered 401: sign in again"],
  [
    "4",
    "throttled, failing (5xx) or unreachable; not accepted within wait --within; a test event is still pending; another command uses the kept sign-in or the file of --resume: try again later",
  ],
  ["129", "the terminal was closed (SIGHUP)"],
  ["130", "interrupted (Ctrl-C)"],
  ["141", "the reader of the pipe closed it early, as head does"],
  ["143", "terminated (SIGTERM)"],
] as const;

/** Where a call finds its credential; the first that exists is used. */
export const CREDENTIALS = [
  ["--token-stdin", "an access token on standard input"],
  ["--profile", "the sign-in of that profile"],
  ["PARTNER_CENTER_TOKEN", "an access token"],
  [
    "PARTNER_CENTER_REFRESH_TOKEN",
    "a refresh token, with PARTNER_CENTER_TENANT_ID, PARTNER_CENTER_CLIENT_ID and, for a confidential app, one of PARTNER_CENTER_CLIENT_SECRET, PARTNER_CENTER_CLIENT_CERTIFICATE (a PEM file with certificate and key) and PARTNER_CENTER_CLIENT_ASSERTION_FILE (a file with a federated token)",
  ],
  [
    "sign-in",
    "the kept sign-in, of the profile that PARTNER_CENTER_PROFILE names, in the operating system's keyring or in a file that only you can read",
  ],
] as const;

interface Topic {
  readonly title: string;
  readonly rows: ReadonlyArray<readonly [name: string, description: string]>;
}

/** What `help` explains besides commands. */
export const TOPICS: Readonly<Record<string, Topic>> = {
  credentials: { title: "Credentials, in the order in which they are used", rows: CREDENTIALS },
  "exit-codes": { title: "Exit codes", rows: EXIT_CODES },
};
