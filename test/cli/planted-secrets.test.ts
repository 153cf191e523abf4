import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PUBLIC_CLIENT_ID, TENANT_ID } from "../auth/app.js";
import { entraRefusal } from "../auth/entra.js";
import { everyFormOf, FORMS, foundIn, PLANTED, type Secrets } from "../secrets/planted-secrets.js";
import { type Handler, withServer } from "../server.js";
import { type Home, withHome } from "./bin.js";
import { keepSignIn } from "./kept.js";

const AT_A_TIME = 4;

/** What an authority or a service says that repeats a secret in every form. */
function repeating(status: number, secrets: readonly string[], turn: number): Handler {
  return (response, { body, headers }) => {
    // Nobody can repeat what he was not sent.
    if (!body.includes("refresh_token") && headers.authorization === undefined) {
      response.writeHead(401).end();
      return;
    }
    const forms = secrets.flatMap(everyFormOf);
    const words = forms.join(" ");
    for (const [index, name] of [
      "MS-RequestId",
      "MS-CorrelationId",
      "MS-CV",
      "MS-ServerId",
    ].entries()) {
      response.setHeader(name, forms[(turn * 4 + index) % forms.length] ?? "");
    }
    const refusal = entraRefusal(forms[0] ?? "", 70000, words);
    const fault = {
      description: `Refused ${words}`,
      source: words,
      data: [forms, { [words]: words }],
    };
    response
      .writeHead(status, { "Content-Type": `application/json; of=${words}` })
      .end(JSON.stringify({ ...refusal, ...fault, trace_id: forms[turn % forms.length] }));
  };
}

/** Every file in a folder, as text. */
async function filesIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")),
  );
  return texts.join("\n");
}

/** What a command prints and leaves behind, when the service repeats its token and then an authority what it was sent. */
async function seenOf(secrets: Secrets, turn: number, { run, path }: Home): Promise<string> {
  const { accessToken, refreshToken, clientSecret } = secrets;
  const [command, other] = turn % 2 === 0 ? ["link", "doctor"] : ["doctor", "link"];
  const format = turn % 4 < 2 ? [] : ["--json"];
  const seen = await withServer(repeating(403, [accessToken], turn), ({ url }) =>
    run([`${command}`, "--base-url", url, "--verbose", ...format], {
      env: { PARTNER_CENTER_TOKEN: accessToken },
    }),
  );
  const seenOfSignIn = await withServer(
    repeating(turn % 3 === 0 ? 502 : 400, [refreshToken, clientSecret], turn),
    ({ url }) =>
      run([`${other}`, "--authority", url, "--base-url", url, "--verbose", ...format], {
        env: {
          PARTNER_CENTER_REFRESH_TOKEN: refreshToken,
          PARTNER_CENTER_CLIENT_SECRET: clientSecret,
          PARTNER_CENTER_TENANT_ID: TENANT_ID,
          PARTNER_CENTER_CLIENT_ID: PUBLIC_CLIENT_ID,
        },
      }),
  );
  expect([seen.exitCode, seenOfSignIn.exitCode]).not.toContain(0);
  return [seen, seenOfSignIn]
    .flatMap(({ stdout, stderr }) => [stdout, stderr])
    .concat(await filesIn(path))
    .join("\n");
}

/** What two commands print, of which the second finds the access token where the first has kept it. */
async function seenOfKept({ accessToken }: Secrets, turn: number, home: Home): Promise<string> {
  const commands = turn % 2 === 0 ? ["link", "doctor"] : ["doctor", "link"];
  const refuse = repeating(403, [accessToken], turn);
  const token = { access_token: accessToken, token_type: "Bearer", expires_in: 3_600 };
  let given = 0;
  return withServer(
    (response, request, index) => {
      if (!request.url.endsWith("/token")) {
        refuse(response, request, index);
        return;
      }
      given += 1;
      response.setHeader("Content-Type", "application/json").end(JSON.stringify(token));
    },
    async ({ url }) => {
      await keepSignIn(home, url);
      const seen: string[] = [];
      for (const command of commands) {
        const { stdout, stderr } = await home.run([command, "--base-url", url, "--verbose"]);
        seen.push(stdout, stderr);
      }
      expect(given).toBe(1);
      expect(await filesIn(home.path)).toContain(JSON.stringify(accessToken));
      await rm(dirname(home.file), { recursive: true });
      return seen.join("\n");
    },
  );
}

describe(`none of 60 secrets that are repeated in ${Object.keys(FORMS).length} forms shows`, () => {
  it("in what commands print and leave behind", async () => {
    const waiting = [...PLANTED.entries()];
    const found: unknown[] = [];
    const work = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [turn, secrets] = next;
        const seen = await withHome(async (home) =>
          [await seenOfKept(secrets, turn, home), await seenOf(secrets, turn, home)].join("\n"),
        );
        found.push(...foundIn(seen, [secrets]).map((form) => `${turn}: ${form}`));
        expect(seen).toContain("[redacted]");
      }
    };

    await Promise.all(Array.from({ length: AT_A_TIME }, work));

    expect(found).toEqual([]);
  }, 300_000);
});
