import { describe, expect, it } from "vitest";
import { detectDialect } from "#lib/parsers/csv-delimiter";
import { decodeParts, detectEncoding } from "#lib/parsers/csv-encoding";

const TEXT = "Name;Straße\r\nZoë Müller;Brüderstraße 5 – “links”\r\n".repeat(200);

async function* cut(bytes: Uint8Array, size = 333) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
/** Of the signs above, what Windows-1252 has elsewhere than Latin-1 does. */
const windows = (text: string) =>
  Buffer.from(text.replaceAll("–", "\x96").replaceAll("“", "\x93").replaceAll("”", "\x94"), "latin1");

describe("the encoding of a file", () => {
  it.each([
    ["UTF-8", "utf-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", "utf-8", Buffer.from(`\uFEFF${TEXT}`)],
    ["UTF-16LE with a mark", "utf-16le", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
    ["UTF-16LE without", "utf-16le", Buffer.from(TEXT, "utf16le")],
    ["UTF-16BE with a mark", "utf-16be", utf16be(`\uFEFF${TEXT}`)],
    ["UTF-16BE without", "utf-16be", utf16be(TEXT)],
    ["Windows-1252", "windows-1252", windows(TEXT)],
  ])("is found to be %s, wherever its pieces are cut", async (_, encoding, bytes) => {
    expect(await detectEncoding(cut(bytes))).toBe(encoding);
    let text = "";
    for await (const piece of decodeParts(cut(bytes), encoding as "utf-8")) text += piece;
    expect(text).toBe(TEXT);
  });

  it("is UTF-8 where only the last character was cut off", async () => {
    expect(await detectEncoding(cut(Buffer.from("Zoë").subarray(0, 3)))).toBe("utf-8");
  });

  it("is Windows-1252 where the first byte that is no UTF-8 comes late", async () => {
    const late = Buffer.concat([Buffer.from("a;b\n".repeat(10_000)), Buffer.from("Zo\xeb;b", "latin1")]);
    expect(await detectEncoding(cut(late, 1000))).toBe("windows-1252");
  });

  it("is none of a workbook, nor of what is no text", async () => {
    await expect(detectEncoding(cut(Buffer.from("PK\x03\x04rest")))).rejects.toThrow("workbook");
    await expect(detectEncoding(cut(Buffer.alloc(500, 1)))).rejects.toThrow("no text");
  });
});

describe("what stands between cells", () => {
  it.each([
    ["a comma", ",", 'Name,City\n"Cole, Dana",Ottawa\nBo,Toronto\n'],
    ["a semicolon, with commas in numbers", ";", "Name;Amount\nDana;12,50\nBo;1,20\n"],
    ["a tab", "\t", "Name\tCity\nDana\tOttawa, ON\n"],
    ["a comma where a quoted cell is full of semicolons", ",", 'a,b\n"x;y;z;\n;;",1\n"p;q",2\n'],
    ["a comma in a single column", ",", "Email\nbo@larkfield.example\n"],
    ["a semicolon in one row alone", ";", "Name;Email"],
  ])("is %s", (_, delimiter, head) => {
    expect(detectDialect(head)).toEqual({ delimiter, skip: 0 });
  });

  it("is what Excel says it is", () => {
    expect(detectDialect("sep=;\r\na,b,c;d\r\n")).toEqual({ delimiter: ";", skip: 7 });
  });
});
