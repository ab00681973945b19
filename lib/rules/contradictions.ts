import { splitSentences } from "#lib/grounding/sentences";
import { readUpdateItems, type UpdateItem } from "#lib/parsers/update-parts";
import { hindrance, saysNoBlockers } from "#lib/rules/blockers";
import { sameMatter } from "#lib/rules/same-matter";
import { quoteEnd } from "#lib/rules/wording";

/**
 * Where what one person wrote does not go together: `blocked`, they say that nothing is in the way and name something
 * that is; `unfinished`, they say that something is done and that they still are at it. The quote is the later words,
 * `against` the earlier ones; offsets are UTF-16 units, `end` exclusive.
 */
export type Contradiction = {
  kind: "blocked" | "unfinished";
  quote: string;
  start: number;
  end: number;
  against: string;
};

/** The contradictions in one person's update, in the order of the text. */
export function findContradictions(text: string): Contradiction[] {
  const items = readUpdateItems(text);
  const blocked = saysNoBlockers(text) ? items.flatMap((item) => stillBlocked(text, item)) : [];
  return [...blocked, ...unfinished(items)].toSorted((a, b) => a.start - b.start);
}

function stillBlocked(text: string, item: UpdateItem): Contradiction[] {
  if (item.part === "blockers" && item.labelled) return [];
  return splitSentences(item.text).flatMap(({ start, end }) => {
    const strength = hindrance(item.text.slice(start, end));
    if (!strength || (strength === "soft" && item.part === "done")) return [];
    const from = item.start + start;
    const stop = quoteEnd(text, from, item.start + end);
    return [{ kind: "blocked" as const, quote: text.slice(from, stop), start: from, end: stop, against: "" }];
  });
}

const COMPLETED =
  /^\W*(?:finally )?(?:finish(?:ed)?|complet(?:ed)?|done with|done|shipped|merged|closed|released|deployed|delivered|wrapped up)\b(?! (?:a first|the first|most|half|part|some|draft|one of|\d))/iu;
const UNDER_WAY =
  /^\W*(?:still (?:on|at|working|busy|doing|finishing)|finish(?:ing)?|complet(?:e|ing)|continu(?:e|ing)|keep (?:on|working)|carry on|go on|wip\b|in progress|get (?:it|this) done|wrap(?:ping)? up)\b|\b(?:still (?:in progress|under way|ongoing|not (?:done|finished|merged|shipped))|not (?:yet )?(?:done|finished|merged|shipped)(?: yet)?|half[- ]done|almost done|in progress|wip)\b/iu;
/** Beyond that, a text is no stand-up, and each entry would be compared with every other. */
const MOST = 60;

function unfinished(items: UpdateItem[]): Contradiction[] {
  const done = items.filter(({ text, part }) => COMPLETED.test(text) && part !== "next").slice(0, MOST);
  const going = items.filter(({ text, part }) => part !== "blockers" && UNDER_WAY.test(text)).slice(0, MOST);
  return going.flatMap((item) => {
    const { start, end, text } = item;
    const earlier = done.find((other) => other !== item && sameMatter(other.text, text));
    return earlier ? [{ kind: "unfinished" as const, quote: text, start, end, against: earlier.text }] : [];
  });
}
