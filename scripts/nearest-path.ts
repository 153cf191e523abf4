import { basename } from "node:path/posix";
import { closestMatch } from "leven";

/** Returns the path that a wrong one probably stands for: with the same last name, or with few other letters. */
export function nearestPath(path: string, candidates: readonly string[]): string | undefined {
  const name = basename(path);
  return (
    candidates.find((candidate) => basename(candidate) === name) ??
    closestMatch(path, candidates, { maxDistance: Math.ceil(name.length / 4) })
  );
}
