import { examples } from "../../generated/examples.js";
import type { components } from "../../generated/openapi.js";
import { invalidOption } from "../invalid-option.js";
import { platformClock } from "./engine/clock.js";
import { checkLike } from "./engine/parameters.js";

type Schemas = components["schemas"];

/** The partner whose token the calls have, whatever the token says. */
export interface SandboxPartner {
  /** A GUID. */
  readonly tenantId: string;
  /** Its PartnerID, digits only. */
  readonly mpnId: string;
  /** The name of the company. */
  readonly name: string;
}

/**
 * What there is to know of a reseller's agreement: `signed`; `unsigned`, which the service says with
 * `isAgreementSigned: false`; `missing`, which it says with code 2203 or 2206; `other-region`, code 2201; and
 * `not-migrated`, code 2200.
 */
export type SandboxAgreement = "signed" | "unsigned" | "missing" | "other-region" | "not-migrated";

const AGREEMENTS: readonly unknown[] = [
  "signed",
  "unsigned",
  "missing",
  "other-region",
  "not-migrated",
] satisfies SandboxAgreement[];

/** A reseller of the partner. Its `id` is its tenant id, a GUID. */
export type SandboxReseller = Schemas["PartnerRelationship"] & {
  /** @default "signed" */
  readonly agreement?: SandboxAgreement | undefined;
};

/** Options of {@link createSandbox}. What is not given is as in the examples of the description. */
export interface CreateSandboxOptions {
  /** Who the partner is. */
  readonly partner?: Partial<SandboxPartner> | undefined;
  /** The partner's indirect resellers; none makes it no indirect provider. */
  readonly resellers?: readonly SandboxReseller[] | undefined;
  /** The indirect providers whose reseller the partner is; none makes it no indirect reseller. */
  readonly providers?: readonly Schemas["PartnerRelationship"][] | undefined;
  /**
   * Customers that accepted before; their `associatedPartnerId` is the PartnerID of the reseller they came through.
   * Whoever accepts later comes behind them.
   */
  readonly customers?: readonly Schemas["Customer"][] | undefined;
  /**
   * How many items a page has at most, 1 to 500.
   * @default 500
   */
  readonly pageSize?: number | undefined;
  /**
   * What comes before `/v1` in the path of the base URL.
   * @default ""
   */
  readonly basePath?: string | undefined;
  /**
   * The clock, in milliseconds since 1970; with one that stands still, two sandboxes answer alike.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  /**
   * Delivers events.
   * @default the `fetch` that is global at the time
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
}

/** The options with everything that was not given. */
export interface SandboxSetting {
  readonly own: SandboxPartner;
  readonly resellers: readonly SandboxReseller[];
  readonly providers: readonly Schemas["PartnerRelationship"][];
  readonly customers: readonly Schemas["Customer"][];
  readonly pageSize: number;
  readonly basePath: string;
  readonly now: () => number;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** The partner of the description's examples, where its name and its PartnerID are made up. */
export const EXAMPLE_PARTNER: SandboxPartner = {
  tenantId: examples.AuditRecordAccepted.partnerId,
  mpnId: "6028417",
  name: "Fabrikam Distribution",
};

const [signed, ...others] = examples.PartnerRelationshipsResellers.items;
/** The resellers of the description's examples, as the examples of the agreement's faults know them. */
export const EXAMPLE_RESELLERS: readonly SandboxReseller[] = [
  ...(signed === undefined ? [] : [signed]),
  ...others.map((reseller) => ({ ...reseller, agreement: "missing" as const })),
];

/** Fills the options in. Throws `TypeError` for one that cannot be. */
export function settingOf(options: CreateSandboxOptions): SandboxSetting {
  const setting = {
    own: { ...EXAMPLE_PARTNER, ...options.partner },
    resellers: options.resellers ?? EXAMPLE_RESELLERS,
    providers: options.providers ?? examples.PartnerRelationshipsProviders.items,
    customers:
      options.customers ??
      examples.CustomersAll.items.filter(({ id }) => id !== examples.CustomerReseller.id),
    pageSize: options.pageSize ?? 500,
    basePath: options.basePath ?? "",
    now: options.now ?? platformClock.now,
    fetch: options.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
  };
  check(setting);
  return setting;
}

function check({ own, resellers, providers, customers, pageSize }: SandboxSetting): void {
  checkLike("tenantId", "partner.tenantId", own.tenantId);
  checkLike("mpnId", "partner.mpnId", own.mpnId);
  for (const { id, agreement = "signed" } of resellers) {
    checkLike("tenantId", "resellers[].id", id);
    if (!AGREEMENTS.includes(agreement)) {
      throw invalidOption("resellers[].agreement", `one of ${AGREEMENTS.join(", ")}`, agreement);
    }
  }
  for (const { id } of providers) {
    checkLike("tenantId", "providers[].id", id);
  }
  for (const { id } of customers) {
    checkLike("tenantId", "customers[].id", id);
  }
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 500) {
    throw invalidOption("pageSize", "a whole number from 1 to 500", pageSize);
  }
}
