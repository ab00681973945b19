import { labelAt, type PartKind } from "#lib/parsers/update-labels";
import type { UpdateLine } from "#lib/parsers/update-lines";

const ORDER = ["done", "next", "blockers"] as const;
const BEGUN =
  /^(?:start|continu|fix|write|review|test|finish|ship|work|add|implement|refactor|update|clean|prepar|look|investigat|deploy|releas|merg|set|meet|call|plan|draft|build|pair)(?:e|s|es|ing|ting|ning|t)?\b/i;
const PAST =
  /^(?:\p{L}+ed|wrote|made|did|sent|got|met|set up|built|found|took|ran|gave|had|went|spoke|put|cut|read|began|was|were)\b/iu;

/** A text that is three numbered answers and nothing else, a fourth on one's mood aside: done, next, what is in the way. */
export function threeAnswers(lines: UpdateLine[]): Map<number, PartKind> {
  const top = lines.filter(
    ({ indent, number, said }) => indent === 0 && number > 0 && !(number === 4 && isAside(said)),
  );
  const found = new Map<number, PartKind>();
  if (top.length === 0 || top.length % 3 !== 0 || top.some(({ number }, i) => number !== (i % 3) + 1))
    return found;
  if (lines.some((line) => line.indent === 0 && line.number === 0 && !line.heading && line.said.length > 60))
    return found;
  for (let i = 0; i < top.length; i += 3) {
    const third = top[i + 2]!.said;
    if (BEGUN.test(third) || PAST.test(third)) continue;
    // Who asks in another order has labels that say so.
    const labels = top.slice(i, i + 3).map(({ said }) => labelAt(said, true));
    if (labels.some((label, n) => label && label.part !== ORDER[n])) continue;
    ORDER.forEach((part, n) => {
      found.set(top[i + n]!.start, part);
    });
  }
  return found;
}

function isAside(said: string): boolean {
  return labelAt(said, false)?.part === "other";
}

/** Whether a numbered line has its answers below, and is no entry of a list. */
export function isQuestion(line: UpdateLine, next: UpdateLine | undefined): boolean {
  if (line.number === 0 || !next) return false;
  return next.indent > line.indent || next.number === 0;
}

/** Whether a label opens the text before anybody's name: then people answer one question after the other. */
export function labelsStandAbove(lines: UpdateLine[], first: UpdateLine | undefined): boolean {
  if (!first) return false;
  const label = lines
    .slice(0, lines.indexOf(first))
    .map((line) => labelAt(line.said, line.bullet && line.heading === 0))
    .find((found) => found !== null && found.part !== "other");
  return label?.alone ?? false;
}
