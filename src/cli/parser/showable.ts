/** Whether a text that makes no sense may be repeated: a secret that slipped in is longer, or shows what it is. */
export function isShowable(text: string): boolean {
  return text.length <= 24 && !/~|^-*eyJ/.test(text);
}
