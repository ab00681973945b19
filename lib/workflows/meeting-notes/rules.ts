import type { RosterPerson, SourceText } from "#lib/grounding/statement";
import { surest, withoutDoubles } from "#lib/rules/dedupe";
import { byHandle } from "#lib/rules/handles";
import type { Found } from "#lib/rules/item";
import { fromBoxes, fromEarlier, fromSections } from "#lib/rules/lists";
import { type Page, type PageLine, readPage } from "#lib/rules/page";
import { knownPeople, type People } from "#lib/rules/people";
import { fromProposals } from "#lib/rules/proposals";
import { fromProse } from "#lib/rules/prose";
import { outcomeOf, summaryOf } from "#lib/rules/summary";
import { fromTables } from "#lib/rules/tables";
import { fromTags, ordersAmong } from "#lib/rules/tags";
import type { MeetingNotes } from "#lib/workflows/meeting-notes/draft";

/** More than that of one sort nobody reviews. */
const MOST = 200;
const MOST_QUESTIONS = 8;
const MOST_DEFERRED = 8;
const WORDS_PER_GUESS = 90;
const FEW = 6;
const LETTERS_A_WORD = 6;

/** Writes meeting notes without a model: what the notes mark first, then what their sentences say. Pure and linear. */
export function writeMeetingNotes(source: SourceText, roster: RosterPerson[]): MeetingNotes {
  const page = readPage(source.text);
  const people = knownPeople(source.text, source.attendees, roster, speakers(page));
  const named = (person: string) => person && byHandle(person, source.attendees, roster);
  const found = findings(page, people).map((f) => ({ ...f, person: named(f.person) }));
  const decisions = found.filter((f) => f.kind === "decision");
  const said = summaryOf(page);
  const outcome = outcomeOf(page, said, decisions, found);
  // What is the outcome is not said again right under it.
  const summary = said.filter((f) => !outcome.includes(f));
  return {
    outcome: outcome.map((f) => point(source.text, f)),
    summary: summary.map((f) => point(source.text, f)),
    decisions: decisions.map((f) => ({
      ...point(source.text, f),
      person: f.person,
      because: [],
      instead: [],
    })),
    actions: found
      .filter((f) => f.kind === "action")
      .map((f) => ({ ...point(source.text, f), person: f.person, due: f.due })),
    questions: found
      .filter((f) => f.kind === "question")
      .map((f) => ({ ...point(source.text, f), person: f.person })),
    promises: found
      .filter((f) => f.kind === "promise")
      .map((f) => ({ ...point(source.text, f), person: f.person, to: f.to ?? "", due: f.due })),
    deferred: found
      .filter((f) => f.kind === "deferred")
      .map((f) => ({ ...point(source.text, f), due: f.due })),
    earlier: [],
  };
}

function findings(page: Page, people: People): Found[] {
  const marked = [fromSections, fromTables, fromTags, fromBoxes].flatMap((read) => read(page, people));
  const left = fromEarlier(page, people);
  const agreed = fromProposals(page);
  marked.push(...ordersAmong(marked, page, people));
  return withoutDoubles([
    ...marked.slice(0, MOST),
    ...agreed.slice(0, MOST),
    ...left.slice(0, MOST),
    ...guesses(page, people, marked),
  ]);
}

/** What sentences say. Where people marked their actions or decisions, only the surest sentences add to them. */
function guesses(page: Page, people: People, marked: Found[]): Found[] {
  const has = new Set(marked.map((f) => f.kind));
  const read = onceEach(fromProse(page, people));
  const sure = read.filter((f) => f.weight >= (has.has(f.kind) ? 2.4 : 1.2));
  // Of short notes, in which little is said in whole sentences, what is less sure may stand as well.
  const likely = sure.length + marked.length < FEW ? surest(read, FEW - marked.length) : sure;
  const different = withoutDoubles(surest(likely, MOST));
  const of = (...kinds: Found["kind"][]) => different.filter(({ kind }) => kinds.includes(kind));
  return [
    ...surest(of("action", "decision"), roomFor(page)),
    ...surest(of("question"), MOST_QUESTIONS),
    ...surest(of("deferred"), MOST_DEFERRED),
    ...of("promise"),
  ];
}

/** What is said again in the same words is said once, so that a long text leaves room for the rest. */
function onceEach(found: Found[]): Found[] {
  const byWords = new Map<string, Found>();
  for (const f of found) {
    const key = `${f.kind} ${f.person} ${f.due} ${f.text}`;
    if (!byWords.has(key)) byWords.set(key, f);
  }
  return [...byWords.values()];
}

/** The longer the notes, the more of them may be sentences that say something, within reason. */
function roomFor(page: Page): number {
  const said = page.lines.filter((line) => line.role === "text");
  const words = said.reduce((sum, line) => sum + wordsIn(line), 0);
  return Math.min(48, Math.max(12, Math.round(words / WORDS_PER_GUESS)));
}

/** What is typed into a chat log is thinner than notes: it counts less. */
function wordsIn({ text, writer }: PageLine): number {
  return (text.length / LETTERS_A_WORD) * (writer !== null ? 0.4 : 1);
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
