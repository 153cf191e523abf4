/** A text without the slashes at its end, however many; an expression would look at each run of them over and over. */
export function withoutTrailingSlashes(text: string): string {
  let end = text.length;
  while (text.endsWith("/", end) && end > 0) {
    end -= 1;
  }
  return text.slice(0, end);
}
