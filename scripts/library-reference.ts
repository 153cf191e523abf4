import { createHash } from "node:crypto";
import { join } from "node:path";
import {
  Application,
  type Comment,
  Converter,
  type DeclarationReflection,
  JSX,
  OptionDefaults,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  Renderer,
  TSConfigReader,
} from "typedoc";
import { codeEntries, sourceOf } from "./entries.js";
import { ROOT } from "./run.js";
import { NAVIGATION_STYLE, siteNavigation } from "./site-page.js";

/** What has to have a comment of its own. */
const DOCUMENTED = [
  ...["Module", "Variable", "Function", "Class", "Interface", "TypeAlias"],
  ...["Constructor", "Property", "Method", "Accessor", "Enum", "EnumMember"],
] as const;

/** The interfaces of the description that the API reference shows better, and what is left of them here. */
const DESCRIBED: Readonly<Record<string, readonly string[]>> = {
  paths: [],
  operations: [],
  components: ["schemas"],
};

/** TypeDoc puts these three lines into each page. */
const INLINE_SCRIPT =
  'document.documentElement.dataset.theme = localStorage.getItem("tsd-theme") || "os";' +
  'document.body.style.display="none";' +
  'setTimeout(() => window.app?app.showPage():document.body.style.removeProperty("display"),500)';
const INLINE_HASH = createHash("sha256").update(INLINE_SCRIPT).digest("base64");
const POLICY = `default-src 'none'; script-src 'self' 'sha256-${INLINE_HASH}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src data:`;

/**
 * Writes the reference of the library, which is made from the comments of what the entries at `root` export.
 * Rejects when one of these, or a member of it, has no comment; TypeDoc then has said which.
 */
export async function writeLibraryReference(root: string, folder: string): Promise<void> {
  const entries = await codeEntries(root);
  const app = await Application.bootstrap(
    {
      name: "partner-center-client",
      entryPoints: entries.map(({ module }) => join(root, sourceOf(module))),
      tsconfig: join(root, "tsconfig.build.json"),
      // `npm run typecheck` does that, with the compiler of the package.
      skipErrorChecking: true,
      readme: "none",
      disableSources: true,
      disableGit: true,
      excludeExternals: true,
      excludeInternal: true,
      includeVersion: true,
      hideGenerator: true,
      githubPages: false,
      includeHierarchySummary: false,
      sort: ["kind", "source-order"],
      kindSortOrder: ["Module", "Function", "Class", "Variable", "Interface", "TypeAlias"],
      sortEntryPoints: false,
      groupOrder: ["Functions", "Classes", "Variables", "Interfaces", "Type Aliases", "*"],
      navigation: { includeFolders: false, includeGroups: false },
      useFirstParagraphOfCommentAsSummary: true,
      searchInComments: true,
      // The generator of the types has tags of its own.
      blockTags: [...OptionDefaults.blockTags, "@description", "@constant"],
      customCss: join(ROOT, "scripts/library-reference.css"),
      logLevel: "Warn",
      requiredToBeDocumented: [...DOCUMENTED],
      validation: {
        notDocumented: true,
        invalidLink: true,
        rewrittenLink: true,
        // test/api has what is mentioned and not exported, and a diff when that changes.
        notExported: false,
      },
      treatWarningsAsErrors: true,
    },
    [new TSConfigReader()],
  );
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    leaveToTheApiReference(project);
    describeClouds(project);
    for (const { comment } of Object.values(project.reflections)) {
      if (comment !== undefined) {
        takeDescription(comment);
      }
    }
  });
  app.renderer.hooks.on("head.begin", () =>
    JSX.createElement("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
  );
  app.renderer.hooks.on("head.end", () =>
    JSX.createElement("style", null, JSX.createElement(JSX.Raw, { html: NAVIGATION_STYLE })),
  );
  // The icons are in a script too, as a page from disk may not read them from the file beside it.
  app.renderer.on(Renderer.EVENT_END_PAGE, (page) => {
    page.contents = (page.contents ?? "").replace(/href="[^"]*icons\.svg(?=#icon-)/g, 'href="');
  });
  app.renderer.hooks.on("body.begin", (context) =>
    JSX.createElement(JSX.Raw, {
      html: siteNavigation({ part: "library", root: context.relativeURL("../") }),
    }),
  );

  const project = await app.convert();
  if (project !== undefined) {
    app.validate(project);
    if (!app.logger.hasErrors() && !app.logger.hasWarnings()) {
      await app.generateDocs(project, folder);
      return;
    }
  }
  throw new Error(
    "The reference of the library cannot be made: each line above says what is missing.",
  );
}

function leaveToTheApiReference(project: ProjectReflection): void {
  for (const [name, kept] of Object.entries(DESCRIBED)) {
    const described = project
      .getReflectionsByKind(ReflectionKind.Interface)
      .find((reflection) => reflection.name === name);
    for (const child of childrenOf(described)) {
      if (!kept.includes(child.name)) {
        project.removeReflection(child);
      }
    }
  }
}

/** The table of clouds says no word twice: each of its rows is a `Cloud`. */
function describeClouds(project: ProjectReflection): void {
  const all = project.getReflectionsByKind(ReflectionKind.All);
  const words = new Map(
    childrenOf(
      all.find(({ name, kind }) => name === "Cloud" && kind === ReflectionKind.Interface),
    ).map(({ name, comment }) => [name, comment]),
  );
  for (const reflection of all) {
    const comment = words.get(reflection.name);
    if (/\.clouds\./.test(reflection.getFullName()) && comment !== undefined) {
      reflection.comment ??= comment.clone();
    }
  }
}

function childrenOf(reflection: Reflection | undefined): DeclarationReflection[] {
  return [...(reflection?.isDeclaration() ? (reflection.children ?? []) : [])];
}

/** What the generator of the types has under `@description` is what others have at the beginning. */
function takeDescription(comment: Comment): void {
  const { content = [] } = comment.getTag("@description") ?? {};
  const gap = comment.summary.length > 0 && content.length > 0;
  comment.summary.push(...(gap ? [{ kind: "text", text: "\n\n" } as const] : []), ...content);
  comment.removeTags("@description");
}
