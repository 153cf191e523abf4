/** The text whose UTF-8 this is in base64 or base64url, as tokens have it. Throws what `atob` throws when it is neither. */
export function base64Text(encoded: string): string {
  const bytes = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
