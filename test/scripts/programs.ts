import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** `describe` for tests of what needs these programs of the system, or one that skips them and says which is missing. */
export function describeWith(...programs: string[]): (title: string, tests: () => void) => void {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const missing = programs.filter(
    (program) => !folders.some((folder) => existsSync(join(folder, program))),
  );
  return (title, tests) =>
    missing.length === 0
      ? describe(title, tests)
      : describe.skip(`${title}: skipped, as there is no ${missing.join(" and no ")} here`, tests);
}
