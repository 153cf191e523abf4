/** A change to Redoc's script, for what neither its options nor CSS can do. */
interface Mend {
  /** What a reader gets by it. */
  readonly purpose: string;
  readonly found: RegExp;
  readonly mended: string;
  /** Whether it may be found more than once. */
  readonly isRepeated?: true;
}

// The names in the script are made by its minifier; `\w+` stands for them.
const MENDS: readonly Mend[] = [
  {
    purpose: "operations stand open, and not behind a button that opens those of one tag",
    found: /(function \w+\((\w),(\w)\)\{return )\3\?\3===\2\|\|\3\.startsWith\(\2\+`\/`\):!1\}/,
    mended: "$1!0}",
  },
  {
    purpose: "operations stand below their tag from the start",
    found: /shouldRenderOps:\w\.sectionId===[^,]*?!==\w+\.GROUP\}/,
    mended: "shouldRenderOps:!0}",
  },
  {
    purpose: "no button offers to open what is open",
    found:
      /(\{meta:\w,children:\w\}=\w\|\|\{\},\w=\w+\(\),\w=\w+\(\),\w=)\w+\(\w\)(?=,\w=\w+\(\w\),\w=\w+\(\),\w=\w+\(\w+\)===\w+\.STACKED)/,
    mended: "$1!0",
  },
  {
    purpose: "a table that is too wide is scrolled with the keyboard too",
    found: /className:`md-table-wrapper`\}/,
    mended: 'className:`md-table-wrapper`,tabIndex:0,role:"group","aria-label":"Table"}',
  },
  {
    purpose: "so are the tables that are there before the script runs",
    found: /<div class="md-table-wrapper">/,
    mended: '<div class="md-table-wrapper" tabindex="0" role="group" aria-label="Table">',
    isRepeated: true,
  },
];

/**
 * Makes the changes to a page of Redoc's.
 *
 * @throws Error when one of them does not find its place: Redoc has changed.
 */
export function mendRedoc(page: string): string {
  return MENDS.reduce((text, { purpose, found, mended, isRepeated = false }) => {
    const all = new RegExp(found, "g");
    const count = text.match(all)?.length ?? 0;
    if (isRepeated ? count === 0 : count !== 1) {
      throw new Error(
        `Redoc has ${count} places to be changed in so that ${purpose}. Look at scripts/redoc-mends.ts.`,
      );
    }
    return text.replace(all, mended);
  }, page);
}
