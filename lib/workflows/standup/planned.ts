import { plannedLine } from "#lib/format/standup-facts";
import type { SourceText } from "#lib/grounding/statement";
import { sameMatter } from "#lib/rules/same-matter";
import { statement } from "#lib/rules/wording";
import type { StandupBrief } from "#lib/workflows/define";
import type { Digest } from "#lib/workflows/standup/draft";
import { type PointAt, pointAt, type Written } from "#lib/workflows/standup/written";

/**
 * What became of what each said they would do: done, under way, in somebody's way, or not mentioned. Of those who wrote
 * nothing there is nothing to tell.
 */
export function changesOf(
  [facts]: [SourceText, ...SourceText[]],
  before: StandupBrief["before"],
  written: Written[],
): Digest["changes"] {
  return before.flatMap(({ name, next }) => {
    const mine = written.filter((one) => one.name === name);
    return mine.length === 0 ? [] : next.flatMap((item) => changeOf(facts, name, item, mine));
  });
}

const BECAME = { done: "Done as planned", next: "Still to come", blockers: "In the way", other: "Mentioned" };

function changeOf(facts: SourceText, name: string, item: string, mine: Written[]): PointAt[] {
  for (const part of ["done", "blockers", "next", "other"] as const)
    for (const one of mine) {
      const entry = one.parts.find((other) => other.part === part && sameMatter(other.text, item));
      if (entry) return [pointAt(one, `${BECAME[part]}: ${statement(entry.text, 30)}`, entry)];
    }
  const quote = plannedLine(name, item);
  const start = facts.text.indexOf(quote);
  if (start === -1) return [];
  const part = { source: 0, start, end: start + quote.length };
  return [{ text: `Not mentioned: ${statement(item, 30)}`, quote, person: name, part }];
}
