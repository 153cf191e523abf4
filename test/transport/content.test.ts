import { GrowingBuffer } from "../../src/transport/content.js";

describe("GrowingBuffer", () => {
  it.each([
    ["nothing", []],
    ["an empty chunk", [""]],
    ["one chunk", ["abc"]],
    ["a long chunk after short ones", ["a", "b", "c".repeat(1_000)]],
    ["empty chunks in between", ["", "abc", "", "d", ""]],
    ["a thousand chunks of one byte", Array.from("0123456789".repeat(100))],
  ])("joins %s", (_what, chunks) => {
    const buffer = new GrowingBuffer();
    for (const chunk of chunks) {
      buffer.append(Buffer.from(chunk));
    }

    expect(Buffer.from(buffer.toArrayBuffer()).toString()).toBe(chunks.join(""));
    expect(buffer.size).toBe(chunks.join("").length);
  });

  it("keeps bytes that the sender overwrites afterwards", () => {
    const buffer = new GrowingBuffer();
    const chunk = Buffer.from("abc");
    buffer.append(chunk);
    chunk.fill("x");

    expect(Buffer.from(buffer.toArrayBuffer()).toString()).toBe("abc");
  });
});
