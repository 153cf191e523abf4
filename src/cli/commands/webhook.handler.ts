import type {
  CamelCaseWebhookRegistration,
  WebhookRegistration,
  WebhookValidation,
} from "../../../generated/openapi.js";
import { isPartnerCenterError } from "../../failure/error.js";
import type { WebhookEventName } from "../../webhooks/event.js";
import { traceOf } from "../../wire/trace.js";
import { CommandFailure, EXIT } from "../command-failure.js";
import { type Connection, connect } from "../connection.js";
import type { CALL_OPTIONS } from "../parser/common-options.js";
import type { Options, SuppliedOptions } from "../parser/definition.js";
import { callSettings } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { cellText, objectsIn, reportSkipped, textsIn } from "../terminal/checked-items.js";
import { jsonLine } from "../terminal/json-line.js";
import { oneLine } from "../terminal/one-line.js";
import { commandWith } from "./links/resume-command.js";
import type { webhookSetOptions } from "./webhook.js";

type CallOptions = Options<typeof CALL_OPTIONS>;

/** A registration in either spelling, each of whose properties may be missing. */
type Registration = WebhookRegistration & CamelCaseWebhookRegistration;

/** What a registration asks for that nobody says more of. */
const EVENTS: readonly WebhookEventName[] = [
  "reseller-relationship-accepted-by-customer",
  "indirect-reseller-relationship-accepted-by-customer",
  "test-created",
];

const LOOK_MS = 2_000;
const MOST_LOOKS = 60;

/** Prints the registration of the tenant. */
export async function showRegistration(
  options: CallOptions,
  shell: Shell,
  supplied: SuppliedOptions,
): Promise<void> {
  const settings = callSettings(options, shell);
  const connection = await connect(settings, shell);
  const registration = await registrationOf(connection, shell);
  if (registration !== undefined) {
    await print(registration, settings.json, shell);
  } else if (settings.json) {
    await shell.print("null\n");
  } else {
    shell.stderr.write(`${notRegistered(supplied).message}\n`);
  }
}

function notRegistered(supplied: SuppliedOptions): CommandFailure {
  return new CommandFailure(
    `The tenant has no webhook registration. \`${commandWith("webhook set <url>", supplied)}\` creates one.`,
    EXIT.refused,
    { reason: "not-found" },
  );
}

/** Prints the names of the events, one a line. */
export async function printEvents(options: CallOptions, shell: Shell): Promise<void> {
  const settings = callSettings(options, shell);
  const { client, log, while: working } = await connect(settings, shell);
  const { data, response } = await working(
    "Asking Partner Center for the events",
    client.listWebhookEvents({}, { signal: shell.signal }).withResponse(),
  );
  const names = textsIn(data) ?? [];
  reportSkipped((data ?? names).length - names.length, traceOf(response), log);
  await shell.print(
    settings.json ? `${jsonLine(names)}\n` : names.map((name) => `${oneLine(name)}\n`).join(""),
  );
}

/** Registers an address, in place of another only when that is asked for. */
export async function register(
  options: Options<typeof webhookSetOptions>,
  shell: Shell,
): Promise<void> {
  const settings = callSettings(options, shell);
  const { url, event: names, replace } = options;
  const connection = await connect(settings, shell);
  const present = await registrationOf(connection, shell);
  const presentUrl = present && urlOf(present);
  if (presentUrl !== undefined && presentUrl !== url && !replace) {
    throw new CommandFailure(
      `The tenant has a registration for ${oneLine(presentUrl)}, which may belong to another product. Pass \`--replace\` to replace it.`,
      EXIT.refused,
      { reason: "registered", webhookUrl: presentUrl },
    );
  }
  const { client } = connection;
  const body: WebhookRegistration = {
    WebhookUrl: url,
    WebhookEvents: [...(names ?? (present && eventsOf(present)) ?? EVENTS)],
  };
  const { signal } = shell;
  const registered = await connection.while(
    "Registering the address",
    present === undefined
      ? client.createWebhookRegistration({ body }, { signal })
      : client.updateWebhookRegistration({ body }, { signal }),
  );
  await print({ ...body, ...registered }, settings.json, shell);
}

/** Has a test event sent, and prints what became of it. */
export async function testRegistration(
  options: CallOptions,
  shell: Shell,
  supplied: SuppliedOptions,
): Promise<void> {
  const settings = callSettings(options, shell);
  const connection = await connect(settings, shell);
  const validation = await connection.while(
    "Waiting for the delivery of a test event",
    tested(connection, supplied, shell),
  );
  const { status = "unknown", callbackUrl, results } = validation;
  const lines = [
    `${status} at ${callbackUrl ?? "the registered address"}`,
    ...objectsIn(results).map(
      ({ dateTimeUtc, responseCode, responseMessage }) =>
        `${dateTimeUtc ?? "some time"}: ${responseCode ?? "no answer"}${responseMessage ? `, "${responseMessage}"` : ""}`,
    ),
  ];
  await shell.print(
    settings.json
      ? `${jsonLine(validation)}\n`
      : lines.map((line) => `${oneLine(line)}\n`).join(""),
  );
  if (!isCompleted(validation)) {
    const isOpen = isUnderWay(validation);
    throw new CommandFailure(
      isOpen
        ? `The test event is still under way after ${(MOST_LOOKS * LOOK_MS) / 60_000} minutes. Run \`${commandWith("webhook test", supplied)}\` again later.`
        : "The test event did not arrive.",
      isOpen ? EXIT.comeBack : EXIT.refused,
      { reason: "not-delivered", correlationId: validation.correlationId },
    );
  }
}

/** What became of a test event, once that is settled or nobody waits any longer. */
async function tested(
  { client }: Connection,
  supplied: SuppliedOptions,
  { signal, wait }: Shell,
): Promise<WebhookValidation> {
  const asked = await client.createWebhookValidation({}, { signal }).catch((error: unknown) => {
    throw isNotFound(error) ? notRegistered(supplied) : error;
  });
  const correlationId = (typeof asked === "string" ? asked : asked.correlationId) ?? "";
  const look = () => client.getWebhookValidation({ correlationId }, { signal });
  let validation = await look();
  for (let count = 1; isUnderWay(validation) && count < MOST_LOOKS; count += 1) {
    await wait(LOOK_MS, signal);
    validation = await look();
  }
  return validation;
}

function isUnderWay({ status = "" }: WebhookValidation): boolean {
  return !/^(completed|failed)$/i.test(status);
}

function isCompleted({ status = "" }: WebhookValidation): boolean {
  return /^completed$/i.test(status);
}

/** The registration of the tenant; undefined when it has none. */
function registrationOf(
  { client, while: working }: Connection,
  { signal }: Shell,
): Promise<Registration | undefined> {
  return working(
    "Asking Partner Center for the registration",
    client.getWebhookRegistration({}, { signal }).catch((error: unknown) => {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }),
  );
}

function isNotFound(error: unknown): boolean {
  return isPartnerCenterError(error) && error.status === 404;
}

async function print(registration: Registration, json: boolean, shell: Shell): Promise<void> {
  const lines = [urlOf(registration) ?? "no address", ...(eventsOf(registration) ?? [])];
  await shell.print(
    json ? `${jsonLine(registration)}\n` : lines.map((line) => `${oneLine(line)}\n`).join(""),
  );
}

// Replies have one spelling or the other.
function urlOf({ webhookUrl, WebhookUrl }: Registration): string | undefined {
  return cellText(webhookUrl ?? WebhookUrl);
}

function eventsOf({ webhookEvents, WebhookEvents }: Registration): string[] | undefined {
  return textsIn(webhookEvents ?? WebhookEvents);
}
