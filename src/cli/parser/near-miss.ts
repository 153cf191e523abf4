const MOST_MISTAKES = 2;
// A longer word is no name that was mistyped, and may be a secret.
const LONGEST_WORD = 24;
const SHORTEST_BEGINNING = /^-*\w{3}/;

/**
 * The name that a word is most like, if it is like one: at most two letters are wrong, and fewer than half of them, or
 * no other name begins like it.
 */
export function nearMiss(word: string, names: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) {
    return undefined;
  }
  const beginning = names.filter((name) => SHORTEST_BEGINNING.test(word) && name.startsWith(word));
  if (beginning.length === 1) {
    return beginning[0];
  }
  const [nearest] = names
    .map((name) => ({ name, mistakes: mistakesIn(word, name) }))
    .filter(({ name, mistakes }) => mistakes <= MOST_MISTAKES && mistakes * 2 < name.length)
    .sort((one, other) => one.mistakes - other.mistakes);
  return nearest?.name;
}

/** How many letters have to be put in, left out or replaced. */
function mistakesIn(word: string, name: string): number {
  let above = Array.from({ length: name.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...word].entries()) {
    const line = [row + 1];
    for (let column = 1; column <= name.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (letter === name[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[name.length] ?? 0;
}
