import { createPartnerCenterClient, type PartnerCenterClient } from "../client.js";
import { type CloudName, clouds } from "../token/clouds.js";
import { getTokenOf } from "../token/token-cache.js";
import type { Fetch } from "../transport/fetch.js";
import type { AttemptEvent } from "../transport/observe.js";
import type { RetryOptions } from "../transport/retry.js";
import type { TraceIds } from "../wire/trace.js";
import { callFailure } from "./call-failure.js";
import { CommandFailure, EXIT } from "./command-failure.js";
import type { CallSettings } from "./parser/settings.js";
import { useProxies } from "./proxies.js";
import type { Shell } from "./shell.js";
import { findCredential } from "./sign-in/credentials.js";
import { heedRefusal } from "./sign-in/found-credential.js";
import type { Profile } from "./sign-in/profile.js";
import { createLog, type Log } from "./terminal/log.js";
import { type Spinner, startSpinner } from "./terminal/spinner.js";
import { createWaiting } from "./terminal/waiting.js";

/** The client of a command, and what all commands do with one. */
export interface Connection {
  readonly client: PartnerCenterClient;
  readonly log: Log;
  /** On whose behalf the calls are made, and where. */
  readonly target: Target;
  /** The ids of the attempt that ended last. */
  ids(): Partial<TraceIds>;
  /** What the client waits for, in words; undefined when it does not wait. */
  waiting(): string | undefined;
  /** Makes the failure of the command from what the library threw. */
  failure(error: unknown): unknown;
  /** Prints without the spinner of {@link Connection.while} on the line. */
  readonly print: Shell["print"];
  /** Shows on a terminal what goes on until it is done. Rejects with the failure of the command. */
  while<Value>(words: string, work: Promise<Value>): Promise<Value>;
}

/** On whose behalf calls are made, and where. */
export interface Target {
  readonly account: string;
  /** The profile whose sign-in is used, if one is. */
  readonly profile: Profile | undefined;
  readonly cloud: CloudName;
  readonly baseUrl: string;
}

/** Options of a connection, besides those of every call. */
export interface ConnectionSettings extends CallSettings {
  readonly locale?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly retry?: RetryOptions | undefined;
  /** Whether the ids of attempts are read from responses, so that attempts are watched only if need be. */
  readonly hasOwnIds?: boolean | undefined;
  /** Sends the calls; the global `fetch` by default. */
  readonly fetch?: Fetch | undefined;
}

/** Finds what to sign in with, and makes the client. Rejects with the failure that says what is missing. */
export async function connect(settings: ConnectionSettings, shell: Shell): Promise<Connection> {
  const {
    baseUrl,
    correlationId,
    fetch,
    hasOwnIds = false,
    json,
    locale,
    retry,
    timeoutMs,
    verbose,
  } = settings;
  const log = createLog(shell, settings);
  const found = await findCredential(settings, shell, log);
  const { account, authority, credential, cloud } = found;
  await useProxies({ ...settings, authority, cloud, signsIn: account !== undefined }, shell);
  const waiting = createWaiting(shell);
  let spinner: Spinner | undefined;
  let last: TraceIds | undefined;
  let ofCredential: CommandFailure | undefined;
  const getToken = getTokenOf(credential);
  const onAttempt = (event: AttemptEvent) => {
    last = event;
    log.attempt(event);
    heedRefusal(found, event);
  };
  const isWatched = !hasOwnIds || verbose || found.onRefused !== undefined;
  const client = createPartnerCenterClient({
    async credential(scopes, options) {
      try {
        return await getToken(scopes, options);
      } catch (error) {
        ofCredential = error instanceof CommandFailure ? error : undefined;
        throw error;
      }
    },
    cloud,
    baseUrl,
    fetch,
    timeoutMs,
    locale,
    correlationId,
    onAttempt: isWatched ? onAttempt : undefined,
    retry: {
      ...retry,
      onRetry: (event) => {
        waiting.retry(event);
        log.retry(event);
      },
    },
  });
  const failure = (error: unknown) =>
    callFailure(error, { ...found, ofCredential, refused: EXIT.refused });
  return {
    client,
    log,
    target: {
      account: found.accountId,
      profile: found.kept?.profile,
      cloud,
      baseUrl: baseUrl ?? clouds[cloud].baseUrl,
    },
    failure,
    waiting: waiting.words,
    print: (text) => spinner?.around(() => shell.print(text)) ?? shell.print(text),
    ids: () => (last === undefined ? {} : idsOf(last)),
    async while(words, work) {
      const why = () => {
        const wait = waiting.words();
        return wait === undefined ? words : `${words} (${wait})`;
      };
      spinner = verbose || json ? undefined : startSpinner(shell, why);
      try {
        return await work;
      } catch (error) {
        throw failure(error);
      } finally {
        spinner?.stop();
        spinner = undefined;
      }
    },
  };
}

/** The ids to quote, out of what has more. */
export function idsOf({ requestId, correlationId, cv, serverId }: TraceIds): TraceIds {
  return { requestId, correlationId, cv, serverId };
}
