import { createWebhookVerifier, type WebhookEvent } from "partner-center-client/webhooks";
import { ACCEPTED, delivery, makeAuthority, trusting } from "./sender.js";

const authority = makeAuthority();
const verifier = createWebhookVerifier(trusting(authority).options);

function verify(body: object | string): Promise<WebhookEvent> {
  return verifier.verify(delivery(authority.leaf, body));
}

describe("an event", () => {
  it("is the same from either casing of names and fields", async () => {
    const camelCase = {
      eventName: "Reseller-Relationship-Accepted-By-Customer",
      resourceUri: ACCEPTED.ResourceUri,
      resourceName: "Customer",
      auditUri: ACCEPTED.AuditUri,
      resourceChangeUtcDate: ACCEPTED.ResourceChangeUtcDate,
    };
    const one = await verify(ACCEPTED);
    const two = await verify(camelCase);

    expect({ ...two, payload: 0 }).toEqual({ ...one, payload: 0 });
  });

  it("that the description does not have is passed on as it came", async () => {
    const unknown = { EventName: "usagerecords-thresholdExceeded", AuditUri: 1, Extra: { a: [1] } };
    await expect(verify(unknown)).resolves.toMatchObject({
      isKnown: false,
      eventName: "usagerecords-thresholdExceeded",
      resourceUri: null,
      resourceName: null,
      auditUri: null,
      resourceChangeUtcDate: null,
      payload: unknown,
    });
  });

  it.each([
    ["a list", "[]"],
    ["null", "null"],
    ["text", '"test-created"'],
    ["no JSON", "{'EventName': 1}"],
    ["an object without a name", "{}"],
    ["a name that is no text", '{"EventName":5}'],
    ["an empty name", '{"EventName":""}'],
  ])("that is %s is refused with 400 though it is signed", async (_title, text) => {
    await expect(verify(text)).rejects.toMatchObject({
      reason: "not-an-event",
      status: 400,
    });
  });

  it("takes no name from what every object has", async () => {
    await expect(verify('{"EventName":"constructor"}')).resolves.toMatchObject({
      isKnown: false,
      eventName: "constructor",
    });
  });
});

describe("`id`", () => {
  it("is the same for each delivery, however the body is written", async () => {
    const one = await verify(ACCEPTED);
    const two = await verify(JSON.stringify({ ...ACCEPTED, ResourceName: "customer" }, null, 2));

    expect(two.id).toBe(one.id);
  });

  it.each([
    { ...ACCEPTED, EventName: "indirect-reseller-relationship-accepted-by-customer" },
    { ...ACCEPTED, ResourceUri: `${ACCEPTED.ResourceUri}0` },
    { ...ACCEPTED, ResourceUri: null },
    { ...ACCEPTED, ResourceChangeUtcDate: "2026-05-31T08:15:42.1234568+00:00" },
    { ...ACCEPTED, ResourceChangeUtcDate: undefined },
  ])("is another one for %j", async (body) => {
    expect((await verify(body)).id).not.toBe((await verify(ACCEPTED)).id);
  });

  it("is that of the whole body where there is no date, lest one event hide the next", async () => {
    const one = await verify({ EventName: "invoice-ready", AuditUri: "a" });
    const two = await verify({ EventName: "invoice-ready", AuditUri: "b" });

    expect(two.id).not.toBe(one.id);
  });
});
