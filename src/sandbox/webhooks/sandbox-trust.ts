/** Options for `createWebhookVerifier` that trust the events of one sandbox. */
export interface SandboxTrust {
  /** The root that issued the certificate, in PEM. */
  readonly roots: readonly [root: string];
  /** Answers every request with the certificate, in DER, as nothing else is fetched; sends nothing. */
  readonly fetch: (request: Request) => Promise<Response>;
}
