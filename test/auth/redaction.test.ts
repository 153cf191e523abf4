import { redactionOf } from "../../src/auth/redaction.js";

describe("a redaction", () => {
  it("takes out a secret of six characters, and leaves one of five, which is none", () => {
    const redacted = redactionOf(["secret", "token"]);

    expect(redacted("a secret token")).toBe("a [redacted] token");
  });
});
