import { inspect } from "node:util";
import {
  isWebhookVerificationError,
  WebhookVerificationError,
} from "partner-center-client/webhooks";
import { refusal } from "./refusal.js";
import { bytesOf, delivery, makeAuthority, trusting, verifyOnce } from "./sender.js";

const authority = makeAuthority();
const { options } = trusting(authority);

describe("WebhookVerificationError", () => {
  it("says what was wrong, what to answer and nothing of what came", async () => {
    const { headers } = delivery(authority.leaf, { EventName: "test-created" });
    const planted = "planted-in-the-body";
    const { signature } = delivery(authority.leaf, planted);

    const refused = await refusal(
      verifyOnce(
        {
          headers: { ...headers, authorization: `Signature ${signature}` },
          body: bytesOf({ EventName: planted }),
        },
        options,
      ),
    );

    expect(refused.message).toBe(
      "The webhook was refused (wrong-signature, 401): the signature is not that of the body with the key of the certificate.",
    );
    for (const text of [inspect(refused), JSON.stringify(refused), String(refused.stack)]) {
      expect(text).not.toContain(planted);
      expect(text).not.toContain(signature.slice(0, 20));
    }
    expect(JSON.parse(JSON.stringify(refused))).toEqual({
      name: "WebhookVerificationError",
      reason: "wrong-signature",
      status: 401,
      message: refused.message,
    });
  });

  it.each<[string, Record<string, string>, string | Uint8Array]>([
    ["malformed-signature", { authorization: "Signature planted\u0000" }, "{}"],
    ["unknown-algorithm", { "x-ms-signature-algorithm": "planted" }, "{}"],
    ["certificate-url", { "x-ms-certificate-url": "https://planted.example/" }, "{}"],
    ["not-an-event", {}, "planted"],
  ])("of %s has nothing of it in its words", async (reason, changed, body) => {
    const { headers, body: bytes } = delivery(authority.leaf, body);

    const refused = await refusal(
      verifyOnce({ headers: { ...headers, ...changed }, body: bytes }, options),
    );

    expect(refused.reason).toBe(reason);
    expect(inspect(refused)).not.toContain("planted");
    expect(refused.cause).toBeUndefined();
  });

  it("is recognised from another copy of the package too", () => {
    const other = Object.assign(new Error("refused"), {
      [Symbol.for("partner-center-client.WebhookVerificationError")]: true,
    });

    expect(isWebhookVerificationError(new WebhookVerificationError("too-large"))).toBe(true);
    expect(isWebhookVerificationError(other)).toBe(true);
    expect(isWebhookVerificationError(new Error("refused"))).toBe(false);
    expect(isWebhookVerificationError(null)).toBe(false);
  });
});
