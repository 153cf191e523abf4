import { join } from "node:path";
import { parseArgs } from "node:util";
import { readDescription } from "./description.js";
import { refuseUse } from "./given-file.js";
import { ROOT } from "./run.js";
import { listPages } from "./watch/pages.js";
import { watch } from "./watch/watch.js";

const USAGE =
  "Usage: npm run spec:watch -- [--update] [--origin URL]\nCompares the pages of Microsoft's documentation with the facts in spec/sources; --update records the facts as they are now. Exits with 1 for changes and with 3 when a page could not be read.";

function parseOptions() {
  try {
    const { values } = parseArgs({
      options: {
        update: { type: "boolean", default: false },
        origin: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    if (values.origin !== undefined) {
      new URL(values.origin);
    }
    return values;
  } catch (error) {
    return refuseUse(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

const { update, origin } = parseOptions();
const pages = listPages(await readDescription());
const { report, exitCode } = await watch(pages, {
  folder: join(ROOT, "spec/sources"),
  origin,
  timeout: 30_000,
  today: new Date(),
  update,
});
// Standard output has the report alone, which the weekly workflow puts into the issue.
if (report === "") {
  console.error(`All ${pages.length} pages are as recorded in spec/sources.`);
} else {
  console.log(report);
}
process.exitCode = exitCode;
