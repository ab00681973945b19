/** A line of an update with its marks read off. Offsets are UTF-16 units into the text. */
export type UpdateLine = {
  start: number;
  end: number;
  /** Where its words begin, after quotation marks, bullet and check box. */
  at: number;
  /** Its words: at most `LONGEST_LINE` units of them. */
  said: string;
  /** Columns before its first mark; a tab counts four. */
  indent: number;
  bullet: boolean;
  /** The number of a numbered line, else 0. */
  number: number;
  /** The signs of a Markdown heading, else 0. */
  heading: number;
};

/** What lies beyond on one line is not read: patterns must stay cheap on a line of any length. */
export const LONGEST_LINE = 8000;

/** A stand-up of five hundred people has fewer lines; what lies beyond is not read. */
const MOST_LINES = 10_000;

const QUOTED = /^(?:>[ \t]?){1,6}/;
const BULLET =
  /^(?:[-*+•◦▪‣·–—→○●]|[├└│|]?[├└][─-]{0,3}|[-=]+>|\(?\d{1,3}[.)]|\d️?⃣|[a-z]\))(?:[ \t]{1,20}|$)|^[-•●](?=\p{L}\p{Ll})/u;
const BOX = /^(?:\[[ xX✓✔~-]?\]|[☐☑☒])[ \t]{0,20}/u;
const HEADING = /^#{1,6}[ \t]{1,20}|^#{2,6}(?=\p{L})/u;

/** Cuts a text into lines, without those that are empty or mere rules; `afterBlank` tells where such stood. */
export function readUpdateLines(text: string): (UpdateLine & { afterBlank: boolean })[] {
  const lines: (UpdateLine & { afterBlank: boolean })[] = [];
  let start = 0;
  let afterBlank = true;
  while (start <= text.length && lines.length < MOST_LINES) {
    const brk = text.indexOf("\n", start);
    const stop = brk === -1 ? text.length : brk;
    const line = readLine(text, start, stop);
    if (line) lines.push({ ...line, afterBlank });
    afterBlank = line === null;
    start = stop + 1;
  }
  return lines;
}

function readLine(text: string, start: number, stop: number): UpdateLine | null {
  const raw = text.slice(start, Math.min(stop, start + LONGEST_LINE)).trimEnd();
  if (/^[\s=_~*`-]*$/.test(raw) || /^\s{0,3}(?:```|~~~)/.test(raw)) return null;
  let from = raw.length - raw.trimStart().length;
  const take = (pattern: RegExp) => {
    const found = pattern.exec(raw.slice(from, from + 80));
    if (found) from += found[0].length;
    return found?.[0] ?? "";
  };
  take(QUOTED);
  const before = raw.slice(0, from);
  const indent = before.replace(/\t/g, "    ").length;
  let bullet = take(BULLET);
  // "- * an entry", "1. - an entry".
  if (bullet) bullet += take(BULLET);
  take(BOX);
  const heading = take(HEADING).trim().length;
  return {
    start,
    end: start + raw.length,
    at: start + from,
    said: raw.slice(from),
    indent,
    bullet: bullet !== "",
    number: Number(/\d{1,3}/.exec(bullet)?.[0] ?? 0),
    heading,
  };
}
