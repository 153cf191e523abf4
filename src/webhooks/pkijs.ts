export type Pkijs = typeof import("pkijs");

/**
 * Loads the library that reads certificates and follows their chains: an optional peer dependency, because nothing but webhooks needs it.
 * Rejects with what to do when it is not installed.
 */
export async function loadPkijs(): Promise<Pkijs> {
  try {
    return await import("pkijs");
  } catch (cause) {
    throw new Error(
      "The certificates of webhooks need the package `pkijs` 4, which cannot be loaded. Install it: npm install pkijs@4 asn1js@4",
      { cause },
    );
  }
}
