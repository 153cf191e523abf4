import { PartnerCenterError } from "../failure/error.js";
import type { CommandFailure } from "./command-failure.js";

/** Carries the failure of a command through the client, which copies anything else that a credential throws. */
export class CredentialFailure extends PartnerCenterError {
  readonly failure: CommandFailure;

  constructor(failure: CommandFailure) {
    super(failure.message, { reason: "sign-in", attempts: 0 });
    this.failure = failure;
  }
}
