import { Parser } from "htmlparser2";
import { howMany, type Reading, refusedFile } from "#lib/files/reading";
import { openZip, type Zip, ZipError, type ZipFault } from "#lib/files/zip";

const WHY: Record<ZipFault, string> = {
  broken: "is damaged: it can’t be unpacked. Open it in Word, save it again, and choose that one.",
  encrypted: "is protected by a password. Save a copy without it, or copy its text into the box.",
  bomb: "unpacks to more than a document ever holds, so it was not read. Copy its text into the box.",
};
const MAIN = "word/document.xml";
const OTHERS: [start: RegExp, what: string][] = [
  [/^xl\//, "a spreadsheet. Save the part that matters as text"],
  [/^ppt\//, "a presentation. Save it as PDF"],
  [/^mimetype$|^content\.xml$/, "an OpenDocument file. Save it as .docx or PDF"],
];

/** Reads a Word document (ECMA-376, WordprocessingML) into plain text. `invalid` where it is none that can be read. */
export function readDocx(name: string, bytes: Buffer): Reading {
  try {
    const zip = openZip(bytes);
    const xml = zip.read(MAIN);
    if (!xml) throw refusedFile(name, notWord(zip));
    const { text, images, deleted } = readBody(xml.toString("utf8"));
    const comments =
      zip
        .read("word/comments.xml")
        ?.toString("utf8")
        .match(/<w:comment[ >]/g)?.length ?? 0;
    const leftOut = [
      images && `${howMany(images, "picture was", "pictures were")} left out.`,
      deleted &&
        `${howMany(deleted, "deletion", "deletions")} that Word still tracked left out; insertions are in.`,
      comments && `${howMany(comments, "comment", "comments")} in the margin left out.`,
      zip.names.some((part) => /^word\/(?:footnotes|endnotes)\.xml$/.test(part)) &&
        "Notes at the foot were left out.",
    ];
    return { text, format: "docx", leftOut: leftOut.filter((one) => typeof one === "string").map(capital) };
  } catch (error) {
    if (error instanceof ZipError) throw refusedFile(name, WHY[error.fault]);
    throw error;
  }
}

function notWord({ names }: Zip): string {
  const what = OTHERS.find(([start]) => names.some((part) => start.test(part)))?.[1];
  return what ? `is ${what}, and choose that one.` : "is an archive. Unpack it, and choose the files in it.";
}

function capital(sentence: string): string {
  return sentence[0]!.toUpperCase() + sentence.slice(1);
}

type Body = { text: string; images: number; deleted: number };
type Paragraph = { text: string; heading: number; listed: number | null };

/** Walks the document once, without building a tree of it; entities other than XML's five are left as they are. */
class BodyReader {
  readonly lines: string[] = [];
  images = 0;
  deleted = 0;
  #paragraph: Paragraph = empty();
  #cells: string[][] = [];
  #inText = false;
  #skipping = 0;

  open(tag: string, attributes: Record<string, string>): void {
    const value = attributes["w:val"] ?? "";
    if (SKIPPED.has(tag)) this.#skip(tag);
    else if (this.#skipping > 0) return;
    else if (tag === "w:t") this.#inText = true;
    else if (tag === "w:tab") this.#add("\t");
    else if (tag === "w:br" || tag === "w:cr") this.#add("\n");
    else if (tag === "w:noBreakHyphen") this.#add("-");
    else if (tag === "w:pStyle")
      this.#paragraph.heading = Number(/^(?:Heading|heading )([1-6])$/.exec(value)?.[1] ?? 0);
    else if (tag === "w:numPr") this.#paragraph.listed ??= 0;
    else if (tag === "w:ilvl") this.#paragraph.listed = Math.min(Number(value) || 0, 8);
    else if (tag === "w:tr") this.#cells.push([]);
    else if (tag === "w:drawing" || tag === "w:pict") this.images++;
  }

  text(text: string): void {
    if (this.#inText && this.#skipping === 0) this.#add(text);
  }

  close(tag: string): void {
    if (SKIPPED.has(tag)) this.#skipping--;
    else if (tag === "w:t") this.#inText = false;
    else if (tag === "w:p" && this.#skipping === 0) this.#end();
    else if (tag === "w:tr") this.lines.push(this.#row(this.#cells.pop() ?? []));
    else if (tag === "w:tc") this.#cells.at(-1)?.push("");
    else if (tag === "w:tbl") this.lines.push("");
  }

  #skip(tag: string): void {
    this.#skipping++;
    if (tag === "w:del") this.deleted++;
  }

  #add(text: string): void {
    this.#paragraph.text += text;
  }

  #end(): void {
    const { text, heading, listed } = this.#paragraph;
    this.#paragraph = empty();
    const cells = this.#cells.at(-1);
    if (cells) {
      // A cell is open from its first paragraph on; w:tc begins the next one.
      if (cells.length === 0) cells.push("");
      cells[cells.length - 1] = [cells.at(-1), text.trim()].filter(Boolean).join(" ");
    } else if (heading) this.lines.push("", `${"#".repeat(heading)} ${text.trim()}`);
    else if (listed !== null && text.trim()) this.lines.push(`${"  ".repeat(listed)}- ${text.trim()}`);
    else this.lines.push(text.trimEnd());
  }

  #row(cells: string[]): string {
    return cells.filter((cell, n) => cell || n < cells.length - 1).join(" | ");
  }
}

// Deleted text, what a field is made of, and the older copy of a shape that newer programs draw.
const SKIPPED = new Set(["w:del", "w:moveFrom", "w:instrText", "mc:Fallback", "w:sectPr"]);

function empty(): Paragraph {
  return { text: "", heading: 0, listed: null };
}

function readBody(xml: string): Body {
  const reader = new BodyReader();
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => reader.open(tag, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (tag) => reader.close(tag),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  const text = reader.lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { text, images: reader.images, deleted: reader.deleted };
}
