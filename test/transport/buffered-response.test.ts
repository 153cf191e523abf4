import { bufferedResponse } from "../../src/transport/buffered-response.js";

const TEXT = '\uFEFF{"url":"https://contoso.com/é"}';
const WITHOUT_MARK = TEXT.slice(1);
const BYTES = new TextEncoder().encode(TEXT);

const response = () =>
  bufferedResponse(
    new Response(null, {
      status: 203,
      statusText: "Fine",
      headers: { "Content-Type": "application/json" },
    }),
    BYTES,
    WITHOUT_MARK,
  );

type Read = (response: Response) => Promise<unknown>;

const READS: Array<[name: string, read: Read, expected: unknown]> = [
  ["text", (one) => one.text(), WITHOUT_MARK],
  ["json", (one) => one.json(), JSON.parse(WITHOUT_MARK)],
  ["arrayBuffer", async (one) => new Uint8Array(await one.arrayBuffer()), BYTES],
  ["blob", async (one) => (await one.blob()).size, BYTES.length],
  ["bytes", (one) => Reflect.get(one, "bytes").call(one), BYTES],
  [
    "body",
    async (one) => {
      const chunks: number[] = [];
      await one.body?.pipeTo(new WritableStream({ write: (chunk) => void chunks.push(...chunk) }));
      return Uint8Array.from(chunks);
    },
    BYTES,
  ],
];

describe("bufferedResponse", () => {
  it.each(READS)("gives its body by %s, once", async (_name, read, expected) => {
    const one = response();

    expect(one.bodyUsed).toBe(false);
    await expect(read(one)).resolves.toEqual(expected);
    expect(one.bodyUsed).toBe(true);
    for (const again of ["text", "json", "arrayBuffer", "blob", "bytes", "formData"]) {
      await expect(Reflect.get(one, again).call(one)).rejects.toMatchObject({ name: "TypeError" });
    }
    expect(() => one.clone()).toThrow();
  });

  it.each(READS)(
    "gives its body to a clone by %s, and stays whole",
    async (_name, read, expected) => {
      const one = response();
      const copy = one.clone();

      await expect(read(copy)).resolves.toEqual(expected);
      await expect(read(one)).resolves.toEqual(expected);
    },
  );

  it("clones all but the body too", () => {
    const copy = response().clone();

    expect(copy).toBeInstanceOf(Response);
    expect(copy).toMatchObject({
      status: 203,
      statusText: "Fine",
      ok: true,
      url: "",
      type: "default",
    });
    expect(copy.headers.get("content-type")).toBe("application/json");
  });

  it("refuses a clone while a stream reads it", () => {
    const one = response();
    one.body?.getReader();

    expect(() => one.clone()).toThrow(TypeError);
  });

  it("reads a form", async () => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const form = bufferedResponse(
      new Response(null, { headers }),
      new TextEncoder().encode("a=1"),
      "a=1",
    );

    expect((await form.formData()).get("a")).toBe("1");
  });

  it("has a spent body after it was read", async () => {
    const one = response();
    await one.text();

    await expect(one.body?.getReader().read()).resolves.toMatchObject({ done: true });
  });

  it("rejects text that is no JSON, as a response does", async () => {
    const one = bufferedResponse(new Response(null), new Uint8Array([63]), "?");

    await expect(one.json()).rejects.toThrow(SyntaxError);
  });

  it("keeps the members of a kind of response that is not the platform's", async () => {
    class Special extends Response {
      override get url() {
        return "https://contoso.com/";
      }
    }
    const one = bufferedResponse(new Special(null), BYTES, WITHOUT_MARK);

    expect(one).toBeInstanceOf(Special);
    expect(one.url).toBe("https://contoso.com/");
    expect(one.clone().url).toBe("https://contoso.com/");
    await expect(one.text()).resolves.toBe(WITHOUT_MARK);
  });

  it("refuses members that are called on something else", async () => {
    await expect(response().text.call(new Response(null))).rejects.toThrow("Illegal invocation");
  });
});
