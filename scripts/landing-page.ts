import { type Guide, guideSummary, guideTitle } from "./guide-page.js";
import { escaped, sitePage } from "./site-page.js";

/** What there is to say of the package before anything else. */
export interface Landing {
  /** The title of the description. */
  readonly title: string;
  /** One sentence. */
  readonly description: string;
  readonly version: string;
  /** In reading order. */
  readonly guides: readonly Guide[];
}

const STYLE = `
main { max-width: 60rem; }
.lead { font-size: 1.2rem; max-width: 45rem; }
.quiet { color: var(--quiet); }
.story { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.75rem; list-style: none; padding: 0; counter-reset: step; }
.story li { counter-increment: step; border: 1px solid var(--line); border-radius: 8px; padding: 0.75rem 1rem; }
.story li::before { content: counter(step); display: block; color: var(--quiet); font-weight: bold; }
.ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.75rem; list-style: none; padding: 0; }
.ways li { background: var(--box); border-radius: 8px; padding: 0.75rem 1rem; }
.ways a { font-weight: bold; }
.guides li { margin-bottom: 0.6rem; }
.guides a { font-weight: bold; }
`;

/** The first page of the site: what it is, and where to go on. */
export function landingPage({ title, description, version, guides }: Landing): string {
  const items = guides.map((guide) => {
    const summary = guideSummary(guide);
    return `<li><a href="guides/${guide.name}.html">${escaped(guideTitle(guide))}</a>${summary && `<br>${summary}`}</li>`;
  });
  return sitePage({
    title: "Start",
    place: { part: "start", root: "" },
    style: STYLE,
    main: `<h1>${escaped(title)}</h1>
<p class="lead">${escaped(description)}</p>
<p class="quiet">partner-center-client ${escaped(version)}, for Node 20.19 or later. Not an official Microsoft project.</p>
<p>It is not on npm yet: <code>npm ci &amp;&amp; npm pack</code> in a clone packs it, and <code>npm install</code> with the path of the tarball installs it.</p>
<ol class="story">
<li><strong>Choose</strong> the reseller or provider that the link is for.</li>
<li><strong>Get the link</strong> and send it to the customer.</li>
<li><strong>Learn</strong> that the customer accepted it.</li>
<li><strong>Look after</strong> the relationship, and <strong>end it</strong>.</li>
</ol>
<ul class="ways">
<li><a href="try.html">Try it</a><br>Every operation in your browser, without a tenant: you are the partner, and a button is the customer.</li>
<li><a href="api.html">API reference</a><br>Every operation of the service: parameters, replies, faults, and samples for TypeScript and curl.</li>
<li><a href="library/index.html">Library reference</a><br>Every export of the package, with its options, units and errors.</li>
</ul>
<h2 id="guides">Guides</h2>
<ol class="guides">
${items.join("\n")}
</ol>
`,
  });
}
