import { invalidOption } from "../invalid-option.js";

/** Where one national cloud of Microsoft has Partner Center, and where its users sign in. */
export interface Cloud {
  /** Origin of the API. */
  readonly baseUrl: string;
  /** Origin of Microsoft Entra ID. */
  readonly authority: string;
  /** The delegated permission to ask a token for. */
  readonly scope: string;
}

/**
 * The clouds that have Partner Center.
 *
 * US Government shares the global API and has an authority of its own. Germany closed on 29 October 2021.
 *
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-rest-urls
 */
export const clouds = {
  /** Everywhere that has no cloud of its own. */
  global: {
    baseUrl: "https://api.partnercenter.microsoft.com",
    authority: "https://login.microsoftonline.com",
    scope: "https://api.partnercenter.microsoft.com/user_impersonation",
  },
  /** China, operated by 21Vianet. */
  china: {
    baseUrl: "https://partner.partnercenterapi.microsoftonline.cn",
    authority: "https://login.partner.microsoftonline.cn",
    scope: "https://partner.partnercenterapi.microsoftonline.cn/user_impersonation",
  },
  /** Partners of the US Government. */
  usGovernment: {
    baseUrl: "https://api.partnercenter.microsoft.com",
    authority: "https://login.microsoftonline.us",
    scope: "https://api.partnercenter.microsoft.com/user_impersonation",
  },
} as const satisfies Record<string, Cloud>;

/** The name of a cloud in {@link clouds}. */
export type CloudName = keyof typeof clouds;

/** The cloud of that name. Throws `TypeError` for any other. */
export function cloudNamed(name: CloudName): Cloud {
  if (!Object.hasOwn(clouds, name)) {
    throw invalidOption("cloud", `one of ${Object.keys(clouds).join(", ")}`, name);
  }
  return clouds[name];
}
