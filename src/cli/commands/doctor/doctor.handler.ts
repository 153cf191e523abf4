import { createPartnerCenterClient } from "../../../client.js";
import { type CloudName, clouds } from "../../../token/clouds.js";
import type { GetTokenOptions } from "../../../token/credential.js";
import type { AttemptEvent, OnAttempt } from "../../../transport/observe.js";
import { traceOf } from "../../../wire/trace.js";
import { callFailure } from "../../call-failure.js";
import { CommandFailure, EXIT, orFailure } from "../../command-failure.js";
import type { CALL_OPTIONS } from "../../parser/common-options.js";
import type { Options } from "../../parser/definition.js";
import { type CallSettings, callSettings } from "../../parser/settings.js";
import { type ProxySettings, proxyWords, useProxies } from "../../proxies.js";
import type { Shell } from "../../shell.js";
import { findCredential } from "../../sign-in/credentials.js";
import { type FoundCredential, heedRefusal } from "../../sign-in/found-credential.js";
import { jsonLine } from "../../terminal/json-line.js";
import { createLog, type Log } from "../../terminal/log.js";
import { startSpinner } from "../../terminal/spinner.js";
import { answerCheck } from "./answer-check.js";
import { type Check, passed, skipped, wrong } from "./check.js";
import { reportOf } from "./report.js";
import { tokenChecks } from "./token-checks.js";

/** Prints what would be used to sign in and what is wrong with it, and whether the service answers. No secret is in it. */
export async function runChecks(
  options: Options<typeof CALL_OPTIONS>,
  shell: Shell,
): Promise<void> {
  const settings = callSettings(options, shell);
  const { json, verbose } = settings;
  const log = createLog(shell, settings);
  const spinner = verbose || json ? undefined : startSpinner(shell, () => "Checking");
  const checks = await examine(settings, shell, log).finally(() => spinner?.stop());

  shell.stdout.write(json ? `${jsonLine({ checks })}\n` : reportOf(checks, shell));
  const failed = checks.filter(({ state }) => state === "wrong");
  const [first] = failed;
  if (first !== undefined) {
    const names = failed.map(({ about }) => about).join(", ");
    throw new CommandFailure(
      `${failed.length} ${failed.length === 1 ? "check" : "checks"} failed: ${names}.`,
      first.exitCode ?? EXIT.notSignedIn,
      { reason: "doctor", wrong: failed.map(({ about }) => about) },
    );
  }
}

async function examine(settings: CallSettings, shell: Shell, log: Log): Promise<Check[]> {
  const found = await orFailure(findCredential(settings, shell, log));
  const { authority = settings.authority, cloud = settings.cloud ?? "global" } =
    found instanceof CommandFailure ? {} : found;
  const signsIn = found instanceof CommandFailure || found.account !== undefined;
  const addresses = { ...settings, authority, cloud, signsIn };
  await useProxies(addresses, shell);
  if (found instanceof CommandFailure) {
    return [
      wrong("credential", found),
      settings.cloud === undefined
        ? skipped("cloud", "global, unless the sign-in says otherwise")
        : cloudCheck(settings.cloud, settings),
      ...proxyChecks(addresses, shell),
      await answerCheck(settings, shell, log),
    ];
  }
  const known = [
    ...credentialChecks(found),
    cloudCheck(found.cloud, addresses),
    ...proxyChecks(addresses, shell),
  ];
  const token = await orFailure(accessToken(found));
  if (token instanceof CommandFailure) {
    return [
      ...known,
      wrong("sign-in", token),
      await answerCheck({ ...settings, cloud: found.cloud }, shell, log),
    ];
  }
  let isRefused = false;
  const onAttempt = (event: AttemptEvent) => {
    log.attempt(event);
    heedRefusal(found, event);
    isRefused = event.status === 401;
  };
  const checksWith = async (one: string) => [
    ...tokenChecks(one, found, shell.now()),
    await serviceCheck(one, found, settings, shell, onAttempt),
  ];
  const checks = await checksWith(token);
  // As a call goes on with another token, where there is one.
  const next = isRefused ? await orFailure(accessToken(found, { forceRefresh: true })) : token;
  return [
    ...known,
    ...(next === token || next instanceof CommandFailure ? checks : await checksWith(next)),
  ];
}

function credentialChecks({ words, account, kept }: FoundCredential): Check[] {
  const whose =
    account === undefined ? "" : `, for app ${account.clientId} in tenant ${account.tenantId}`;
  return [
    passed("credential", `${words}${whose}`),
    ...(kept === undefined ? [] : [passed("profile", profileWords(kept))]),
  ];
}

const WAYS = {
  browser: "signed in with a browser of this machine",
  "device-code": "signed in with a device code",
} as const;

function profileWords({ profile, user, way }: NonNullable<FoundCredential["kept"]>): string {
  const how = [user, way && WAYS[way]].filter((words) => words !== undefined).join(", ");
  return how === "" ? profile.name : `${profile.name}: ${how}`;
}

function cloudCheck(
  cloud: CloudName,
  { baseUrl, authority }: Pick<CallSettings, "baseUrl" | "authority">,
): Check {
  const { [cloud]: standard } = clouds;
  return passed(
    "cloud",
    `${cloud}: ${baseUrl ?? standard.baseUrl}, signing in at ${authority ?? standard.authority}`,
  );
}

function proxyChecks(settings: ProxySettings, shell: Shell): Check[] {
  return proxyWords(settings, shell).map((words) => passed("proxy", words));
}

/** A token, as the client would get one. */
async function accessToken(found: FoundCredential, options: GetTokenOptions = {}): Promise<string> {
  const { credential, cloud } = found;
  const scopes = [clouds[cloud].scope];
  try {
    const token = await (typeof credential === "function"
      ? credential(scopes, options)
      : credential.getToken(scopes, options));
    return typeof token === "string" ? token : (token?.token ?? "");
  } catch (error) {
    throw callFailure(error, { ...found, refused: EXIT.notSignedIn });
  }
}

async function serviceCheck(
  token: string,
  found: FoundCredential,
  { baseUrl, timeoutMs }: CallSettings,
  { now, signal }: Shell,
  onAttempt: OnAttempt,
): Promise<Check> {
  const { cloud, remedy } = found;
  const client = createPartnerCenterClient({
    credential: () => token,
    cloud,
    baseUrl,
    timeoutMs,
    validateMfa: true,
    retry: false,
    onAttempt,
  });
  const startedAt = now();
  const call = client.getRelationshipRequestLink({}, { signal }).withResponse();
  const outcome = await orFailure(
    call.catch((error: unknown) => {
      throw callFailure(error, { remedy, refused: EXIT.refused });
    }),
  );
  if (outcome instanceof CommandFailure) {
    return wrong("service", outcome);
  }
  const isCompliant = traceOf(outcome.response).mfaCompliant;
  const words = `gave a link in ${now() - startedAt} ms`;
  if (isCompliant === false) {
    const message = `${words}, but says that the token has no multifactor authentication. ${remedy}`;
    return wrong("service", { message, exitCode: EXIT.notSignedIn });
  }
  return passed(
    "service",
    isCompliant ? `${words}, and says that the token has multifactor authentication` : words,
  );
}
