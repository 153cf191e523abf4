import { type CloudName, clouds } from "../../token/clouds.js";
import { type Claims, tokenFindings } from "../../token/explain-token.js";

const CLOUDS: readonly CloudName[] = ["global", "china", "usGovernment"];

/** Whether the token names an app and no permission that a user delegated to it. */
export function isAppOnly({ idtyp, appid, azp, scp }: Claims): boolean {
  return idtyp === "app" || ((appid ?? azp) !== undefined && scp === undefined);
}

/** Whether the token lists how the user signed in, and multifactor authentication is not among it. */
export function isWithoutMfa({ amr }: Claims): boolean {
  return Array.isArray(amr) && !amr.includes("mfa");
}

/**
 * Why no cloud at this origin takes the token, in a sentence: it has expired, or is meant for another audience.
 * Undefined when one does. An origin that belongs to no cloud, as that of a served sandbox, may play any of them.
 */
export function unusable(token: string, origin: string, now: number): string | undefined {
  const own = CLOUDS.filter((name) => clouds[name].baseUrl === origin);
  const reasons = (own.length > 0 ? own : CLOUDS).map((name) =>
    tokenFindings(token, name, now).find(({ about }) => about === "expiry" || about === "audience"),
  );
  return reasons.includes(undefined) ? undefined : reasons[0]?.words;
}
