import { explainToken } from "partner-center-client/auth";
import { readRefusal } from "../../src/auth/refusal.js";
import { innermostMessage } from "../../src/failure/failures.js";
import { parseFault } from "../../src/failure/fault.js";
import { sentence } from "../../src/failure/message.js";
import { oneLine } from "../../src/failure/sanitize.js";
import { jsonTypeFor } from "../../src/sandbox/engine/media-type.js";
import { claimsChallenge } from "../../src/token/challenge.js";
import { checkedBaseUrl } from "../../src/wire/base-url.js";
import { redactionOf } from "../../src/wire/redaction.js";
import { retryAfterMs } from "../../src/wire/retry-after.js";
import { idOf } from "../../src/wire/trace.js";
import { jwt } from "../jwt.js";
import { expressionsOfSources } from "./expressions.js";
import { growthOf } from "./growth.js";

const MOST_GROWTH = 3;
const LONG_MS = 180_000;

/** What a text may be full of to make an expression start over and over, before an end that fits nothing. */
const PUMPS = [" ", "/", "a", "0", "A1~", "=", ".", "-", ",", ", ", "(", " (", "\\", '"'];
const WORDS = [
  "eyJ",
  'a="',
  "a=,",
  "Trace ID: ",
  "AADSTS1",
  ";q=0",
  "{a",
  "MFA required",
  ", got ",
];
const END = "\n\u0000!";

/** The growth with the pump that makes it grow most. */
const worstOf = (work: (text: string) => unknown, pumps: readonly string[]) =>
  Math.max(
    ...pumps.map((pump) =>
      growthOf(work, (size) => pump.repeat(Math.ceil(size / pump.length)) + END, MOST_GROWTH),
    ),
  );

// Each has to look at a text more than once for that to take longer than the text is long.
const repeating = expressionsOfSources().filter(({ expression }) =>
  /[*+]|\{\d+,\}/.test(expression.source),
);

describe("time grows no faster than the text", () => {
  it.each(repeating.map(({ place, expression }) => [`${expression}`, place, expression] as const))(
    "for %s in %s",
    (_source, _place, expression) => {
      // As `replace` looks for matches, without what it makes of them.
      const everyMatch = new RegExp(expression, `${expression.flags.replace("g", "")}g`);
      const findAll = (text: string) => {
        everyMatch.lastIndex = 0;
        for (let at = 0; everyMatch.test(text); at = everyMatch.lastIndex) {
          everyMatch.lastIndex += everyMatch.lastIndex === at ? 1 : 0;
        }
      };

      expect(worstOf(findAll, [...PUMPS, ...WORDS])).toBeLessThan(MOST_GROWTH);
    },
    LONG_MS,
  );

  const secret = "0.AXoA~planted/refresh+token=%41\\u0061-of-a-user";
  const refused = (body: object) => new Response(JSON.stringify(body), { status: 400 });
  const TOKEN = jwt();
  const withHeader = (name: string, text: string) => ({
    headers: new Headers({ [name]: text.replace(/[\n\0]/g, "") }),
  });
  const parts: Array<[part: string, pumps: readonly string[], work: (text: string) => unknown]> = [
    ["one line of a message", [" ", "a"], oneLine],
    ["the end of a sentence", [".", '"'], sentence],
    ["a secret in a text", ["%41"], redactionOf([secret])],
    ["most of a secret in a text", [secret.slice(0, 12)], redactionOf([secret])],
    ["the words of an error", [" ", "a"], (text) => innermostMessage(new Error(text))],
    ["a fault", [" ", "a"], (text) => parseFault({ code: text, description: text, data: [text] })],
    ["claims challenges", [" ", ",", "a", "a ", "a=,", 'a="', 'a="", '], claimsChallenge],
    ["claims in quotes", ["a", "\\", '\\"'], (text) => claimsChallenge(`Bearer claims="${text}`)],
    ["an id", ["a"], idOf],
    ["a base URL", ["/"], (text) => checkedBaseUrl(`https://contoso.com/${encodeURI(text)}`)],
    ["the audience of a token", ["/"], (text) => explainToken(jwt({ aud: text }))],
    [
      "the scope that a token was asked for",
      ["/", " ", "a/ "],
      (text) => explainToken(TOKEN, "global", Date.now, text),
    ],
    [
      "Retry-After",
      ["0", "0.", "Mon, "],
      (text) => retryAfterMs(withHeader("Retry-After", text).headers, 0),
    ],
    [
      "Accept",
      ["a", ";q=0"],
      (text) => jsonTypeFor(new Request("https://contoso.com", withHeader("Accept", text))),
    ],
  ];
  it.each(parts)(
    "for %s",
    (_part, pumps, work) => {
      expect(worstOf(work, pumps)).toBeLessThan(MOST_GROWTH);
    },
    LONG_MS,
  );

  it.each(["error", "error_description", "trace_id"])(
    "for the `%s` of an authority's refusal, of which 300 kB took 37 s",
    async (field) => {
      for (const text of [
        " ".repeat(300_000),
        "Trace ID:".repeat(33_000),
        "AADSTS".repeat(50_000),
      ]) {
        const before = process.cpuUsage();

        const refusal = await readRefusal(
          refused({ [field]: `a${text}!` }),
          redactionOf([secret]),
          0,
        );

        expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
        expect(refusal.failure.message.length).toBeLessThan(2_000);
      }
    },
  );
});

describe("growthOf", () => {
  it("finds an expression out that looks at each blank of a run anew", () => {
    const growth = growthOf(
      (text) => /\s+x/.exec(text.slice(0, text.length / 32)),
      (size) => " ".repeat(size),
      MOST_GROWTH,
    );

    expect(growth).toBeGreaterThan(MOST_GROWTH);
  });
});
