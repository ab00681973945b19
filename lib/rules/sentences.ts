import { type Span, splitSentences } from "#lib/grounding/sentences";
import type { Page, PageLine } from "#lib/rules/page";
import { looksLikeName, type People } from "#lib/rules/people";
import { voicesOf } from "#lib/rules/voices";
import { plain } from "#lib/rules/wording";

/**
 * A sentence of the notes with its line and whoever says it. `from` is where its quote begins: a name before it stands
 * in that. `noted`: a line of notes by itself, not talk.
 */
export type Sentence = {
  line: PageLine;
  from: number;
  start: number;
  end: number;
  speaker: string;
  noted: boolean;
};

/** What lies beyond is not read, so that a page without a full stop stays cheap. */
export const LONGEST_SENTENCE = 600;

/** What stands above a line that is deeper: somebody's name alone, or that what follows is done. */
type Above = { indent: number; name: string; done: boolean };

/** Sentences of the lines that say things, each with its speaker; a name alone above deeper lines is theirs. */
export function readSentences(page: Page, people: People): Sentence[] {
  const spans = splitSentences(page.text, page.source);
  const notes = keepsNotes(page);
  const sentences: Sentence[] = [];
  const titleAt = titleOf(page);
  const voiceIn = voicesOf(page, people);
  let s = 0;
  let above: Above[] = [];
  let last = "";
  page.lines.forEach((line, i) => {
    const mine: Span[] = [];
    while (s < spans.length && spans[s]!.start < page.source[i]!.end) mine.push(spans[s++]!);
    if (line.role === "blank") return;
    above = above.filter(({ indent }) => indent < line.indent);
    if (!isProse(line) || i === titleAt) return;
    const name = nameOf(line, people, page.lines[i + 1]);
    if (name || DONE.test(line.text)) above.push({ indent: line.indent, name, done: !name });
    else if (!above.some(({ done }) => done)) {
      const theirs = above.findLast((a) => a.name)?.name || line.voice;
      const voice = voiceIn(line);
      const speaker = line.continues ? last : (voice?.name ?? line.speaker ?? line.writer ?? theirs);
      last = speaker;
      const said = { speaker, notes, prefix: voice?.length ?? 0 };
      for (const sentence of ofLine(page.text, line, mine, said)) sentences.push(sentence);
    }
  });
  return sentences;
}

/** "(Dana Weiss):" above what she says, "- @dana", or "Dana" above deeper lines of what she reports. */
function nameOf(line: PageLine, people: People, next: PageLine | undefined): string {
  const called = /^\(?([\p{Lu}][\p{L} .'’-]{0,40})\)?:$/u.exec(line.text)?.[1];
  const heads = line.bullet || (next !== undefined && next.role === "text" && next.indent > line.indent);
  const alone = heads && line.text.length <= 60 ? plain(line.text).replace(/[\s:]+$/, "") : "";
  return [called ?? "", alone].find((name) => name !== "" && looksLikeName(name, people)) ?? "";
}

/** What stands under "Done:" is no longer to be done. */
const DONE =
  /^(?:\*\*|__)?(?:done|completed|finished|accomplished|achieved|accomplishments|last\s+(?:week|time|sprint)|yesterday|previously|shipped|closed)(?:\*\*|__)?\s*:?(?:\*\*|__)?$/iu;

/** The first line, where it is a title: short, and nobody says it. */
function titleOf({ lines }: Page): number {
  const first = lines.findIndex((line) => line.role !== "blank");
  const line = lines[first];
  const isTitle = line?.role === "text" && !line.bullet && line.speaker === null && !/[.!?]$/.test(line.text);
  return isTitle && line.text.split(/\s+/).length <= 10 ? first : -1;
}

function isProse(line: PageLine): boolean {
  return (
    line.role === "text" && line.section !== "people" && line.section !== "past" && !line.box && !line.tag
  );
}

/**
 * Whether a line without a speaker is a note: in a transcript it is the scribe's own, and where most lines are short
 * and end without a stop, they are catchwords.
 */
function keepsNotes(page: Page): boolean {
  const said = page.lines.filter((l) => l.role === "text");
  const spoken = said.filter((l) => l.speaker !== null).length;
  const short = said.filter((l) => l.text.length <= 80 && !/[.!?]["')\]]*$/.test(l.text)).length;
  return spoken >= said.length * 0.4 || short >= said.length * 0.7;
}

function ofLine(
  source: string,
  line: PageLine,
  spans: Span[],
  { speaker, notes, prefix }: { speaker: string; notes: boolean; prefix: number },
): Sentence[] {
  const first = line.at + prefix;
  const scribed = prefix > 0 && line.writer !== null;
  // What a scribe ascribes to somebody is talk; what stands by itself is a note.
  const own = line.bullet || line.writer !== null || (notes && line.speaker === null);
  return spans
    .flatMap((span) => clauses(source, { start: Math.max(span.start, first), end: span.end }))
    .filter((span) => span.end > span.start)
    .map((span) => ({
      line,
      ...span,
      from: span.start === first ? line.at : span.start,
      speaker,
      noted: own && !scribed && line.at === line.from && span.start === first,
    }));
}

const NEXT_CLAUSE =
  /\s+and\s+(?=(?:@[\w-]+|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)\s+(?:will|agreed\s+to|volunteered\s+to|should|must)\s)|[,;]\s+(?:(?:and|but|while|then|so)\s+)?(?=(?:@[\w-]+|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)\s+(?:will|to|agreed\s+to|volunteered\s+to|should|must|needs\s+to|has\s+to)\s)/gu;

/** "Owen maps the hall, and Kavya will send the tool" says two things. A list of names before the verb is one. */
function clauses(source: string, span: Span): Span[] {
  const said = source.slice(span.start, Math.min(span.end, span.start + LONGEST_SENTENCE));
  const cuts = (/[,;]\s|\sand\s/.test(said) ? [...said.matchAll(NEXT_CLAUSE)] : []).filter((cut) =>
    /\s\p{Ll}{2,}\s.*\p{Ll}/u.test(said.slice(0, cut.index)),
  );
  const starts = [span.start, ...cuts.map((cut) => span.start + cut.index + cut[0].length)];
  const ends = [...cuts.map((cut) => span.start + cut.index), span.end];
  return starts.map((start, i) => ({ start, end: ends[i]! }));
}
