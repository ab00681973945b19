import { type Span, splitSentences } from "#lib/grounding/sentences";
import { type Commitment, commitmentIn } from "#lib/rules/commitments";
import { decisionIn, isDeferral } from "#lib/rules/decisions";
import { actionFrom, type Found, pointFrom, type Stretch, withoutDue } from "#lib/rules/item";
import type { Page, PageLine } from "#lib/rules/page";
import type { People } from "#lib/rules/people";
import { answers, openness } from "#lib/rules/questions";
import { plain, statement, wordCount } from "#lib/rules/wording";

/** A sentence of the notes with its line and whoever says it. */
type Sentence = { line: PageLine; start: number; end: number; speaker: string; noted: boolean };

const LONGEST_SENTENCE = 600;

/** Reads commitments, decisions and open questions off sentences that no heading or tag announces. */
export function fromProse(page: Page, people: People): Found[] {
  const sentences = readSentences(page);
  return sentences.flatMap((sentence, i) => {
    const said = plain(
      page.text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_SENTENCE)),
    );
    if (wordCount(said) < 3 || NOISE.test(said)) return [];
    return foundIn(page, sentence, said, people, sentences[i + 1]);
  });
}

/** The surest of what a sentence may be; a long one is the less sure, as talk that was written down rambles. */
function foundIn(
  page: Page,
  sentence: Sentence,
  said: string,
  people: People,
  next: Sentence | undefined,
): Found[] {
  const stretch = { from: sentence.start, at: sentence.start, end: sentence.end };
  const topic = sentence.line.section === "agenda" && sentence.line.indent === 0 && sentence.noted;
  const decided = decisionIn(said);
  const owed = topic
    ? null
    : commitmentIn({ sentence: said, speaker: sentence.speaker, noted: sentence.noted, people });
  const open = topic || (next && isAnswered(page.text, sentence, next)) ? 0 : openness(said);
  const readings = [
    decided && withText(pointFrom("decision", page.text, stretch, decided.weight), decided.text),
    owed && actionOf(page.text, stretch, owed, people),
    isDeferral(said) ? pointFrom("question", page.text, stretch, 2) : null,
    open ? pointFrom("question", page.text, stretch, open) : null,
  ].filter((f) => f !== null);
  const best = readings.reduce<Found | null>((a, b) => (a && a.weight >= b.weight ? a : b), null);
  const length = wordCount(said);
  // A clause that somebody set in bold was meant to be found again.
  const marked = /\*\*[^*]{12,}\*\*/.test(page.text.slice(sentence.start, sentence.end)) ? 0.6 : 0;
  const rambles = length > 45 ? 1.2 : length > 30 ? 0.5 : 0;
  return best ? [{ ...best, weight: best.weight + marked - rambles }] : [];
}

const withText = (found: Found | null, text: string) => found && { ...found, text: statement(text) };

function actionOf(source: string, stretch: Stretch, owed: Commitment, people: People): Found | null {
  const found = actionFrom(source, stretch, people, owed.person, owed.weight);
  if (!found) return null;
  const text = withoutDue(statement(owed.text), found.due);
  return { ...found, text, person: owed.person, weight: owed.weight + (found.due ? 1 : 0) };
}

/** A question is answered by what stands under it, or by what somebody else says next. */
function isAnswered(source: string, sentence: Sentence, next: Sentence): boolean {
  if (next.line.indent > sentence.line.indent && next.line.number <= sentence.line.number + 2) return true;
  if (next.line !== sentence.line && next.speaker !== "" && next.speaker !== sentence.speaker) return true;
  return answers(source.slice(next.start, next.start + 40));
}

/** Sentences of the lines that say things, each with its speaker; a name alone above deeper lines is theirs. */
function readSentences(page: Page): Sentence[] {
  const spans = splitSentences(page.text, page.source);
  const spoken = isTranscript(page);
  const sentences: Sentence[] = [];
  let s = 0;
  let above = { name: "", indent: 0 };
  page.lines.forEach((line, i) => {
    const mine: Span[] = [];
    while (s < spans.length && spans[s]!.start < page.source[i]!.end) mine.push(spans[s++]!);
    if (line.role === "blank") return;
    if (line.role === "heading" || line.indent <= above.indent) above = { name: "", indent: 0 };
    if (!isProse(line)) return;
    const name = /^\(?([\p{Lu}][\p{L} .'’-]{0,40})\)?:$/u.exec(line.text)?.[1];
    if (name) above = { name, indent: line.indent };
    else sentences.push(...ofLine(line, mine, line.speaker ?? line.writer ?? above.name, spoken));
  });
  return sentences;
}

function isProse(line: PageLine): boolean {
  return (
    line.role === "text" && line.section !== "people" && line.section !== "past" && !line.box && !line.tag
  );
}

/** Where most of what is said has a speaker, a line without one is the scribe's own. */
function isTranscript(page: Page): boolean {
  const said = page.lines.filter((l) => l.role === "text");
  return said.filter((l) => l.speaker !== null).length >= said.length * 0.4;
}

function ofLine(line: PageLine, spans: Span[], speaker: string, spoken: boolean): Sentence[] {
  // What a scribe ascribes to somebody is talk; what stands by itself in a list, a chat or a transcript is a note.
  const own = line.bullet || line.writer !== null || (spoken && line.speaker === null);
  return spans.flatMap((span) => {
    const start = Math.max(span.start, line.at);
    const noted = own && line.at === line.from && start === line.at;
    return span.end > start ? [{ line, start, end: span.end, speaker, noted }] : [];
  });
}

/** Commands of a meeting's chat log, votes and bare links. */
const NOISE =
  /^(?:present|preset|q|scribe|topic|sub-?topic|agenda|zakim|rrsagent|chair|regrets|meeting|ack|voip|\+1|-1|\/me|s\/)(?:[+:?\-\s/]|$)|^https?:\/\/\S+$/iu;
