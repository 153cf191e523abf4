import { examples } from "../../generated/examples.js";
import { type Anything, NOW, OWN, played } from "./partner.js";

const URL = "https://hooks.fabrikam.com/partner-center";
const REGISTRATION = "/webhooks/v1/registration";
const ACCEPTANCES = examples.WebhookRegistrationPascalCase.WebhookEvents;

const register = (
  { call }: Pick<ReturnType<typeof played>, "call">,
  WebhookEvents: readonly string[] = ACCEPTANCES,
  more: object = {},
) => call(REGISTRATION, { method: "POST", body: { WebhookUrl: URL, WebhookEvents, ...more } });

describe("the webhook registration in the sandbox", () => {
  it("is 404 before there is one, for GET, PUT and a test event", async () => {
    const { call } = played();
    const body = { WebhookUrl: URL, WebhookEvents: ACCEPTANCES };

    const answers = [
      await call(REGISTRATION),
      await call(REGISTRATION, { method: "PUT", body }),
      await call(`${REGISTRATION}/validationEvents`, { method: "POST" }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it("is answered in PascalCase when made, as documents have it, and read in camelCase, as recorded", async () => {
    const setting = played();

    const made = await register(setting);
    const read = await setting.call(REGISTRATION);

    expect(Object.keys(made.body)).toEqual(Object.keys(examples.WebhookRegistrationPascalCase));
    expect(Object.keys(read.body).sort()).toEqual(
      Object.keys(examples.WebhookRegistrationCamelCase).sort(),
    );
    expect(read.body).toMatchObject({
      webhookUrl: URL,
      webhookEvents: ACCEPTANCES,
      lastModifiedTimestamp: "2025-11-12T09:28:43.7650001Z",
    });
  });

  it("is one: a second POST gets 409 and changes nothing", async () => {
    const setting = played();
    await register(setting);

    const { status, body } = await register(setting, ["test-created"]);

    expect([status, body]).toEqual([409, examples.WebhookAlreadyRegistered]);
    expect((await setting.call(REGISTRATION)).body.webhookEvents).toEqual(ACCEPTANCES);
  });

  it("is replaced by PUT: events that it does not name are gone, the subscriber stays", async () => {
    const setting = played();
    const first = await register(setting);

    const body = { WebhookUrl: `${URL}/2`, WebhookEvents: ["test-created"] };
    const second = await setting.call(REGISTRATION, { method: "PUT", body });

    expect(second.body).toEqual({ ...body, SubscriberId: first.body.SubscriberId });
  });

  it("is read whatever the case of its names", async () => {
    const body = { webhookUrl: URL, webhookEvents: ["test-created"] };

    const { status } = await played().call(REGISTRATION, { method: "POST", body });

    expect(status).toBe(200);
  });

  it("cannot be deleted", async () => {
    const { status, headers } = await played().call(REGISTRATION, { method: "DELETE" });

    expect(status).toBe(405);
    expect(headers.get("Allow")).toBe("GET, PUT, POST");
  });

  it.each([
    undefined,
    "text",
    { WebhookUrl: URL },
    { WebhookUrl: "hooks.fabrikam.com", WebhookEvents: [] },
    { WebhookUrl: "ftp://hooks.fabrikam.com", WebhookEvents: [] },
    { WebhookUrl: URL, WebhookEvents: ["relacionamento-aceito"] },
  ])("answers 400 to the body %j", async (body) => {
    expect((await played().call(REGISTRATION, { method: "POST", body })).status).toBe(400);
  });

  it("takes the names that the list of events has", async () => {
    const setting = played();
    const { body } = await setting.call(`${REGISTRATION}/events`);

    expect(body).toEqual(examples.WebhookEventNames);
    expect((await register(setting, body)).status).toBe(200);
  });
});

describe("a test event in the sandbox", () => {
  const ask = ({ call }: ReturnType<typeof played>) =>
    call(`${REGISTRATION}/validationEvents`, { method: "POST" });
  const stateOf = ({ call }: ReturnType<typeof played>, id: string) =>
    call(`${REGISTRATION}/validationEvents/${id}`);

  it("is Submitted until it is delivered, and completed then", async () => {
    const setting = played({ fetch: async () => new Response() });
    await register(setting);

    const { body } = await ask(setting);
    const before = await stateOf(setting, body.correlationId);
    await setting.sandbox.deliver();
    const after = await stateOf(setting, body.correlationId);

    expect(before.body).toEqual({
      correlationId: body.correlationId,
      partnerId: OWN,
      status: "Submitted",
      callbackUrl: URL,
      results: [],
    });
    expect(after.body).toMatchObject({
      status: "completed",
      results: [
        { responseCode: "200", systemError: false, dateTimeUtc: "2025-11-12T09:28:43.765" },
      ],
    });
  });

  it.each([
    [async () => new Response(null, { status: 401 }), "401"],
    [() => Promise.reject(new TypeError("fetch failed")), undefined],
  ])("is failed when the receiver refuses it", async (fetch, responseCode) => {
    const setting = played({ fetch });
    await register(setting);
    const { body } = await ask(setting);
    await setting.sandbox.deliver();

    const state = await stateOf(setting, body.correlationId);

    expect(state.body.status).toBe("failed");
    expect(state.body.results[0].responseCode).toBe(responseCode);
  });

  it("has a ResourceUri without TLS and no AuditUri", async () => {
    const setting = played({ fetch: async () => new Response() });
    await register(setting);
    const { body } = await ask(setting);

    const [delivery] = await setting.sandbox.deliver();

    expect(delivery?.event).toEqual({
      EventName: "test-created",
      ResourceUri: `http://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents/${body.correlationId}`,
      ResourceName: "test",
      AuditUri: null,
      ResourceChangeUtcDate: "2025-11-12T09:28:43.7650002+00:00",
    });
  });

  it("is refused with 400 unless test-created is registered", async () => {
    const setting = played();
    await register(setting, ["invoice-ready"]);

    expect((await ask(setting)).status).toBe(400);
  });

  it("may be asked for twice a minute; the third gets 429 and the seconds to wait", async () => {
    let now = NOW;
    const setting = played({ now: () => now });
    await register(setting);
    await ask(setting);
    now += 20_000;
    await ask(setting);

    const third = await ask(setting);
    now += 40_000;
    const fourth = await ask(setting);

    expect([third.status, third.headers.get("Retry-After"), third.body]).toEqual([
      429,
      "40",
      { statusCode: 429, message: "Rate limit is exceeded. Try again in 40 seconds." },
    ]);
    expect(fourth.status).toBe(200);
  });

  it("is forgotten after seven days", async () => {
    let now = NOW;
    const setting = played({ now: () => now });
    await register(setting);
    const { body } = await ask(setting);

    now += 7 * 86_400_000;
    const kept = await stateOf(setting, body.correlationId);
    now += 1;
    const gone = await stateOf(setting, body.correlationId);

    expect([kept.status, gone.status, gone.body]).toEqual([
      200,
      404,
      examples.WebhookValidationGone,
    ]);
  });

  it("is 404 for a correlation id that was not given", async () => {
    const answer: Anything = await stateOf(played(), OWN);

    expect(answer.status).toBe(404);
  });
});
