import { readFile } from "node:fs/promises";

/** Ends a command that was not given what it needs. */
export function refuseUse(message: string): never {
  console.error(message);
  process.exit(2);
}

/** What is in a file that a command was given; one line and the end where that cannot be read. */
export async function readGivenFile<Content>(
  file: string,
  parse: (text: string) => Content,
): Promise<Content> {
  try {
    return parse(await readFile(file, "utf8"));
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    return refuseUse(`${file} cannot be read: ${reason}`);
  }
}
