import { readsLikeInstruction } from "#lib/grounding/instruction";
import { type Span, splitSentences } from "#lib/grounding/sentences";
import { readAttendeeList } from "#lib/parsers/attendee-list";
import { parseLines } from "#lib/parsers/turns";

/** A sentence that became nothing, with what it sounds like. */
export type UnmatchedSentence = Span & { hint: "promise" | "instruction" | null };

const LIMIT = 500;

type Place = { start: number; end: number; sentenceStart?: number; sentenceEnd?: number };

/**
 * The sentences of a source that no evidence touches, in order, so that a reviewer sees what was left out. Headings,
 * links, greetings and the like are passed over. Where there are more than `limit`, those with a hint go first.
 */
export function unmatchedSentences(
  text: string,
  evidence: Place[],
  { limit = LIMIT }: { limit?: number } = {},
): UnmatchedSentence[] {
  const reading = readTelling(text);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return unmatchedAmong(step.value, evidence, { limit });
}

/** Sentences between two pauses: some milliseconds. */
const SLICE = 100;

/** All sentences that say something, whatever evidence touches them. Pauses often: a long text is read in slices. */
export function* readTelling(text: string): Generator<void, UnmatchedSentence[]> {
  const lines = parseLines(text);
  yield;
  const sentences = splitSentences(text, lines);
  const telling: UnmatchedSentence[] = [];
  const lineOf = lineStarts(text);
  for (const [n, span] of sentences.entries()) {
    if (n % SLICE === 0) yield;
    const sentence = { ...span, hint: hintOf(text.slice(span.start, span.end)) };
    if (saysSomething(text, sentence, lineOf(span.start))) telling.push(sentence);
  }
  return telling;
}

/** Where the line of a place begins, for places in order. Goes on from the one before: looking back would read a long line anew for each of its sentences. */
function lineStarts(text: string): (place: number) => number {
  let [start, next] = [0, text.indexOf("\n")];
  return (place) => {
    while (next !== -1 && next < place) [start, next] = [next + 1, text.indexOf("\n", next + 1)];
    return start;
  };
}

/** Those of `telling`, as `readTelling` gives them, that no evidence touches. */
export function unmatchedAmong(
  telling: UnmatchedSentence[],
  evidence: Place[],
  { limit = LIMIT }: { limit?: number } = {},
): UnmatchedSentence[] {
  const used = evidence
    .map(({ start, end, sentenceStart = start, sentenceEnd = end }) => ({
      start: sentenceStart,
      end: sentenceEnd,
    }))
    .sort((a, b) => a.start - b.start);
  const hinted = untouched(telling, used);
  if (hinted.length <= limit) return hinted;
  const first = [...hinted.filter((s) => s.hint), ...hinted.filter((s) => !s.hint)].slice(
    0,
    Math.max(limit, 0),
  );
  return first.sort((a, b) => a.start - b.start);
}

/** Both in order of their starts; one pass over either. */
function untouched(sentences: UnmatchedSentence[], used: Span[]): UnmatchedSentence[] {
  let next = 0;
  let reach = -1;
  return sentences.filter((sentence) => {
    while (next < used.length && used[next]!.start < sentence.end) reach = Math.max(reach, used[next++]!.end);
    return reach <= sentence.start;
  });
}

const MIN_WORDS = 4;

function saysSomething(text: string, { start, end, hint }: UnmatchedSentence, lineStart: number): boolean {
  if (hint === "instruction") return true;
  // Headings, rows of tables, and what is ticked off.
  if (/^\s*(?:#|\||(?:[-*+]\s+)?\[[xX]\])/.test(text.slice(lineStart, Math.min(end, lineStart + 20))))
    return false;
  if (hint) return true;
  const said = text.slice(start, Math.min(end, start + 1000));
  if (/[:@]/.test(said) && readAttendeeList(said).listed.length > 0) return false;
  const words = said.replace(/https?:\/\/\S+/g, " ").match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.length >= MIN_WORDS;
}

const PROMISE =
  /(?<![\p{L}'’])(?:I(?:['’]ll| will| can| could|['’]m going to| am going to| should| would| need to| have to|['’]d)|we(?:['’]ll| will| should| need to| must| could| have to| ought to)|let['’]?s|let me|remind me|someone (?:should|needs to|has to|must)|(?:who|can (?:you|someone|anyone)|could (?:you|someone)) (?:will |can |could |wants to |please )?(?:take|do|look|check|send|write|fix|own|ask|review|update|follow)|(?:to ?do|action|follow[- ]?up)(?=:| ))(?!\p{L}|['’]t\b|\s+(?:not|never)\b)/iu;

function hintOf(sentence: string): UnmatchedSentence["hint"] {
  if (readsLikeInstruction(sentence)) return "instruction";
  return PROMISE.test(sentence.slice(0, 1000)) ? "promise" : null;
}
