import { isScalar, isSeq, visit } from "yaml";
import { nearestPath } from "./nearest-path.js";
import {
  DESCRIPTION,
  type Problem,
  type SpecDocument,
  type SpecFiles,
  textsOf,
} from "./spec-files.js";

/** A link to another place of the API reference. */
const LINK = /(?<=\]\()#[^)\s]*(?=\))/g;
/** A heading that the API reference lists beside its tags. */
const HEADING = /^# (.+)$/gm;
const FORMS = "`#/tag`, `#/tag/operationid` or `#/section/heading`, in lower case";

/** Returns the links in descriptions that lead nowhere in the API reference. */
export function brokenAnchors({ documents }: SpecFiles): Problem[] {
  const sources = [...documents.values()];
  const anchors = [...sectionAnchors(documents.get(DESCRIPTION)), ...sources.flatMap(tagAnchors)];
  return sources.flatMap((source) =>
    textsOf(source, "description").flatMap(({ start, end }) =>
      Array.from(source.text.slice(start, end).matchAll(LINK))
        .filter(([link]) => !anchors.includes(link))
        .map(({ 0: link, index }) => {
          const near = nearestPath(link, anchors);
          const advice = near === undefined ? `Expected ${FORMS}.` : `Did you mean \`${near}\`?`;
          const message = `\`${link}\` leads nowhere in the API reference. ${advice}`;
          return source.problemAt(start + index, message, "no-broken-anchors");
        }),
    ),
  );
}

/** Returns the anchors of the headings in the description as a whole. */
function sectionAnchors(root: SpecDocument | undefined): string[] {
  const text = root?.document.getIn(["info", "description"]);
  return typeof text === "string"
    ? Array.from(text.matchAll(HEADING), ([, heading = ""]) => `#/section/${slug(heading)}`)
    : [];
}

/** Returns the anchors of the operations in a document, and of their tags. */
function tagAnchors({ document }: SpecDocument): string[] {
  const anchors: string[] = [];
  visit(document, {
    Map(_, node) {
      const operationId = node.get("operationId");
      const tags = node.get("tags");
      if (typeof operationId === "string" && isSeq(tags)) {
        const names = tags.items.filter(isScalar).map(({ value }) => `#/${slug(String(value))}`);
        anchors.push(...names.flatMap((name) => [name, `${name}/${operationId.toLowerCase()}`]));
      }
    },
  });
  return anchors;
}

/** Returns a title as Redoc has it in addresses. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll("&", "and")
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, "")
    .trim()
    .replaceAll(/[ -]+/g, "-");
}
