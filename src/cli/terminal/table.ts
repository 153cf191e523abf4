import stringWidth from "string-width";

const SEPARATOR = "  ";
const ELLIPSIS = "…";
/** Columns of a terminal below which a column is not shrunk. */
const LEAST_WIDTH = 8;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The columns of a table, in columns of a terminal; a table may have fewer columns than its rows have cells. */
export interface TableWidths {
  readonly widths: readonly number[];
  /** Whether longer cells are cut, so that a line fits the terminal. */
  readonly isFitted: boolean;
}

/**
 * Returns the widths that the rows need. For a terminal of so many columns the last ones shrink first, and the first one
 * last, as it is what a row is found by; if that is not enough, the last ones are left out. The last takes what is left.
 */
export function fitWidths(rows: ReadonlyArray<readonly string[]>, columns: number): TableWidths {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, stringWidth(cell));
    }
  }
  if (columns === Infinity) {
    return { widths, isFitted: false };
  }
  for (let last = widths.length - 1; last >= 0; last -= 1) {
    const tooMany = totalOf(widths) - columns;
    const width = widths[last] ?? 0;
    if (tooMany > 0) {
      widths[last] = Math.max(Math.min(width, LEAST_WIDTH), width - tooMany);
    }
  }
  while (widths.length > 1 && totalOf(widths) > columns) {
    widths.pop();
  }
  const last = widths.pop() ?? 0;
  const left = columns - totalOf([...widths, 0]);
  return { widths: [...widths, left > 0 ? left : last], isFitted: true };
}

/** Returns a row of a table as a line. */
export function tableLine(cells: readonly string[], { widths, isFitted }: TableWidths): string {
  const padded = widths.map((width, index) => {
    const cell = isFitted ? cut(cells[index] ?? "", width) : (cells[index] ?? "");
    return cell + " ".repeat(Math.max(0, width - stringWidth(cell)));
  });
  return `${padded.join(SEPARATOR).trimEnd()}\n`;
}

/** Returns whether the line of a row shows less than its cells have. */
export function isCut(cells: readonly string[], { widths, isFitted }: TableWidths): boolean {
  return isFitted && cells.some((cell, index) => stringWidth(cell) > (widths[index] ?? 0));
}

/** Returns as much of a text as fits so many columns, with an ellipsis in place of the rest. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) {
    return text;
  }
  let start = "";
  for (const { segment } of graphemes.segment(text)) {
    if (stringWidth(start + segment) > width - ELLIPSIS.length) {
      break;
    }
    start += segment;
  }
  return width < ELLIPSIS.length ? "" : start + ELLIPSIS;
}

function totalOf(widths: readonly number[]): number {
  const separators = SEPARATOR.length * (widths.length - 1);
  return widths.reduce((total, width) => total + width, separators);
}
