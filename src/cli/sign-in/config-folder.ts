import { posix, win32 } from "node:path";
import { usageFailure } from "../command-failure.js";
import type { Shell } from "../shell.js";

const NAME = "partner-center";

/**
 * The folder where this platform has the settings of a program. Throws the failure that says that there is none: a
 * relative one would be another one in each working directory.
 */
export function configFolder(shell: Pick<Shell, "env" | "platform" | "home">): string {
  const { env, platform } = shell;
  switch (platform) {
    case "win32": {
      const { APPDATA: given = "" } = env;
      return win32.join(
        win32.isAbsolute(given)
          ? given
          : win32.join(homeOf(shell, win32, "USERPROFILE"), "AppData", "Roaming"),
        NAME,
      );
    }
    case "darwin":
      return posix.join(homeOf(shell, posix, "HOME"), "Library", "Application Support", NAME);
    default: {
      // The specification has relative paths ignored.
      const { XDG_CONFIG_HOME: given = "" } = env;
      return posix.join(
        posix.isAbsolute(given) ? given : posix.join(homeOf(shell, posix, "HOME"), ".config"),
        NAME,
      );
    }
  }
}

function homeOf(
  { home }: Pick<Shell, "home">,
  { isAbsolute }: Pick<typeof posix, "isAbsolute">,
  variable: string,
): string {
  if (!isAbsolute(home)) {
    throw usageFailure(
      `There is no place for a sign-in, as this user has no home, or a relative one. Set ${variable} to an absolute path, or put an access token into PARTNER_CENTER_TOKEN.`,
    );
  }
  return home;
}
