import type { RosterPerson, SourceText } from "#lib/grounding/statement";
import { surest, withoutDoubles } from "#lib/rules/dedupe";
import type { Found } from "#lib/rules/item";
import { fromBoxes, fromSections } from "#lib/rules/lists";
import { type Page, readPage } from "#lib/rules/page";
import { knownPeople, type People } from "#lib/rules/people";
import { fromProposals } from "#lib/rules/proposals";
import { fromProse } from "#lib/rules/prose";
import { outcomeOf, summaryOf } from "#lib/rules/summary";
import { fromTables } from "#lib/rules/tables";
import { fromTags } from "#lib/rules/tags";
import type { MeetingNotes } from "#lib/workflows/meeting-notes/draft";

/** Where headings, tags and tables say nothing, sentences do; the longer the notes, the more of them, within reason. */
const WORDS_PER_GUESS = 110;
const MOST = 200;

/** Writes meeting notes without a model: what the notes mark first, then what their sentences say. Pure and linear. */
export function writeMeetingNotes(source: SourceText, roster: RosterPerson[]): MeetingNotes {
  const page = readPage(source.text);
  const people = knownPeople(source.text, source.attendees, roster, speakers(page));
  const found = findings(page, people);
  const decisions = found.filter((f) => f.kind === "decision");
  const summary = summaryOf(page);
  return {
    outcome: outcomeOf(page, summary, decisions, found).map((f) => point(source.text, f)),
    summary: summary.map((f) => point(source.text, f)),
    decisions: decisions.map((f) => ({ ...point(source.text, f), person: f.person })),
    actions: found
      .filter((f) => f.kind === "action")
      .map((f) => ({ ...point(source.text, f), person: f.person, due: f.due })),
    questions: found
      .filter((f) => f.kind === "question")
      .map((f) => ({ ...point(source.text, f), person: f.person })),
  };
}

function findings(page: Page, people: People): Found[] {
  const marked = [fromSections, fromTables, fromTags, fromBoxes]
    .flatMap((read) => read(page, people))
    .slice(0, MOST);
  const agreed = fromProposals(page).slice(0, MOST);
  const words = page.lines.reduce((n, l) => n + (l.role === "text" ? l.text.length / 6 : 0), 0);
  const room = Math.min(24, Math.max(10, Math.round(words / WORDS_PER_GUESS)));
  const prose = surest(guesses(page, people, marked), room);
  return withoutDoubles([...marked, ...agreed, ...prose]);
}

/** Where people marked their actions or decisions, only the surest sentences add to them. */
function guesses(page: Page, people: People, marked: Found[]): Found[] {
  const has = new Set(marked.map((f) => f.kind));
  return fromProse(page, people).filter((f) => f.weight >= (has.has(f.kind) ? 3 : 1.4));
}

function* speakers(page: Page): Generator<string> {
  for (const line of page.lines) {
    if (line.speaker) yield line.speaker;
    if (line.writer) yield line.writer;
  }
}

function point(source: string, { text, start, end }: Found) {
  return { text, quote: source.slice(start, end), at: start };
}
