import {
  bitString,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  utcTime,
  utf8String,
} from "../../src/sandbox/webhooks/der.js";

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

describe("DER", () => {
  // The first three as ITU-T X.690 has them, or RFC 5280 and 5480 in the certificates of everybody.
  it.each([
    [objectIdentifier("1.2.840.113549.1.1.11"), "06092a864886f70d01010b"],
    [objectIdentifier("2.5.4.10"), "060355040a"],
    [integer(Uint8Array.of(0)), "020100"],
    [integer(Uint8Array.of(0x7f)), "02017f"],
    [integer(Uint8Array.of(0x80)), "02020080"],
    [integer(Uint8Array.of(0, 0, 1)), "020101"],
    [integer(Uint8Array.of(0, 0, 0)), "020100"],
    [bitString(Uint8Array.of(0x80), 7), "03020780"],
    [utf8String("é"), "0c02c3a9"],
    [utcTime(new Date("2049-12-31T23:59:59.999Z")), "170d3439313233313233353935395a"],
    [sequence(octetString(Uint8Array.of(1)), octetString(Uint8Array.of(2))), "3006040101040102"],
  ])("is written as %p", (bytes, expected) => {
    expect(hex(bytes)).toBe(expected);
  });

  it.each([
    [127, "047f"],
    [128, "048180"],
    [255, "0481ff"],
    [256, "04820100"],
  ])("has the length %i in as few bytes as there can be", (length, start) => {
    expect(hex(octetString(new Uint8Array(length))).slice(0, start.length)).toBe(start);
  });
});
