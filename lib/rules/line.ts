import type { SourceLine } from "#lib/parsers/turns";
import { isLabel } from "#lib/rules/labels";

/** One line of notes, its marks read off. `text` is what is left, verbatim, and stands at `at` in the source. */
export type NoteLine = {
  number: number;
  /** Where the line's own words begin, the speaker's name among them. */
  from: number;
  at: number;
  text: string;
  /** Columns before the first mark; a tab counts four. */
  indent: number;
  bullet: boolean;
  box: "open" | "done" | null;
  /** Who said it, as the line names them. */
  speaker: string | null;
  /** Who typed it, where a chat log says so. */
  writer: string | null;
};

/** What lies beyond is not read: patterns must stay cheap on a line of any length. */
const LONGEST_LINE = 2000;

const CHAT = /^(?:\[[^\]\n]{1,40}\]|\d{1,2}:\d{2}(?::\d{2})?)?[ \t]*<([^<>\s][^<>\n]{0,79})>[ \t]+/u;
const BULLET = /^(?:[-*+•◦▪‣·–—→]|\(?\d{1,3}[.)]|[a-z][.)])(?:[ \t]+|$)/;
const BOX = /^(?:\[([ xX✓✔]?)\]|([☐☑☒✅✔]))[ \t]*/u;
const NAME =
  /^(?:\*\*|__)?(@?[\p{L}][\p{L}\p{N}._'’-]*(?: [\p{L}\p{N}(][\p{L}\p{N}._'’)-]*){0,3})(?:\*\*|__)?:(?:\*\*|__)?(?:[ \t]+|$)/u;
const BRACKETED_NAME = /^\((\p{L}[\p{L}\p{N} ._'’-]{0,39})\)[ \t]*(?:[-–:]+[ \t]*)/u;

/** Reads the marks of a line: chat prefix, bullet, check box, speaker. */
export function readLine(source: string, line: SourceLine): NoteLine {
  const raw = source.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE)).trimEnd();
  let at = raw.length - raw.trimStart().length;
  const indent = raw.slice(0, at).replace(/\t/g, "    ").length;
  const take = (pattern: RegExp) => {
    const found = pattern.exec(raw.slice(at));
    if (found) at += found[0].length;
    return found;
  };
  take(/^(?:>[ \t]?)+/);
  const chat = take(CHAT);
  const bullet = take(BULLET) !== null;
  const box = take(BOX);
  const from = at;
  let speaker: string | null = null;
  const told = line.textStart - line.start;
  if (line.speaker !== null && told > at && !isLabel(line.speaker)) {
    speaker = line.speaker;
    at = told;
  } else {
    const rest = raw.slice(at, at + 120);
    const name = BRACKETED_NAME.exec(rest) ?? NAME.exec(rest);
    if (name && !isLabel(name[1]!) && /^[@\p{Lu}]/u.test(name[1]!)) {
      speaker = name[1]!;
      at += name[0].length;
    }
  }
  return {
    number: line.number,
    from: line.start + from,
    at: line.start + at,
    text: raw.slice(at),
    indent,
    bullet,
    box: box && (/[xX✓✔☑☒✅]/u.test(box[0]) ? "done" : "open"),
    speaker,
    writer: chat?.[1] ?? null,
  };
}
