import type { SourceLine } from "#lib/parsers/turns";

/** One line of notes, its marks read off. `text` is what was said, verbatim, and stands at `at` in the source. */
export type NoteLine = {
  number: number;
  /** Where the line's own words begin, the speaker's name among them. */
  from: number;
  at: number;
  text: string;
  /** Columns before the first mark; a tab counts four. */
  indent: number;
  bullet: boolean;
  /** Whether the bullet is a number or a letter. */
  numbered: boolean;
  box: "open" | "done" | null;
  /** Who said it, as the source names them. */
  speaker: string | null;
  /** Who typed it, where a chat log says so. */
  writer: string | null;
};

/** What lies beyond is not read: patterns must stay cheap on a line of any length. */
const LONGEST_LINE = 2000;

const CHAT = /^(?:\[[^\]\n]{1,40}\]|\d{1,2}:\d{2}(?::\d{2})?)?[ \t]*<([^<>\s][^<>\n]{0,79})>[ \t]+/u;
const BULLET = /^(?:[-*+•◦▪‣·–—→]|[-=]+>|\(?\d{1,3}[.)]|[a-z][.)])(?:[ \t]+|$)/;
const BOX = /^(?:\[([ xX✓✔]?)\]|([☐☑☒✅✔]))[ \t]*/u;

/** Reads the marks of a line: quotation, chat prefix, bullet, check box. */
export function readLine(source: string, line: SourceLine): NoteLine {
  const raw = source.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE)).trimEnd();
  let from = raw.length - raw.trimStart().length;
  const indent = raw.slice(0, from).replace(/\t/g, "    ").length;
  const take = (pattern: RegExp) => {
    const found = pattern.exec(raw.slice(from));
    if (found) from += found[0].length;
    return found;
  };
  take(/^(?:>[ \t]?)+/);
  const writer = take(CHAT)?.[1] ?? null;
  const bullet = take(BULLET);
  const box = take(BOX);
  const at = Math.min(raw.length, Math.max(from, line.textStart - line.start));
  return {
    number: line.number,
    from: line.start + from,
    at: line.start + at,
    text: raw.slice(at),
    indent,
    bullet: bullet !== null,
    numbered: bullet !== null && /[\da-z]/.test(bullet[0]),
    box: box && (/[xX✓✔☑☒✅]/u.test(box[0]) ? "done" : "open"),
    speaker: line.speaker,
    writer,
  };
}
