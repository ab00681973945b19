import { type Inline, parseInline } from "#lib/format/markdown-inline";

/** A part of a page. What is not one of these stays text: there is no HTML, and no image. */
export type Block =
  | { kind: "heading"; level: 1 | 2 | 3 | 4 | 5 | 6; children: Inline[] }
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "list"; ordered: boolean; start: number; entries: ListEntry[] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "code"; text: string }
  | { kind: "rule" };

/** One point of a list; `checked` is null where it has no box. */
export type ListEntry = { checked: boolean | null; blocks: Block[] };

const HEADING = /^ {0,3}(#{1,6})(?: (.*))?$/;
const RULE = /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$/;
const FENCE = /^ {0,3}```/;
const QUOTE = /^ {0,3}> ?/;
const POINT = /^( {0,3})([-*+]|\d{1,9}[.)])( +|\t|$)/;
const BOX = /^\[([ xX])\] +/;
/** Deeper than this, lists and quotes are text: nobody writes them, and each level costs a call. */
const DEEPEST = 8;

/** Reads the Markdown of documents into a tree. Every text has one; time is linear in its length. */
export function parseMarkdown(markdown: string): Block[] {
  return parseBlocks(markdown.replaceAll("\t", "    ").split(/\r?\n/), 0);
}

function parseBlocks(lines: string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (!line.trim()) at += 1;
    else {
      const { block, next } = readBlock(lines, at, depth);
      blocks.push(block);
      at = next;
    }
  }
  return blocks;
}

type Read = { block: Block; next: number };

function readBlock(lines: string[], at: number, depth: number): Read {
  const line = lines[at]!;
  const heading = HEADING.exec(line);
  if (heading) return { block: headingOf(heading), next: at + 1 };
  if (FENCE.test(line)) return readCode(lines, at);
  if (RULE.test(line)) return { block: { kind: "rule" }, next: at + 1 };
  if (depth < DEEPEST && QUOTE.test(line)) return readQuote(lines, at, depth);
  if (depth < DEEPEST && POINT.test(line)) return readList(lines, at, depth);
  return readParagraph(lines, at, depth);
}

function headingOf([, signs = "#", text = ""]: RegExpExecArray): Block {
  return { kind: "heading", level: signs.length as 1, children: parseInline(withoutClosing(text.trim())) };
}

/** A heading may end in signs after a space: "## Next ##". */
function withoutClosing(text: string): string {
  let end = text.length;
  while (text[end - 1] === "#") end -= 1;
  return end === 0 || text[end - 1] === " " ? text.slice(0, end).trimEnd() : text;
}

function readCode(lines: string[], at: number): Read {
  let end = at + 1;
  while (end < lines.length && !FENCE.test(lines[end]!)) end += 1;
  return { block: { kind: "code", text: lines.slice(at + 1, end).join("\n") }, next: end + 1 };
}

function readQuote(lines: string[], at: number, depth: number): Read {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end]!)) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ""));
  return { block: { kind: "quote", blocks: parseBlocks(inner, depth + 1) }, next: end };
}

function readList(lines: string[], at: number, depth: number): Read {
  const ordered = isOrdered(lines[at]!);
  const start = ordered ? Number.parseInt(lines[at]!.trim(), 10) : 1;
  const entries: ListEntry[] = [];
  let next = at;
  while (next < lines.length && POINT.test(lines[next]!) && !RULE.test(lines[next]!)) {
    if (isOrdered(lines[next]!) !== ordered) break;
    const [point, indent = "", sign = ""] = POINT.exec(lines[next]!)!;
    const width = indent.length + sign.length + 1;
    let end = next + 1;
    while (end < lines.length && belongs(lines, end, width)) end += 1;
    const inner = [
      lines[next]!.slice(point.length),
      ...lines.slice(next + 1, end).map((l) => l.slice(width)),
    ];
    entries.push(entryOf(inner, depth));
    next = end;
  }
  return { block: { kind: "list", ordered, start, entries }, next };
}

/** Whether a line goes on with a point: it is as far in as the point's words, or blank before such a line. */
function belongs(lines: string[], at: number, width: number): boolean {
  const indented = (line: string | undefined) => line?.startsWith(" ".repeat(width)) && line.trim() !== "";
  return Boolean(indented(lines[at]) || (lines[at]!.trim() === "" && indented(lines[at + 1])));
}

function entryOf(lines: string[], depth: number): ListEntry {
  const box = BOX.exec(lines[0]!);
  const words = box ? [lines[0]!.slice(box[0].length), ...lines.slice(1)] : lines;
  return { checked: box ? box[1] !== " " : null, blocks: parseBlocks(words, depth + 1) };
}

function readParagraph(lines: string[], at: number, depth: number): Read {
  let end = at + 1;
  while (end < lines.length && lines[end]!.trim() && !interrupts(lines[end]!, depth)) end += 1;
  const text = lines
    .slice(at, end)
    .map((line) => line.trimStart())
    .join("\n");
  return { block: { kind: "paragraph", children: parseInline(text) }, next: end };
}

function interrupts(line: string, depth: number): boolean {
  if (HEADING.test(line) || FENCE.test(line) || RULE.test(line)) return true;
  return depth < DEEPEST && (QUOTE.test(line) || POINT.test(line));
}

function isOrdered(line: string): boolean {
  return /^ *\d/.test(line);
}
