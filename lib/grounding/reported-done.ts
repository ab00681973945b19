import { contentWords, stem } from "#lib/grounding/alike";
import { readsLikeInstruction } from "#lib/grounding/instruction";
import { PAST_OF } from "#lib/grounding/past-forms";
import type { Span } from "#lib/grounding/sentences";
import type { SourceIndex } from "#lib/grounding/source-index";

/** A sentence that may say that something is done: `done` where it says so of whatever it is about. */
type Report = {
  span: Span;
  words: ReadonlySet<string>;
  pasts: ReadonlySet<string>;
  done: boolean;
  denied: boolean;
};

/** Sentences with more words than that say several things; what is done of them can't be told. */
const MOST_WORDS = 60;
/** How much of a line before its sentence is looked at: a bullet and a box. */
const MOST_BEFORE = 12;

/** The sentences of a source that say whether something is done, in order. Each is taken apart once. */
export function readReports({ source, sentences }: SourceIndex): Report[] {
  return sentences.flatMap((span) => {
    const text = source.text.slice(span.start, span.end);
    if (text.split(/\s+/).length > MOST_WORDS || readsLikeInstruction(text) || text.endsWith("?")) return [];
    const marked = MARKED.test(text) || TICKED.test(source.text.slice(span.start - MOST_BEFORE, span.start));
    const denied = NOT_DONE.test(text);
    const toCome = !marked && NOT_YET.test(text);
    const done = marked || DONE.test(text);
    const pasts = pastsIn(text);
    if (toCome || !(done || denied || pasts.size > 0)) return [];
    return [{ span, words: contentWords(text), pasts, done, denied }];
  });
}

/**
 * The sentence that says an action is done; null where none does. It shares most of the action's words, and says that
 * they are done or has the action's verb in its past: "Dana renewed the certificate". Where several speak of it, the
 * last one counts: "shipped", and later "no, it isn't done".
 */
export function findReport(action: string, reports: Report[]): Span | null {
  const wanted = [...contentWords(action)];
  if (wanted.length === 0) return null;
  const own = pastsIn(action);
  const verbs = wanted.slice(0, 2).filter((word) => !own.has(word));
  const last = reports.findLast(({ words, pasts, done, denied }) => {
    const found = wanted.filter((word) => words.has(word)).length;
    if (found < Math.min(2, wanted.length) || found / wanted.length < 0.6) return false;
    return done || denied || verbs.some((verb) => pasts.has(verb));
  });
  return last && !last.denied ? last.span : null;
}

/** The verbs that stand in their past in a text, each in its one form. */
function pastsIn(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter(isPast).map(stem));
}

function isPast(word: string): boolean {
  const present = PAST_OF.get(word);
  return present ? present !== word : /^\p{L}{2,}ed$/u.test(word) && word !== "need";
}

const MARKED = /✅|☑|✔|\[[xX]\]|^\W*done\b\s*[:–—-]|[:–—-]\s*done\W*$/iu;

/** A ticked box before the sentence. */
const TICKED = /\[[xX]\]\W*$/;

const DONE =
  /(?<!\p{L})(?:done|finished|complete|completed|shipped|merged|deployed|released|fixed|closed|resolved|delivered|landed|sorted|rolled out|wrapped up|live now|went live|taken care of)(?!\p{L})/iu;

const NOT_DONE =
  /(?<!\p{L})(?:not|never|no one|nobody|isn['’]t|wasn['’]t|hasn['’]t|haven['’]t|didn['’]t|aren['’]t|won['’]t|couldn['’]t|can['’]t|cannot|failed to|still (?:open|missing|waiting|to do|to be)|almost|nearly|half(?:way)?|partly|on hold|blocked)(?!\p{L})/iu;

/** What speaks of doneness as of something to come. */
const NOT_YET =
  /(?<!\p{L})(?:will|['’]ll|shall|should|must|needs? to|have to|has to|wants? to|going to|to be|by (?:mon|tue|wed|thu|fri|sat|sun|tomorrow|next|the end|end|\d)\p{L}*|until|once|when|if|unless|as soon as|hopefully|may|might|could|would|let['’]?s|tomorrow|next)(?!\p{L})|(?<=\p{L})['’]ll(?!\p{L})/iu;
