import { createPartnerCenterClient, traceOf } from "partner-center-client";
import { refreshTokenCredential } from "partner-center-client/auth";
import {
  everyFormOf,
  everythingOf,
  FORMS,
  foundIn,
  PLANTED,
  type Secrets,
} from "./planted-secrets.js";

const PATH = "/v{version}/customers/relationshiprequests";
const params = { path: { version: "1" as const } };
const IDS = ["MS-RequestId", "MS-CorrelationId", "MS-CV", "MS-ServerId"];

/** A reply with a secret in every form everywhere. */
function repeating(status: number, forms: readonly string[], turn: number, bodyOf = faultWith) {
  const all = forms.join(" ");
  const ids = IDS.map((name, index) => [
    name,
    forms[(turn * IDS.length + index) % forms.length] ?? "",
  ]);
  const headers = {
    ...Object.fromEntries(ids),
    "Retry-After": all,
    "Content-Type": `text/x; of=${all}`,
  };
  const response = new Response(bodyOf(forms), { status, headers });
  return Object.defineProperty(response, "statusText", { value: all });
}

const faultWith = (forms: readonly string[]): BodyInit => {
  const all = forms.join(" ");
  const data = [...forms, { [all]: [{ [forms[1] ?? ""]: all }] }];
  return JSON.stringify({
    code: forms[0],
    description: `Refused ${all}`,
    source: all,
    data,
  });
};
/** A fault whose text has what is JSON inside of quotes as it is, so that it is read once more. */
const escapedFaultWith = (forms: readonly string[]): BodyInit =>
  `{"description":"${forms.filter(isInsideOfQuotes).join(" ")}"}`;
const isInsideOfQuotes = (form: string) => {
  try {
    return typeof JSON.parse(`"${form}"`) === "string";
  } catch {
    return false;
  }
};
const pageWith = (forms: readonly string[]): BodyInit => `<p>${forms.join("</p><p>")}</p>`;

/** What the platform may throw with the bytes of a reply on it. */
const brokenWith = (forms: readonly string[]) => {
  const cause = Object.assign(new Error(forms.join(" ")), {
    code: forms[2],
    data: Buffer.from(forms.join(" ")),
    request: { headers: forms },
  });
  return Object.assign(new TypeError(`terminated ${forms.join(" ")}`, { cause }), { forms });
};
const breakingWith = (forms: readonly string[]): BodyInit =>
  new ReadableStream({ pull: (controller) => controller.error(brokenWith(forms)) });

type Play = (forms: readonly string[], turn: number) => Response;
const PLAYS: Readonly<Record<string, Play>> = {
  "a refusal": (forms, turn) => repeating(403, forms, turn),
  "a refusal of the token": (forms, turn) => repeating(401, forms, turn),
  "a refusal with escapes": (forms, turn) => repeating(400, forms, turn, escapedFaultWith),
  "an error page": (forms, turn) => repeating(502, forms, turn, pageWith),
  "a failure that breaks off": (forms, turn) => repeating(503, forms, turn, breakingWith),
  "a success that is none": (forms, turn) => repeating(200, forms, turn, pageWith),
  "a success that breaks off": (forms, turn) => repeating(200, forms, turn, breakingWith),
  "a success that is too large": (forms, turn) =>
    repeating(200, forms, turn, () => " ".repeat(2_000_000)),
  "no reply": (forms) => {
    throw brokenWith(forms);
  },
};

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => Promise.reject(new Error("The call did not fail.")),
    (error: unknown) => error,
  );

/** What a program gets to see of calls whose replies repeat the token. */
async function seenOfCalls({ accessToken }: Secrets, play: Play, turn: number): Promise<string> {
  const forms = everyFormOf(accessToken);
  const seen: unknown[] = [];
  const see = (thing: unknown) => seen.push(thing);
  const client = createPartnerCenterClient({
    credential: () => accessToken,
    retry: { maxRetries: 1, maxDelayMs: 1, onRetry: see },
    onAttempt: see,
    fetch: async () => play(forms, turn),
  });
  see(await failureOf(client.getRelationshipRequestLink()));
  await client.GET(PATH, { params }).then(({ error, response }) => {
    see(error);
    see(traceOf(response));
  }, see);
  return seen.map(everythingOf).join("\n");
}

/** What a program gets to see when an authority repeats what it was sent. */
async function seenOfSignIn(
  { refreshToken, clientSecret }: Secrets,
  play: Play,
  turn: number,
): Promise<string> {
  const forms = [...everyFormOf(refreshToken), ...everyFormOf(clientSecret)];
  const credential = refreshTokenCredential({
    tenantId: "contoso.com",
    clientId: "an-app",
    refreshToken,
    clientSecret,
    fetch: async () => play(forms, turn),
  });
  const client = createPartnerCenterClient({ credential, fetch: async () => Response.json({}) });
  const errors = [
    await failureOf(credential.getToken("https://api.contoso.com/.default")),
    await failureOf(client.getRelationshipRequestLink()),
  ];
  return errors.map(everythingOf).join("\n");
}

describe(`none of 60 secrets that are repeated in ${Object.keys(FORMS).length} forms shows`, () => {
  it.each(Object.entries(PLAYS))("after %s", async (_title, play) => {
    for (const [turn, secrets] of PLANTED.entries()) {
      const seen = [
        await seenOfCalls(secrets, play, turn),
        await seenOfSignIn(secrets, play, turn),
      ].join("\n");

      expect(foundIn(seen, [secrets])).toEqual([]);
    }
  });
});

describe("the search for secrets", () => {
  const [secrets = { accessToken: "", refreshToken: "", clientSecret: "" }] = PLANTED;

  it.each(Object.entries(FORMS))("finds one that is there %s, however deep", (_form, written) => {
    const text = written(secrets.accessToken);

    for (const place of [
      new Error(text),
      new Error("a", { cause: { deep: [{ down: text }] } }),
      { [text]: 1 },
      Object.defineProperty(new Error("a"), "hidden", { value: { text } }),
    ]) {
      expect(foundIn(everythingOf(place), PLANTED)).not.toEqual([]);
    }
  });
});
