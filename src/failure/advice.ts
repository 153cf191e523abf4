import type { PartnerCenterErrorReason } from "./error.js";

/** What to do about a failure: a key, which the library and the command word each in their own way. */
export interface Advice {
  readonly key: string;
  /** Milliseconds after which to retry. */
  readonly waitMs?: number | undefined;
  /** What the caller supplied, such as the names of its parameters. */
  readonly supplied?: readonly string[] | undefined;
}

/** A sentence for each key, some of which name what the advice has. */
export type Sentences<Key extends string> = Readonly<
  Record<Key, string | ((named: Omit<Advice, "key">) => string)>
>;

/** The keys of the advice about calls: the reason, some codes of the service, and what neither tells. */
export type AdviceKey = PartnerCenterErrorReason | ServiceCode | "redirect" | "credential";

type ServiceCode = "1002" | "800039" | "900124" | "900309" | "900329" | "900420";

/** The library's sentences about calls. */
export const SENTENCES: Sentences<AdviceKey> = {
  "1002": "This call is for another kind of partner, such as an indirect provider.",
  "800039": "The reseller programme of this partner is not active.",
  "900124": "The partner has to accept the Microsoft Partner Agreement first.",
  "900309": "A Conditional Access policy of the partner's tenant blocks this sign-in.",
  "900329": "Sign a user in (App+User).",
  "900420": "Ask for a token for Partner Center itself (see `scope` in `clouds`).",
  // Whatever it leads to.
  redirect: "Check the base URL and the proxy; redirects are not followed.",
  credential: "Sign in again, or check the credential.",
  "sign-in":
    "Check that the token is current, belongs to a user of the partner tenant and is meant for this cloud.",
  "mfa-required":
    "The user has to sign in again with multifactor authentication; renewing the token is not enough.",
  forbidden:
    "The signed-in user may lack the role (Admin agent or Sales agent of the partner tenant).",
  "not-found": ({ supplied }) => `Check ${listed(supplied)}, and the base URL.`,
  "no-relationship": "There is no relationship with this tenant, yet or any more.",
  // Its message says what to do.
  "invalid-parameter": "",
  throttled: ({ waitMs }) =>
    `Come back ${waitMs === undefined ? "later" : `in ${spanOf(waitMs)}`}; calls made earlier count against the limit.`,
  "invalid-request": ({ supplied }) => `Check ${listed(supplied)}.`,
  service: "Try again later.",
  network: "Check the base URL, the network and the proxy.",
  timeout: "Try again later, or allow more time with `timeoutMs`.",
  "malformed-response":
    "Something between here and the service may have answered in its place, such as a proxy.",
};

/** Returns what to do about a failure with this reason, and with this code of the service. */
export function adviceFor(
  reason: PartnerCenterErrorReason,
  { code = "", ...named }: Omit<Advice, "key"> & { readonly code?: string | undefined } = {},
): Advice {
  const isTimed = reason === "throttled" && named.waitMs !== undefined;
  const isKnown = /^\d/.test(code) && Object.hasOwn(SENTENCES, code);
  return { ...named, key: isKnown && !isTimed ? code : reason };
}

/** Returns the sentence of an advice; undefined for a key that these sentences lack. */
export function wordAdvice(advice: Advice, sentences: Sentences<string>): string | undefined {
  const { [advice.key]: sentence } = sentences;
  return typeof sentence === "function" ? sentence(advice) : sentence;
}

function listed(parts: readonly string[] = []): string {
  return parts.length < 2
    ? (parts[0] ?? "what was asked for")
    : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function spanOf(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes <= 2) {
    return `${Math.ceil(ms / 1000)} s`;
  }
  return minutes <= 120 ? `${Math.ceil(minutes)} min` : `${Math.ceil(minutes / 60)} h`;
}
