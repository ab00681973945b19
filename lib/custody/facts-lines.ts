import type { Span } from "#lib/custody/mask";
import { OPEN_BLOCKER, plannedBy } from "#lib/format/standup-facts";

/** What code may have copied from an update: its texts, who wrote it, and what blockers that it tells of are called. */
export type Copied = { texts: string[]; names: string[]; said: string[] };

/**
 * Where the facts of a day or of a week have the words of an update: what its writer planned, and what is in somebody's
 * way. Offsets are UTF-16 units into the facts, end exclusive.
 */
export function copiedIn(facts: string, { texts, names, said }: Copied): Span[] {
  const flat = texts.map(oneLine).join("\n");
  const called = new Set(said.map(bare).filter(Boolean));
  const spans: Span[] = [];
  let at = 0;
  for (const line of facts.split("\n")) {
    const isTheirs = line.startsWith(OPEN_BLOCKER) || names.some((name) => line.startsWith(plannedBy(name)));
    const start = tailsOf(line).find((from) => {
      const tail = bare(line.slice(from));
      return called.has(tail) || (isTheirs && tail !== "" && flat.includes(tail));
    });
    if (start !== undefined) spans.push({ start: at + start, end: at + line.length });
    at += line.length + 1;
  }
  return spans;
}

/** Where a line goes on after each of its colons, the first one first. */
function tailsOf(line: string): number[] {
  return [...line.matchAll(/: /g)].map(({ index }) => index + 2);
}

const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();
/** A sentence of a week may have lost its full stop, or got one. */
const bare = (words: string) => oneLine(words).replace(/[.!?…]+$/, "");
