import { resumeCommand } from "../../src/cli/commands/links/resume-command.js";
import { DEFAULT_PROFILE, profileNamed } from "../../src/cli/sign-in/profile.js";
import { csvRow } from "../../src/cli/terminal/csv.js";
import { progressWords } from "../../src/cli/terminal/progress.js";
import { wrapped, wrappedFor } from "../../src/cli/terminal/wrapped.js";
import { clouds } from "../../src/token/clouds.js";

describe("a text in lines", () => {
  it("breaks between words, and leaves a word alone that is longer than a line", () => {
    expect(wrapped("GET https://example.com/a/long/path failed: 404.", 12)).toEqual([
      "GET",
      "https://example.com/a/long/path",
      "failed: 404.",
    ]);
  });

  it.each([
    ["a terminal", { isTTY: true, columns: 9 }, "Come back\nlater."],
    ["a terminal of unknown width", { isTTY: true, columns: 0 }, "Come back later."],
    ["a pipe", {}, "Come back later."],
  ])("is given to %s as fits it", (_what, output, text) => {
    expect(wrappedFor(output, "Come back later.")).toBe(text);
  });
});

describe("the words of progress", () => {
  const counts = { total: 10_000, earlier: 2_000, done: 2_500, failed: 3 };

  it("count what this run has done for the rate, and all that is left for the time", () => {
    expect(progressWords(counts, 10_000, undefined)).toBe(
      "2500 of 10000 done, 3 failed, 50.0 a second, 2 min 30 s left",
    );
  });

  it("have no rate before anything is done, and say what is waited for", () => {
    expect(progressWords({ ...counts, done: 2_000 }, 10_000, "429, attempt 2 in 7 s")).toBe(
      "2000 of 10000 done, 3 failed, waiting (429, attempt 2 in 7 s)",
    );
  });
});

describe("the command that goes on", () => {
  const baseUrl = "https://api.partnercenter.microsoft.com";
  const TARGET = { profile: DEFAULT_PROFILE, cloud: "global", baseUrl } as const;

  it("has the profile and the cloud that the environment or the sign-in chose", () => {
    const target = {
      profile: profileNamed("work"),
      cloud: "china",
      baseUrl: clouds.china.baseUrl,
    } as const;

    expect(resumeCommand({ from: "in.csv" }, "s", target)).toBe(
      "partner-center links --from in.csv --resume s --profile work --cloud china",
    );
  });

  it("has the default profile that was given", () => {
    expect(resumeCommand({ from: "in.csv", profile: "default" }, "s", TARGET)).toBe(
      "partner-center links --from in.csv --profile default --resume s",
    );
  });

  it("has no profile where a token was given", () => {
    const given = { from: "in.csv", "token-stdin": true } as const;

    expect(resumeCommand(given, "s", { ...TARGET, profile: undefined })).toBe(
      "partner-center links --from in.csv --token-stdin --resume s (with an access token on standard input)",
    );
  });

  it("has values that begin with a dash as they can be typed", () => {
    expect(resumeCommand({ from: "-in.csv", column: "-id" }, "-s", TARGET)).toBe(
      "partner-center links --from=-in.csv --column=-id --resume=-s",
    );
  });

  it("has the options that were given, so that a shell reads them as they were", () => {
    const given = { from: "it's mine.csv", strict: true, output: "jsonl", resume: "old" } as const;

    expect(resumeCommand(given, "/tmp/links.state", TARGET)).toBe(
      "partner-center links --from 'it'\\''s mine.csv' --strict --output jsonl --resume /tmp/links.state",
    );
  });

  it.each([["http://proxy.contoso.com:8080"], ["none"]])("names the proxy %s", (proxy) => {
    expect(resumeCommand({ from: "in.csv", proxy }, "s", TARGET)).toBe(
      `partner-center links --from in.csv --proxy ${proxy} --resume s`,
    );
  });

  it("says that standard input has to be the same", () => {
    expect(resumeCommand({ from: "-" }, "s", TARGET)).toBe(
      "partner-center links --from - --resume s (with the same input)",
    );
  });
});

describe("a row of CSV", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])("has %j defused", (cell) => {
    expect(csvRow([cell])).toMatch(/^"?'/);
  });

  it("quotes what RFC 4180 wants quoted, is one line, and leaves out what is not known", () => {
    expect(csvRow(['say "hi"', "a,b", "two\nlines\u001b[2J", undefined, "plain"])).toBe(
      '"say ""hi""","a,b",two lines [2J,,plain\r\n',
    );
  });
});
