import { redactionOf } from "../../src/wire/redaction.js";
import { FORMS, PLANTED } from "../secrets/planted-secrets.js";

const SECRET = "0.AXoA~q/w+e=r-t_y";

describe("a redaction", () => {
  it("takes out a secret of six characters, and leaves one of five, which is none", () => {
    const redacted = redactionOf(["secret", "token"]);

    expect(redacted("a secret token")).toBe("a [redacted] token");
  });

  it.each(Object.entries(FORMS).filter(([form]) => !form.includes("before it")))(
    "takes a secret out that is there %s, and leaves what is around",
    (_form, written) => {
      for (const secret of [SECRET, 'a"quoted\\secret', "gehe\u00ecm\u20ac!"]) {
        const [before = "", after = ""] = redactionOf([secret])(
          `before ${written(secret)} after`,
        ).split("[redacted]");

        expect(before).toBe("before ");
        // The last letter of base64 stands for the end of the secret and for what comes after it.
        expect(after).toMatch(/^\w?=* after$/);
      }
    },
  );

  it.each(Object.entries(FORMS).filter(([form]) => form.includes("before it")))(
    "takes the secret out of more, %s",
    (_form, written) => {
      expect(redactionOf([SECRET])(written(SECRET))).toMatch(/^\w{6,10}\[redacted\]\w?=*$/);
    },
  );

  it.each([
    ["percent-encoded twice", encodeURIComponent(encodeURIComponent(SECRET))],
    ["JSON in JSON", JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
    [
      "percent-encoded in JSON in upper case",
      FORMS["in JSON with \\uXXXX in upper case"]?.(encodeURIComponent(SECRET)),
    ],
    ["partly encoded", SECRET.replace("/", "%2F").replace("=", "\\u003d")],
  ])("takes out what is %s", (_what, text = "") => {
    expect(redactionOf([SECRET])(`<${text}>`)).toBe("<[redacted]>");
  });

  it("takes out every piece of 16 characters, and leaves those of 15", () => {
    const secret = "abcdefghijklmnopqrstuvwxyz0123456789";
    const redacted = redactionOf([secret]);

    for (let start = 0; start + 16 <= secret.length; start += 1) {
      expect(redacted(`.${secret.slice(start, start + 16)}.`)).toBe(".[redacted].");
      expect(redacted(`.${secret.slice(start, start + 15)}.`)).not.toContain("[redacted]");
    }
  });

  it("leaves nothing of a secret that begins or contains another", () => {
    const redacted = redactionOf(["a-secret", "a-secret-and-more", "ret-and"]);

    expect(redacted("a-secret-and-more a-secret ret-and a-secret-and")).toBe(
      "[redacted] [redacted] [redacted] [redacted]",
    );
  });

  it("leaves every other text as it is", () => {
    const redacted = redactionOf(PLANTED.map(({ accessToken }) => accessToken));

    for (const text of ["", "%", "%4", "\\u00", "100 % \\/ \\u0041 %41", "\ud800", "Zoë"]) {
      expect(redacted(text)).toBe(text);
    }
    expect(redactionOf([])("anything %41")).toBe("anything %41");
  });
});
