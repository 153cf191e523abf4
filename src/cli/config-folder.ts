import { posix, win32 } from "node:path";
import type { Shell } from "./shell.js";

const NAME = "partner-center";

/** The folder where this platform has the settings of a program. */
export function configFolder({
  env,
  platform,
  home,
}: Pick<Shell, "env" | "platform" | "home">): string {
  switch (platform) {
    case "win32":
      return win32.join(env.APPDATA || win32.join(home, "AppData", "Roaming"), NAME);
    case "darwin":
      return posix.join(home, "Library", "Application Support", NAME);
    default: {
      // The specification has relative paths ignored.
      const { XDG_CONFIG_HOME: given = "" } = env;
      return posix.join(posix.isAbsolute(given) ? given : posix.join(home, ".config"), NAME);
    }
  }
}
