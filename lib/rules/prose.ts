import { splitSentences } from "#lib/grounding/sentences";
import { parseLines } from "#lib/parsers/turns";
import { type Commitment, commitmentIn } from "#lib/rules/commitments";
import { decisionIn, isDeferral } from "#lib/rules/decisions";
import { actionFrom, type Found, pointFrom } from "#lib/rules/item";
import type { Page, PageLine } from "#lib/rules/page";
import type { People } from "#lib/rules/people";
import { answers, openness } from "#lib/rules/questions";
import { tagOf } from "#lib/rules/tags";
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
    return foundIn(page.text, sentence, said, people, sentences[i + 1]);
  });
}

function foundIn(
  source: string,
  sentence: Sentence,
  said: string,
  people: People,
  next: Sentence | undefined,
): Found[] {
  const stretch = { from: sentence.start, at: sentence.start, end: sentence.end };
  const decided = decisionIn(said);
  const owed =
    sentence.line.section === "agenda" && sentence.noted
      ? null
      : commitmentIn({ sentence: said, speaker: sentence.speaker, noted: sentence.noted, people });
  if (decided && decided.weight >= (owed?.weight ?? 0)) {
    const point = pointFrom("decision", source, stretch, decided.weight);
    return point ? [{ ...point, text: statement(decided.text) }] : [];
  }
  if (owed) return actionOf(source, stretch, owed, people);
  if (isDeferral(said)) return [pointFrom("question", source, stretch, 2)].filter((p) => p !== null);
  const open = sentence.line.section === "agenda" ? 0 : openness(said);
  if (open === 0 || (next && isAnswered(source, sentence, next))) return [];
  return [pointFrom("question", source, stretch, open)].filter((p) => p !== null);
}

function actionOf(
  source: string,
  stretch: { from: number; at: number; end: number },
  owed: Commitment,
  people: People,
): Found[] {
  const found = actionFrom(source, stretch, people, owed.person, owed.weight);
  if (!found) return [];
  const text = withoutDue(statement(owed.text), found.due);
  return [{ ...found, text, person: owed.person, weight: owed.weight + (found.due ? 1 : 0) }];
}

function withoutDue(text: string, due: string): string {
  if (!due || !text.toLowerCase().endsWith(due.toLowerCase())) return text;
  const bare = text.slice(0, -due.length).replace(/[\s,;(–—-]+(?:(?:by|on|before|until|due|for)\s*)?$/iu, "");
  return wordCount(bare) >= 2 ? bare : text;
}

/** A question is answered by what stands under it, or by what somebody else says next. */
function isAnswered(source: string, sentence: Sentence, next: Sentence): boolean {
  if (next.line.indent > sentence.line.indent && next.line.number <= sentence.line.number + 2) return true;
  if (next.line !== sentence.line && next.speaker !== "" && next.speaker !== sentence.speaker) return true;
  return answers(source.slice(next.start, next.start + 40));
}

/** Sentences of the lines that say things, each with its speaker, found through headings such as "Dana:" too. */
function readSentences(page: Page): Sentence[] {
  const source = parseLines(page.text);
  const spans = splitSentences(page.text, source);
  const sentences: Sentence[] = [];
  let s = 0;
  let heard = "";
  let indent = 0;
  page.lines.forEach((line, i) => {
    const end = source[i]!.end;
    const mine: { start: number; end: number }[] = [];
    while (s < spans.length && spans[s]!.start < end) mine.push(spans[s++]!);
    if (line.role === "heading") heard = "";
    if (
      line.role !== "text" ||
      line.section === "people" ||
      line.section === "past" ||
      line.box ||
      tagOf(line)
    )
      return;
    if (line.speaker !== null) {
      heard = line.text === "" || line.writer !== null ? line.speaker : "";
      indent = line.indent;
    } else if (line.writer === null && heard !== "" && line.indent <= indent && line.bullet) heard = "";
    const continued = line.writer !== null && /^(?:\.{2,}|…)/.test(line.text);
    const speaker = line.speaker ?? (continued || line.writer === null ? heard : line.writer) ?? "";
    const noted = line.bullet || line.writer !== null;
    for (const span of mine) {
      const start = Math.max(span.start, line.at);
      if (span.end > start)
        sentences.push({
          line,
          start,
          end: span.end,
          speaker,
          noted: noted && start === line.at && line.speaker === null,
        });
    }
  });
  return sentences;
}

/** Commands of a meeting's chat log, votes and bare links. */
const NOISE =
  /^(?:present|preset|q|scribe|topic|sub-?topic|agenda|zakim|rrsagent|chair|regrets|meeting|ack|voip|\+1|-1|\/me|s\/)(?:[+:?\-\s/]|$)|^https?:\/\/\S+$/iu;
