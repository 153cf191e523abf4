/** What is said in place of another link. */
export const NOT_SHOWN =
  "The service answered with something that is not an https link, so it is not shown.";

/** Whether a person can be told to open it: nothing in it is hidden, or would command a terminal. */
export function isShownLink(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:" && !/[\p{C}\s]/u.test(text);
}
