import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { docxOf, pdfOf, zipOf } from "#e2e/doubles/uploads";
import { readFile } from "#lib/files/read-file";

const NOTES = "Launch sync\nAttendees: Dana Weiss, Bo Tran\n\n- Bo to ship it by Friday";
const whole = docxOf(["Hello ".repeat(500)]);

const REFUSED: [what: string, name: string, bytes: Buffer, reason: string][] = [
  ["nothing", "n.txt", Buffer.alloc(0), "is empty"],
  ["blanks", "n.txt", Buffer.from(" \n\n"), "holds no text"],
  ["a truncated Word document", "n.docx", whole.subarray(0, whole.length - 40), "is damaged"],
  ["a truncated PDF", "n.pdf", pdfOf([["Hello"]]).subarray(0, 60), "is damaged"],
  [
    "a mail cut off in its head",
    "cut.eml",
    Buffer.from("Message-ID: <1@larkfield.example>\r\nFrom: Ada <ada@larkfield.example>\r\nSubject: The pi"),
    "is a mail without text",
  ],
  [
    "HTML cut off before its words",
    "cut.html",
    Buffer.from("<!doctype html><html><head><style>p { col"),
    "holds no text",
  ],
  ["WebVTT cut off before its first cue", "cut.vtt", Buffer.from("WEBVTT\n\n"), "holds no text"],
  [
    "a Word document under a password",
    "n.docx",
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]),
    "is protected by a password",
  ],
  [
    "an archive under a password",
    "n.docx",
    zipOf([{ name: "word/document.xml", data: "x", flags: 1 }]),
    "is protected by a password",
  ],
  ["a PDF under a password", "n.pdf", pdfOf([["Hello"]], { encrypted: true }), "is protected by a password"],
  [
    "a .doc",
    "n.doc",
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]),
    "is a document of an older Office. Save it as .docx",
  ],
  ["a spreadsheet", "n.docx", zipOf([{ name: "xl/workbook.xml", data: "<x/>" }]), "is a spreadsheet"],
  ["an archive", "n.docx", zipOf([{ name: "a.txt", data: "x" }]), "is an archive"],
  [
    "a bomb that says how large it is",
    "n.docx",
    zipOf([{ name: "word/document.xml", data: Buffer.alloc(101 * 1024 * 1024) }]),
    "unpacks to more",
  ],
  [
    "a bomb that lies about it",
    "n.docx",
    zipOf([{ name: "word/document.xml", data: Buffer.alloc(101 * 1024 * 1024), claim: 10 }]),
    "unpacks to more",
  ],
  ["a path out of the archive", "n.docx", zipOf([{ name: "../../etc/passwd", data: "x" }]), "is an archive"],
  [
    "a PDF of 5,000 pages",
    "n.pdf",
    pdfOf(Array.from({ length: 5000 }, () => ["x"])),
    "has 5,000 pages, more than 500",
  ],
  ["a PDF of pictures", "n.pdf", pdfOf([[], []]), "holds pictures of pages and no text"],
  ["a picture called .txt", "n.txt", Buffer.from("89504e470d0a1a0a0000", "hex"), "is a picture"],
  [
    "binary called .txt",
    "n.txt",
    Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256)),
    "holds no text that can be read",
  ],
  ["zeros called .txt", "n.txt", Buffer.alloc(4000), "holds no text"],
  [
    "an alphabet that can’t be told",
    "n.txt",
    Buffer.from("Caf\xe9 at noon, all of us together", "latin1"),
    "can’t be read as text in UTF-8 or UTF-16",
  ],
  ["too much text", "n.txt", Buffer.alloc(2 * 1024 * 1024 + 1, "a"), "is larger than 2 MB of text"],
  [
    "too many words",
    "n.html",
    Buffer.from(`<p>${"a".repeat(2_000_001)}</p>`),
    "holds 2,000,001 characters of text",
  ],
  ["too many bytes", "n.pdf", Buffer.alloc(20 * 1024 * 1024 + 1, "a"), "is larger than 20 MB"],
];

describe("a file is refused by name, with the reason", { timeout: 30_000 }, () => {
  test.each(REFUSED)("%s", async (_, name, bytes, reason) => {
    await expect(readFile(name, bytes)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(new RegExp(`^${name.replace(".", "\\.")} ${reason}`)),
    });
  });

  test("a PDF that unpacks without end takes neither the memory nor the time", {
    timeout: 60_000,
  }, async () => {
    const data = deflateSync(Buffer.alloc(900 * 1024 * 1024, " "), { level: 9 });
    const stream = Buffer.concat([
      Buffer.from(`<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`),
      data,
      Buffer.from("\nendstream"),
    ]);
    await expect(
      readFile(
        "bomb.pdf",
        pdfOf(
          Array.from({ length: 10 }, () => ["x"]),
          { stream },
        ),
      ),
    ).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/^bomb\.pdf (needs more memory|takes longer|is damaged|holds pictures)/),
    });
  });

  test("time is up", async () => {
    await expect(readFile("n.txt", Buffer.from(NOTES), { ms: 1 })).rejects.toThrow("n.txt takes longer than");
  });
});

describe("many at once", { timeout: 90_000 }, () => {
  test("wait for their turn, one that is cancelled goes away, and too many are told to come back", async () => {
    const gone = new AbortController();
    const many = Array.from({ length: 33 }, (_, n) =>
      readFile(`${n}.txt`, Buffer.from(`notes ${n}`), { signal: n === 5 ? gone.signal : undefined }),
    );
    gone.abort();
    const ends = await Promise.allSettled(many);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(31);
    expect(ends[5]).toMatchObject({ reason: { message: "Reading was cancelled." } });
    expect(ends[32]).toMatchObject({ reason: { code: "unavailable" } });
  });
});
