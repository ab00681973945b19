import { contentWords, stem } from "#lib/grounding/alike";
import { readsLikeInstruction } from "#lib/grounding/instruction";
import { PAST_OF } from "#lib/grounding/past-forms";
import type { Span } from "#lib/grounding/sentences";
import type { SourceIndex } from "#lib/grounding/source-index";

type Report = { span: Span; words: ReadonlySet<string>; done: boolean };

/** Sentences with more words than that say several things; what is done of them can't be told. */
const MOST_WORDS = 60;

/** The sentences of a source that say whether something is done, in order. Each is taken apart once. */
export function readReports({ source, sentences }: SourceIndex): Report[] {
  return sentences.flatMap((span) => {
    const text = source.text.slice(span.start, span.end);
    if (text.split(/\s+/).length > MOST_WORDS || readsLikeInstruction(text) || text.endsWith("?")) return [];
    const done = saysDone(text);
    return done === null ? [] : [{ span, words: contentWords(text), done }];
  });
}

/**
 * The sentence that says an action is done; null where none does. It shares most of the action's words. Where several
 * speak of it, the last one counts: "shipped", and later "no, it isn't done".
 */
export function findReport(action: string, reports: Report[]): Span | null {
  const wanted = [...contentWords(action)];
  if (wanted.length === 0) return null;
  const last = reports.findLast(({ words }) => {
    const found = wanted.filter((word) => words.has(word)).length;
    return found >= Math.min(2, wanted.length) && found / wanted.length >= 0.6;
  });
  return last?.done ? last.span : null;
}

/** True for "done", false for "not done", null where a sentence says neither. */
function saysDone(text: string): boolean | null {
  const marked = MARKED.test(text);
  const verb = marked || DONE.test(text) || beginsInPast(text);
  if (NOT_DONE.test(text)) return false;
  return verb && (marked || !NOT_YET.test(text)) ? true : null;
}

/** "Dana renewed the certificate": a past form with its subject before it, or at the beginning. */
function beginsInPast(text: string): boolean {
  const words = text.match(/[\p{L}’']+/gu)?.slice(0, 6) ?? [];
  return words.some((word) => isPast(word.toLowerCase()));
}

function isPast(word: string): boolean {
  return PAST_OF.has(word) || (/^\p{L}{2,}ed$/u.test(word) && stem(word) !== word && !NO_PAST.has(word));
}

const NO_PAST = new Set([
  "need",
  "agreed",
  "planned",
  "decided",
  "asked",
  "discussed",
  "proposed",
  "needed",
  "wanted",
  "expected",
  "started",
  "tried",
]);

const MARKED = /✅|☑|✔|\[[xX]\]|^\W*done\b\s*[:–—-]|[:–—-]\s*done\W*$/iu;

const DONE =
  /(?<!\p{L})(?:done|finished|complete|completed|shipped|merged|deployed|released|fixed|closed|resolved|delivered|landed|sorted|rolled out|wrapped up|live now|went live|taken care of)(?!\p{L})/iu;

const NOT_DONE =
  /(?<!\p{L})(?:not|never|no one|nobody|isn['’]t|wasn['’]t|hasn['’]t|haven['’]t|didn['’]t|aren['’]t|won['’]t|couldn['’]t|can['’]t|cannot|failed to|still (?:open|missing|waiting|to do|to be)|almost|nearly|half(?:way)?|partly|on hold|blocked)(?!\p{L})/iu;

/** What speaks of doneness as of something to come. */
const NOT_YET =
  /(?<!\p{L})(?:will|['’]ll|shall|should|must|needs? to|have to|has to|wants? to|going to|to be|by (?:mon|tue|wed|thu|fri|sat|sun|tomorrow|next|the end|end|\d)\p{L}*|until|once|when|if|unless|as soon as|hopefully|may|might|could|would|let['’]?s|tomorrow|next)(?!\p{L})|(?<=\p{L})['’]ll(?!\p{L})/iu;
