export type Impact = "major" | "minor" | "patch";

/** Whether a version may be released: three numbers. There are no prereleases, which callers' ranges and npm treat apart. */
export function isRelease(version: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(version);
}

/** The lowest version that may follow `version` after changes of this impact; while it is 0.x, a major change takes a minor bump. */
export function nextVersion(version: string, impact: Impact | undefined): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (impact === "major") {
    return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  }
  if (impact === "minor") {
    return major === 0 ? `0.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
  }
  return impact === "patch" ? `${major}.${minor}.${patch + 1}` : version;
}

/** Whether a release comes before another. */
export function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}
