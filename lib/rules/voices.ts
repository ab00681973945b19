import { readSpeaker } from "#lib/parsers/speaker-name";
import type { Page, PageLine } from "#lib/rules/page";
import { looksLikeName, type People } from "#lib/rules/people";

/** Who a line says is speaking, and how many units of it say so. */
export type Voice = { name: string; length: number };

const PREFIX = /^(?:\*\*|__)?@?([\p{L}][^:\n*_]{1,39}?)(?:\*\*|__)?:(?:\*\*|__)?\s+(?=\S)/u;
/** "[Dana] they told the customers", as some note takers mark who speaks. */
const BOXED = /^\[@?(\p{Lu}[^[\]\n]{1,39})\](?![([])\s*:?\s+(?=\S)/u;
const BOXED_LINES = 3;
/** Somebody who types for others: so many lines "name: …", and such a share of all of theirs. */
const SCRIBED_LINES = 5;
const SCRIBED_SHARE = 0.3;

/**
 * Reads "Dana: I'll call them" where the text as a whole does not bear Dana out as a speaker: in a list the name must
 * look like somebody's, elsewhere be known, in a chat log whoever types must do so for others most of the time.
 */
export function voicesOf(page: Page, people: People): (line: PageLine) => Voice | null {
  const scribes = scribesOf(page);
  const boxed = boxedOf(page, people);
  return (line) => {
    const box = BOXED.exec(line.text);
    if (box && boxed.has(box[1]!)) return { name: box[1]!, length: box[0].length };
    const scribed = line.writer !== null && line.writer === line.speaker && scribes.has(line.writer);
    const prefix = PREFIX.exec(line.text);
    const listed = line.speaker === null && (line.bullet || isKnown(prefix?.[1], people));
    if (!scribed && !listed) return null;
    const read = prefix && readSpeaker(prefix[1]!);
    const initials = read?.kind === "area" && /^\p{Lu}{2,3}$/u.test(read.name);
    const isName = (read?.kind === "name" || initials) && looksLikeName(read!.name, people);
    return read && (isName || (scribed && read.kind === "handle"))
      ? { name: read.name, length: prefix[0].length }
      : null;
  };
}

function isKnown(name: string | undefined, { known }: People): boolean {
  return name !== undefined && known.has(name.toLowerCase());
}

/** The names in brackets that open line after line, so that they tell who speaks. */
function boxedOf({ lines }: Page, people: People): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const name = BOXED.exec(text)?.[1];
    if (name && looksLikeName(name, people) && readSpeaker(name)?.kind === "name")
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Set(all < BOXED_LINES ? [] : counts.keys());
}

function scribesOf({ lines }: Page): Set<string> {
  const counts = new Map<string, { all: number; prefixed: number }>();
  for (const { writer, text } of lines) {
    if (writer === null) continue;
    const count = counts.get(writer) ?? { all: 0, prefixed: 0 };
    counts.set(writer, count);
    count.all++;
    if (readSpeaker(PREFIX.exec(text)?.[1] ?? "")) count.prefixed++;
  }
  const typing = [...counts].filter(
    ([, { all, prefixed }]) => prefixed >= SCRIBED_LINES && prefixed >= all * SCRIBED_SHARE,
  );
  return new Set(typing.map(([writer]) => writer));
}
