/** What stands in place of a secret. */
export const REDACTED = "[redacted]";

/** Characters below which a text is no secret, and is not taken out of others: they would be no text any more. */
const SHORTEST_SECRET = 6;
/** Characters from which a piece of a secret tells something of it. */
const SHORTEST_PIECE = 16;
/** Every piece that long has one of the chunks in it that a secret is looked up by. */
const CHUNK = SHORTEST_PIECE / 2;
/** How often a text may have been escaped, as JSON in JSON is twice. */
const MOST_LAYERS = 4;

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/**
 * Makes the function that takes these secrets out of a text, and every piece of them of 16 characters or more, in
 * whatever form somebody repeats them: as they are, percent-encoded in either case, JSON-escaped with `\/` or `\uXXXX`,
 * in base64 or base64url, alone or within more; and one in another.
 */
export function redactionOf(secrets: readonly string[]): Redact {
  let redact: Redact | undefined;
  return (text) => {
    if (text.length < SHORTEST_SECRET) {
      return text;
    }
    redact ??= preparedFor(secrets);
    return redact(text);
  };
}

function preparedFor(secrets: readonly string[]): Redact {
  const known = secrets.filter(({ length }) => length >= SHORTEST_SECRET);
  // A shorter text holds neither a secret nor a piece that tells something of one.
  const shortest = Math.min(SHORTEST_PIECE, ...known.map(({ length }) => length));
  const plain = searchFor(known.flatMap((secret) => [...new Set([secret, bytesOf(secret)])]));
  const base64 = searchFor(known.flatMap((secret) => base64Of(bytesOf(secret))));

  return (text) => {
    if (text.length < shortest) {
      return text;
    }
    const places: Place[][] = [];
    let layer: Layer | undefined = known.length === 0 ? undefined : { text, starts: undefined };
    for (let count = 0; layer !== undefined && count < MOST_LAYERS; count += 1) {
      const { starts = [] } = layer;
      const standard = layer.text.replaceAll("-", "+").replaceAll("_", "/");
      for (const found of [plain(layer.text), base64(standard)]) {
        places.push(found.map(([start, end]) => [starts[start] ?? start, starts[end] ?? end]));
      }
      layer = unescaped(layer);
    }
    return without(text, places.flat());
  };
}

/** Where a text begins in another, and where it ends. */
type Place = readonly [start: number, end: number];

/** A text, and where each of its characters starts in the text that it was made from; undefined for that text itself. */
interface Layer {
  readonly text: string;
  readonly starts: readonly number[] | undefined;
}

/** UTF-8, a character for each byte. */
function bytesOf(text: string): string {
  // Tokens are ASCII, and have thousands of characters.
  return /[^\x20-\x7e]/.test(text)
    ? Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("")
    : text;
}

/** What is the same in every base64 that has these bytes in it, whatever comes before and after. */
function base64Of(bytes: string): string[] {
  return [0, 1, 2].map((before) =>
    btoa("\0".repeat(before) + bytes).slice(
      Math.ceil((before * 8) / 6),
      Math.floor(((before + bytes.length) * 8) / 6),
    ),
  );
}

/** Makes the function that finds these forms in a text, and pieces of them. */
function searchFor(forms: readonly string[]): (text: string) => Place[] {
  const chunks = new Map<string, readonly [form: string, at: number]>();
  for (const form of forms) {
    for (let at = 0; at + CHUNK <= form.length; at += CHUNK) {
      chunks.set(form.slice(at, at + CHUNK), [form, at]);
    }
  }
  return (text) => {
    const places: Place[] = [];
    for (const form of forms) {
      for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
        places.push([at, at + form.length]);
      }
    }
    let searched = 0;
    for (let at = 0; at + CHUNK <= text.length; at += 1) {
      const [form = "", inForm = 0] = chunks.get(text.slice(at, at + CHUNK)) ?? [];
      let start = at;
      while (start > searched && form[inForm - (at - start) - 1] === text[start - 1]) {
        start -= 1;
      }
      let end = at;
      while (end < text.length && form[inForm + (end - at)] === text[end]) {
        end += 1;
      }
      if (end - start >= SHORTEST_PIECE) {
        places.push([start, end]);
        searched = end;
        at = end - 1;
      }
    }
    return places;
  };
}

const ESCAPE = /%[\da-f]{2}|\\u[\da-f]{4}|\\["\\/]/gi;

/** The text with what is escaped in it as it was meant; undefined when nothing is. */
function unescaped({ text, starts }: Layer): Layer | undefined {
  const parts: string[] = [];
  const ownStarts: number[] = [];
  let end = 0;
  const keepUntil = (until: number) => {
    parts.push(text.slice(end, until));
    for (let at = end; at < until; at += 1) {
      ownStarts.push(starts?.[at] ?? at);
    }
  };
  for (const { 0: escaped, index } of text.matchAll(ESCAPE)) {
    keepUntil(index);
    const digits = escaped.startsWith("%") ? escaped.slice(1) : escaped.slice(2);
    parts.push(
      escaped.length > 2 ? String.fromCharCode(Number.parseInt(digits, 16)) : escaped.slice(1),
    );
    ownStarts.push(starts?.[index] ?? index);
    end = index + escaped.length;
  }
  if (end === 0) {
    return undefined;
  }
  keepUntil(text.length);
  ownStarts.push(starts?.[text.length] ?? text.length);
  return { text: parts.join(""), starts: ownStarts };
}

function without(text: string, places: readonly Place[]): string {
  const parts: string[] = [];
  let kept = 0;
  for (const [start, end] of [...places].sort(([one], [other]) => one - other)) {
    if (start >= kept) {
      parts.push(text.slice(kept, start), REDACTED);
    }
    kept = Math.max(kept, end);
  }
  return parts.join("") + text.slice(kept);
}
