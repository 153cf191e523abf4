type Words = ReadonlyArray<readonly [library: string, shell: string]>;

// The library speaks to programmers, of its options; here they have other names.
const WORDS: Words = [
  [", for example with `signInWithDeviceCode`", ""],
  [
    "Sign in with `signInWithDeviceCode`, which needs none.",
    "Sign in with `--device-code`, which needs none.",
  ],
  ["Sign in with `signInWithBrowser`", "Sign in without `--device-code`"],
  ["Check `clientId`, `tenantId` and the cloud.", "Check app id, tenant and cloud."],
  ["Check `tenantId` and the cloud.", "Check tenant and cloud."],
  ["Check `clientId`, and the client secret or assertion.", "Check app id and client secret."],
  ["Check `clientId` and", "Check the app id and"],
  ["Check `scope` and the cloud.", "Check the cloud."],
  [
    "does not know the resource of `scope`. Check the scope and the cloud.",
    "does not know Partner Center. Check the cloud.",
  ],
  [" (see `scope` in `clouds`)", ""],
  [
    "give `clientSecret` or `clientAssertion`, or turn",
    "give PARTNER_CENTER_CLIENT_SECRET, or turn",
  ],
  ["leave out `clientSecret` and `clientAssertion`", "leave out PARTNER_CENTER_CLIENT_SECRET"],
  ["`clientSecret`", "PARTNER_CENTER_CLIENT_SECRET"],
  ["the proxy of `proxy`", "the proxy of `--proxy`"],
  ["`timeoutMs`", "`--timeout`"],
  ["`indirectCloudSolutionProviderId`", "`--indirect-provider`"],
  ["`indirectResellerId`", "`--indirect-reseller`"],
  ["`dualRoleIndirectRelationship`", "`--dual-role`"],
];

// Where no secret is read it would be of no use to give one.
const WITHOUT_SECRET: Words = [
  ["Check `clientId`, and the client secret or assertion.", "Check the app id."],
  ["give `clientSecret` or `clientAssertion`, or turn", "turn"],
];

/** Says in the words of this command what the library says in its own. */
export function inShellWords(message: string, takesSecret: boolean): string {
  return [...(takesSecret ? [] : WITHOUT_SECRET), ...WORDS].reduce(
    (text, [library, shell]) => text.replaceAll(library, shell),
    message,
  );
}
