import type { CommandDefinition } from "../parser/definition.js";
import { completion } from "./completion.js";
import { customers } from "./customers.js";
import { doctor } from "./doctor/doctor.js";
import { link } from "./link.js";
import { links } from "./links/links.js";
import { providers, resellers } from "./partners.js";
import { profiles } from "./profiles.js";
import { remove } from "./remove.js";
import { sandbox } from "./sandbox.js";
import { signIn } from "./sign-in.js";
import { signOut } from "./sign-out.js";
import { wait } from "./wait.js";
import { webhookEvents, webhookSet, webhookShow, webhookTest } from "./webhook.js";

/** Every command, in the order of help. */
export const COMMANDS: readonly CommandDefinition[] = [
  link,
  links,
  wait,
  customers,
  resellers,
  providers,
  remove,
  signIn,
  signOut,
  profiles,
  doctor,
  webhookShow,
  webhookEvents,
  webhookSet,
  webhookTest,
  sandbox,
  completion,
];

/** Returns the command that these words begin with. */
export function findCommand([first, second]: readonly string[]): CommandDefinition | undefined {
  return COMMANDS.find(({ name }) => name === `${first} ${second}` || name === first);
}
