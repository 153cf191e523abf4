import { codeOf } from "../error-code.js";
import type { Shell } from "../shell.js";

/** Starts the browser of this machine at an address; `onFailure` is told why that fails, which may come late. */
export async function openBrowser(
  url: string,
  shell: Pick<Shell, "env" | "platform">,
  onFailure: (why: string) => void,
): Promise<void> {
  if (!hasDisplay(shell)) {
    onFailure("there is no display");
    return;
  }
  try {
    const { default: open } = await import("open");
    const opener = await open(url);
    // It ends at once, and its number is all that tells how.
    opener.once("exit", (exitCode) => {
      if (exitCode !== 0) {
        onFailure(`the program that opens it ended with ${exitCode}`);
      }
    });
  } catch (error) {
    onFailure(`the program that opens it cannot be started: ${codeOf(error)}`);
  }
}

/** Whether a browser would show up before whoever typed the command, and not on a machine far away or nowhere. */
function hasDisplay({ env, platform }: Pick<Shell, "env" | "platform">): boolean {
  const isForwarded = [env.DISPLAY, env.WAYLAND_DISPLAY, env.BROWSER].some(Boolean);
  if (platform === "win32" || platform === "darwin" || env.WSL_DISTRO_NAME) {
    return isForwarded || !env.SSH_CONNECTION;
  }
  return isForwarded;
}
