import type { components } from "../../generated/openapi.js";
import { type Acceptance, accept } from "./engine/acceptance.js";
import { createEngine } from "./engine/engine.js";
import { createPartner } from "./engine/partner.js";
import { play } from "./engine/play.js";
import type { SandboxRequest } from "./engine/received.js";
import { type CreateSandboxOptions, settingOf } from "./sandbox-options.js";
import { deliver, type SandboxDelivery } from "./webhooks/delivery.js";
import type { SandboxTrust } from "./webhooks/sandbox-trust.js";

/** A partner with state, in this process. */
export interface Sandbox {
  /** Stands where `fetch` does; sends nothing. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What has arrived, oldest first. */
  readonly requests: readonly SandboxRequest[];
  /**
   * Does what the customer's administrator does: opens the link and accepts. The customer is in the list afterwards, and
   * an event waits for {@link Sandbox.deliver}. Gives the customer as the partner sees it.
   * Throws `TypeError` for a link that this sandbox has not handed out, and for a customer whose id is no GUID.
   */
  accept(acceptance: Acceptance): components["schemas"]["Customer"];
  /**
   * Sends the events that wait, each once: to the URL given, or those alone that are registered to the registered URL.
   * Each is signed as the service signs, with a certificate of this sandbox. What gets no 2xx waits for the next time, ten
   * times at most.
   * Rejects with `TypeError` when there is no URL, and with `Error` on a page without `crypto.subtle`.
   */
  deliver(url?: string): Promise<readonly SandboxDelivery[]>;
  /** Returns the options for `createWebhookVerifier` that trust the events of this sandbox: the same each time. */
  webhookTrust(): Promise<SandboxTrust>;
}

/**
 * Plays the service with a memory: a partner whose links can be accepted, whose customers can be listed and removed, and
 * whose webhook gets signed events; nothing leaves this process but {@link Sandbox.deliver}.
 * Ids are made by counting and time comes from `now`, so that the same calls get the same answers; signatures alone differ. Requests that the
 * service would refuse are refused as {@link createSandboxFetch} does.
 * Throws `TypeError` for options that cannot be.
 *
 * @example
 * const sandbox = createSandbox();
 * const client = createPartnerCenterClient({ credential: () => "any-token", fetch: sandbox.fetch });
 * const { url } = await getRelationshipRequestLink(client);
 * const { id } = sandbox.accept({ link: url });
 */
export function createSandbox(options: CreateSandboxOptions = {}): Sandbox {
  const partner = createPartner(settingOf(options));
  const { basePath, now, nextId } = partner;
  const { fetch, requests } = createEngine({
    basePath,
    now,
    nextId,
    begin: () => (request, operation) => play(request, operation, partner),
  });
  return {
    fetch,
    requests,
    accept: (acceptance) => accept(partner, acceptance),
    deliver: (url) => deliver(partner, url),
    webhookTrust: async () => (await partner.signer()).trust,
  };
}
