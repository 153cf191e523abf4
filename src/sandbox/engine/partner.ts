import type { components } from "../../../generated/openapi.js";
import type { SandboxReseller, SandboxSetting } from "../sandbox-options.js";
import type { Waiting } from "../webhooks/event.js";
import { createWebhookSigner, type WebhookSigner } from "../webhooks/webhook-signer.js";
import { type CustomerStore, createCustomerStore } from "./customer-store.js";
import type { Invitation } from "./link.js";
import { type Moment, momentAt } from "./moment.js";

type Schemas = components["schemas"];

/** A link that was handed out. */
export interface HandedOut {
  readonly invitation: Invitation;
  /** The base URL at which it was asked for. */
  readonly baseUrl: string;
}

/** Where events go, and which. */
export interface Registration {
  readonly subscriberId: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly signatureTokenToMsSignatureHeader: boolean;
  readonly lastModifiedTimestamp: string;
}

/** A test event that was asked for. */
export interface Validation {
  readonly correlationId: string;
  readonly createdAt: number;
  readonly callbackUrl: string;
  status: string;
  readonly results: NonNullable<Schemas["WebhookValidation"]["results"]>;
}

/** Everything that the sandbox remembers. */
export interface Partner extends Omit<SandboxSetting, "customers"> {
  /** By the link itself. */
  readonly links: Map<string, HandedOut>;
  readonly customers: CustomerStore;
  /** Oldest first. */
  readonly auditRecords: Schemas["AuditRecord"][];
  /** The events that nobody has received yet, oldest first. */
  waiting: Waiting[];
  registration: Registration | undefined;
  /** By correlation id. */
  readonly validations: Map<string, Validation>;
  /** Signs events; made when it is first asked for, as its keys take a while. */
  readonly signer: () => Promise<WebhookSigner>;
  /** The next id, a GUID that counts. */
  readonly nextId: () => string;
  /** The moment that it is. */
  readonly moment: () => Moment;
}

/** A partner to whom nothing has happened yet. */
export function createPartner({ customers, ...setting }: SandboxSetting): Partner {
  let ids = 0;
  let moments = 0;
  let signer: Promise<WebhookSigner> | undefined;
  const store = createCustomerStore();
  const resellerIds = new Map(setting.resellers.map(({ mpnId, id }) => [mpnId, id]));
  for (const customer of customers) {
    const { associatedPartnerId: mpnId } = customer;
    const resellerId = mpnId === undefined ? undefined : resellerIds.get(mpnId);
    store.relate({
      customer,
      ...(resellerId !== undefined && { resellerId, providerId: setting.own.tenantId }),
    });
  }
  return {
    ...setting,
    links: new Map(),
    customers: store,
    auditRecords: [],
    waiting: [],
    registration: undefined,
    validations: new Map(),
    signer() {
      signer ??= createWebhookSigner();
      return signer;
    },
    nextId() {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, "0")}`;
    },
    moment() {
      moments += 1;
      return momentAt(setting.now(), moments);
    },
  };
}

/** Whether two ids are the same, however they are written. */
export function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

/** The reseller with this tenant id. */
export function resellerOf({ resellers }: Partner, id: string): SandboxReseller | undefined {
  return resellers.find((reseller) => isSame(reseller.id, id));
}

/** The PartnerID of a tenant, where the partner knows it. */
export function mpnIdOf(
  { own, resellers, providers }: Pick<Partner, "own" | "resellers" | "providers">,
  tenantId: string,
): string | undefined {
  return isSame(own.tenantId, tenantId)
    ? own.mpnId
    : [...resellers, ...providers].find(({ id }) => isSame(id, tenantId))?.mpnId;
}
