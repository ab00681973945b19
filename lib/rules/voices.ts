import { readSpeaker } from "#lib/parsers/speaker-name";
import type { Page, PageLine } from "#lib/rules/page";
import { looksLikeName, type People } from "#lib/rules/people";

/** Who a line says is speaking, and how many units of it say so. */
export type Voice = { name: string; length: number };

const PREFIX = /^(?:\*\*|__)?@?([\p{L}][^:\n*_]{1,39}?)(?:\*\*|__)?:(?:\*\*|__)?\s+(?=\S)/u;
/** Somebody who types for others: so many lines "name: …", and such a share of all of theirs. */
const SCRIBED_LINES = 5;
const SCRIBED_SHARE = 0.3;

/**
 * Reads "Dana: I'll call them" where the text as a whole does not bear Dana out as a speaker: in a list the name must
 * look like somebody's, in a chat log whoever types must do so for others most of the time.
 */
export function voicesOf(page: Page, people: People): (line: PageLine) => Voice | null {
  const scribes = scribesOf(page);
  return (line) => {
    const scribed = line.writer !== null && line.writer === line.speaker && scribes.has(line.writer);
    if (!scribed && !(line.bullet && line.speaker === null)) return null;
    const prefix = PREFIX.exec(line.text);
    const read = prefix && readSpeaker(prefix[1]!);
    const initials = read?.kind === "area" && /^\p{Lu}{2,3}$/u.test(read.name);
    const isName = (read?.kind === "name" || initials) && looksLikeName(read!.name, people);
    return read && (isName || (scribed && read.kind === "handle"))
      ? { name: read.name, length: prefix[0].length }
      : null;
  };
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
