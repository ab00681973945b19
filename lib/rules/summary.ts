import { readsLikeInstruction } from "#lib/grounding/instruction";
import { splitSentences } from "#lib/grounding/sentences";
import { type Found, pointFrom } from "#lib/rules/item";
import type { Page } from "#lib/rules/page";
import { wordCount } from "#lib/rules/wording";

const MOST = 6;

/** What the notes themselves give as their summary: the first sentences under such a heading. */
export function summaryOf(page: Page): Found[] {
  const found: Found[] = [];
  for (const line of page.lines) {
    if (line.role !== "text" || line.section !== "summary" || line.box) continue;
    const end = line.at + line.text.length;
    for (const span of splitSentences(line.text)) {
      const stretch = {
        from: line.at + span.start,
        at: line.at + span.start,
        end: Math.min(end, line.at + span.end),
      };
      const point = pointFrom("summary", page.text, stretch);
      if (point && wordCount(point.text) >= 3) found.push(point);
      if (found.length === MOST) return found;
    }
  }
  return found;
}

const OUTCOME =
  /^(?:\*\*|__)?(?:outcome|tl;?dr|in short|bottom line|result)(?:\*\*|__)?\s*:(?:\*\*|__)?\s*(?=\S)/iu;

/** The outcome in one line of the notes: what they call it, else their summary, else the first decision or deferral. */
export function outcomeOf(page: Page, summary: Found[], decisions: Found[], found: Found[]): Found[] {
  for (const line of page.lines) {
    const label = line.role === "text" ? OUTCOME.exec(line.text) : null;
    if (!label) continue;
    const point = pointFrom("summary", page.text, {
      from: line.at,
      at: line.at + label[0].length,
      end: line.at + line.text.length,
    });
    if (point) return [point];
  }
  const first = [...summary, ...decisions, ...found.filter((f) => f.kind === "deferred")].find(
    (f) => !readsLikeInstruction(f.text),
  );
  return first ? [first] : [];
}
