import { createPartnerCenterClient, type Reply, unwrap } from "partner-center-client";
import { parametersOf, requestBodiesOf } from "../scripts/described-call.js";
import {
  type DescribedOperation,
  operationsOf,
  readDescription,
  resolved,
} from "../scripts/description.js";
import { failed } from "./failed.js";
import { type Prism, startPrism } from "./prism.js";
import { example, LINK } from "./replies.js";

// Prism is the judge: it knows the description and nothing of this client, and refuses what breaks it.

const description = await readDescription();
const operations = operationsOf(description);

let prism: Prism;

beforeAll(async () => {
  prism = await startPrism();
});

afterAll(() => prism.close());

const client = (options: object = {}) =>
  createPartnerCenterClient({
    credential: () => "a-token",
    baseUrl: prism.url,
    retry: false,
    ...options,
  });

describe("the client keeps the contract", () => {
  it("as a direct partner", async () => {
    await expect(client().getRelationshipRequestLink()).resolves.toEqual(LINK);
  });

  it("with every parameter", async () => {
    const link = await client({
      locale: "en-US",
      applicationName: "Contoso onboarding",
      cv: () => "jbYZRWjU3E262f8o.0",
    }).getRelationshipRequestLink({
      indirectCloudSolutionProviderId: "9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34",
      indirectResellerId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
      dualRoleIndirectRelationship: false,
    });

    expect(link).toEqual(LINK);
  });

  it("with the reply of 2017", async () => {
    const headers = { Prefer: "example=officePortal" };

    await expect(client().getRelationshipRequestLink({}, { headers })).resolves.toEqual(
      example("RelationshipRequestOfficePortal"),
    );
  });

  it.each([
    [400, "invalid-request", "800002"],
    [401, "sign-in", "400"],
    [403, "forbidden", "900329"],
    [404, "no-relationship", "60003"],
    [429, "throttled", undefined],
    [500, "service", "800003"],
    [503, "throttled", undefined],
  ])("with the documented %i", async (status, reason, code) => {
    const headers = { Prefer: `code=${status}` };
    const error = await failed(client().getRelationshipRequestLink({}, { headers }));

    expect(error).toMatchObject({ status, reason, code });
  });
});

/** What a call is given: by place, with what is required and one of the parameters that are not. */
type Parameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Sets of parameters with which an operation can be called, and which together have them all. */
function parameterSets(described: DescribedOperation): Parameters[] {
  const parameters = parametersOf(description, described);
  const optional = parameters.filter(({ required }) => !required);
  const alternatives: readonly string[] = described.operation["x-exactly-one-of"] ?? [];
  return optional.map((one) => {
    const alternative = alternatives.includes(one.name) ? one.name : alternatives[0];
    const given = parameters.filter(
      (parameter) => parameter.required || parameter === one || parameter.name === alternative,
    );
    const places = [...new Set(given.map((parameter) => parameter.in))];
    const valuesIn = (place: string) =>
      given
        .filter((parameter) => parameter.in === place)
        .map((parameter) => [parameter.name, parameter.example]);
    return Object.fromEntries(places.map((place) => [place, Object.fromEntries(valuesIn(place))]));
  });
}

/** Calls an operation through the raw client, as one who writes the path by hand. */
function call({ method, path }: DescribedOperation, init: object): Promise<Reply> {
  const send: (path: string, init: object) => Promise<Reply> = Reflect.get(client(), method);
  return send(path, init);
}

/** The first call of an operation that can be made, with a wish for the judge. */
function callWith(described: DescribedOperation, prefer: string): Promise<Reply> {
  const [params] = parameterSets(described);
  const [body] = requestBodiesOf(description, described);
  const headers = { Prefer: prefer };
  return call(described, { params, headers, ...(body && { body: body.value }) });
}

/** Every example of every reply to an operation: its status, how to wish for it, and what it is. */
function exampleReplies({ operation }: DescribedOperation) {
  return Object.entries(operation.responses ?? {})
    .filter(([status]) => status !== "default")
    .flatMap(([status, response]) => {
      const { content } = resolved(description, response);
      const media = content?.["application/json"];
      const { examples = {} } = media === undefined ? {} : resolved(description, media);
      const replies = Object.entries(examples).map(([name, one]) => ({
        status: Number(status),
        wish: `code=${status}, example=${name}`,
        value: resolved(description, one).value,
      }));
      return content === undefined
        ? [{ status: Number(status), wish: `code=${status}`, value: undefined }]
        : replies;
    });
}

describe("the client keeps the contract of each operation:", () => {
  it.each(operations.map((described) => [described.operationId, described] as const))(
    "%s, with each parameter and each body",
    async (_operationId, described) => {
      const bodies = requestBodiesOf(description, described);
      for (const params of parameterSets(described)) {
        for (const body of bodies) {
          const { response } = await call(described, { params, ...(body && { body: body.value }) });

          expect({ params, ok: response.ok }).toEqual({ params, ok: true });
        }
      }
    },
  );

  it.each(
    operations.flatMap((described) =>
      exampleReplies(described).map(
        (reply) => [described.operationId, reply.wish, described, reply] as const,
      ),
    ),
  )("%s, with %s", async (_operationId, wish, described, { status, value }) => {
    const reply = callWith(described, wish);

    if (status < 400) {
      await expect(unwrap(reply)).resolves.toEqual(value);
    } else {
      const error = await failed(unwrap(reply));
      expect(error.status).toBe(status);
      expect((await reply).error).toEqual(value);
    }
  });
});

describe("the judge refuses", () => {
  it.each(operations.map((described) => [described.operationId, described] as const))(
    "a call of %s without a token",
    async (_operationId, { method, path }) => {
      const response = await fetch(prism.url + path.replaceAll(/\{.*?\}/g, "1"), { method });

      expect(response.status).toBe(401);
    },
  );

  it("a version that is not documented", async () => {
    const response = await fetch(`${prism.url}/v2/customers/relationshiprequests`, {
      headers: { Authorization: "Bearer a-token" },
    });

    expect(response.status).toBe(400);
  });

  it("a request id that is no GUID", async () => {
    const headers = { "ms-requestid": "1" };
    const error = await failed(client().getRelationshipRequestLink({}, { headers }));

    expect(error.status).toBe(400);
  });
});
