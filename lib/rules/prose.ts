import { readsLikeInstruction } from "#lib/grounding/instruction";
import { assent, handsOn, putsForward } from "#lib/rules/assents";
import { type Commitment, commitmentIn } from "#lib/rules/commitments";
import { inContext, RUN_IN, type Topic, topicsOf } from "#lib/rules/context";
import { decisionIn } from "#lib/rules/decisions";
import { deferralIn } from "#lib/rules/deferrals";
import { unhedged } from "#lib/rules/hedges";
import { actionFrom, dueIn, type Found, pointFrom, type Stretch, withoutDue } from "#lib/rules/item";
import type { Page } from "#lib/rules/page";
import type { People } from "#lib/rules/people";
import { type Promised, promiseIn } from "#lib/rules/promises";
import { answers, openness } from "#lib/rules/questions";
import { near, saidBefore, withName, wordsOf } from "#lib/rules/said";
import { LONGEST_SENTENCE, readSentences, type Sentence } from "#lib/rules/sentences";
import { polled, saysYes, suggested } from "#lib/rules/suggestions";
import { isLight } from "#lib/rules/takes";
import { isVague } from "#lib/rules/verbs";
import { contentWords, statement, wordCount } from "#lib/rules/wording";

/** Reads commitments, decisions and open questions off sentences that no heading or tag announces. */
export function fromProse(page: Page, people: People): Found[] {
  const sentences = readSentences(page, people);
  const topics = topicsOf(page, people);
  return sentences.flatMap((sentence, i) => {
    const said = wordsOf(page, sentence);
    if (wordCount(said) < 2 || NOISE.test(said)) return [];
    const best = [
      ...readings(page, sentence, said, people, sentences[i - 1], sentences[i + 1]),
      ...agreedTo(page, sentences, i, said),
    ].reduce<Found | null>((a, b) => (a && a.weight >= b.weight ? a : b), null);
    const bold = inBold(page, sentence);
    const weight = (best?.weight ?? 0) + (bold ? 0.6 : 0) - rambling(said) - scribed(sentence);
    // Two words say something only of somebody, or of what was put before: "Kim volunteered", "Everyone agreed".
    if (best?.kind === "action" && !best.person && wordCount(said) < 3) return [];
    // An order to the note taker is no action; as an unmatched sentence it stays in sight.
    return best && weight >= LEAST && !readsLikeInstruction(said)
      ? [
          {
            ...placed(best, topics[sentence.line.number - 1]!, () => saidBefore(page, sentences, i)),
            weight,
          },
        ]
      : [];
  });
}

/**
 * What was found with what it is about: its topic, or what was said before where it only points there. An action under
 * somebody's topic is theirs, unless its words name another.
 */
function placed(found: Found, { title, of }: Topic, before: () => string): Found {
  if (found.kind !== "action" && found.kind !== "decision") return found;
  if (found.kind === "decision") return { ...found, text: inContext(found.text, found.kind, title) };
  const text = isLight(found.text) ? inContext(found.text, found.kind, before()) : found.text;
  return {
    ...found,
    text: text === found.text ? inContext(text, found.kind, title) : text,
    person: found.person || of,
  };
}

/** Less sure than this, a sentence is not worth a closer look. */
const LEAST = 0.8;

/** What somebody set in bold was meant to be found again; "" where nothing is, or too little to be a clause. */
function inBold(page: Page, { start, end }: Sentence): string {
  const raw = page.text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
  if (!raw.includes("**") || RUN_IN.test(raw)) return "";
  const bold = [...raw.matchAll(/\*\*([^*\n]{12,300})\*\*/g)].map((m) => m[1]!.trim());
  return bold.filter((clause) => wordCount(clause) >= 3).join(" … ");
}

/** In a chat log the actions are mostly typed as such; what is put down there of the talk is less often one. */
function scribed({ line, noted }: Sentence): number {
  return line.writer !== null && !noted ? 1.2 : 0;
}

/** The longer, the less sure: talk that was written down wanders from one thing to the next. */
function rambling(said: string): number {
  const length = wordCount(said);
  return length > 45 ? 1.2 : length > 30 ? 0.5 : 0;
}

/** Everything a sentence may be, each with how sure it is. */
function readings(
  page: Page,
  sentence: Sentence,
  said: string,
  people: People,
  before: Sentence | undefined,
  after: Sentence | undefined,
): Found[] {
  const { line, from, start, end, speaker, noted } = sentence;
  const stretch = { from, at: start, end };
  const topic = line.section === "agenda" && line.indent === 0 && noted;
  const reply = { said: after ? wordsOf(page, after) : "", speaker: after?.speaker ?? "" };
  const asked = /\?\s*$/.test(said);
  const decided =
    (asked ? polled(said, reply.said) : assent(said) ? null : decisionIn(said)) ??
    (isAgreed(page, sentence, said, before)
      ? { text: said, weight: 2.8 }
      : isTakenUp(said, before ? wordsOf(page, before) : "", reply.said)
        ? { text: said, weight: 2.3 }
        : null);
  const about = {
    sentence: before ? withName(page, said, before, people) : said,
    speaker,
    noted,
    people,
    typed: line.writer !== null,
  };
  const owing = commitmentIn(about) ?? (asked ? suggested(about, reply) : null);
  const owed = topic && !owing?.person ? null : owing;
  const promise = promiseIn(about, {
    asker: before?.speaker ?? "",
    outside: isOutside(before?.speaker ?? "", speaker, people),
  });
  const open =
    topic || (after && isAnswered(page, said, sentence, after))
      ? 0
      : openness(said, line.writer !== null || (speaker !== "" && !noted));
  const bold = inBold(page, sentence);
  return [
    bold && wordCount(bold) >= 4 ? withText(pointFrom("decision", page.text, stretch, 1), bold) : null,
    decided && withText(pointFrom("decision", page.text, stretch, decided.weight), decided.text),
    owed && actionOf(page.text, stretch, owed, people),
    promise && promiseOf(page.text, stretch, promise, people),
    deferralIn(page.text, stretch, said),
    open ? pointFrom("question", page.text, stretch, open) : null,
  ].filter((f) => f !== null);
}

/** Whether somebody of the company speaks to somebody who is not: known only where a roster tells. */
function isOutside(asker: string, speaker: string, { insiders }: People): boolean {
  const inside = (name: string) => insiders.has(name.toLowerCase());
  return insiders.size > 0 && asker !== "" && !inside(asker) && inside(speaker);
}

function promiseOf(source: string, stretch: Stretch, promise: Promised, people: People): Found | null {
  const { person, to, text, weight } = promise;
  const found = actionFrom(source, stretch, people, [person], weight);
  return found && { ...found, kind: "promise", person, to, text: withoutDue(statement(text), found.due) };
}

/** "Bo moved to adopt it. Kim seconded. Motion carried.": what was put is decided. */
function agreedTo(page: Page, sentences: Sentence[], at: number, said: string): Found[] {
  const by = said.length < 90 ? assent(said) : null;
  if (by === null) return [];
  let i = at - 1;
  while (i > at - 4 && i >= 0 && handsOn(wordsOf(page, sentences[i]!))) i--;
  const put = sentences[i];
  if (!put || sentences[at]!.line.number - put.line.number > near(sentences[at]!) * (at - i)) return [];
  const proposed = wordsOf(page, put);
  if (wordCount(proposed) < 4 || (by === "word" && !putsForward(proposed))) return [];
  const text = statement(unhedged(proposed.replace(ASKING, "").replace(/\s*\?$/, "")));
  const stretch = { from: put.from, at: put.start, end: sentences[at]!.end };
  const found = pointFrom("decision", page.text, stretch, 2.7);
  return found ? [{ ...found, text }] : [];
}

const ASKING =
  /^(?:\p{Lu}[\p{L} ]{1,30}:\s+)?(?:so\s+)?(?:(?:should|shall|can|could)\s+we|is\s+there\s+(?:a\s+)?con[cs]ensus\s+to)\s+/iu;

/** "Agreed. We'll split it by year." */
function isAgreed(page: Page, { line }: Sentence, said: string, before: Sentence | undefined): boolean {
  if (
    before?.line !== line ||
    !/^(?:then\s+|so\s+)?(?:we(?:['’]ll|\s+will|\s+won['’]t)|let['’]s)\b/iu.test(said)
  )
    return false;
  return /^(?:(?:ok|okay|yes|fine|good|great|right)[\s,]+)?(?:agreed|decided|settled|deal)[.!]$/iu.test(
    wordsOf(page, before),
  );
}

const LETS =
  /^(?:(?:so|ok|okay|good|great|fine|then|right|well|yes)[\s,.]+)*(?:then\s+)?let['’]?s\s+(?!see\b|start\b|go\b|move\s+on\b|look\b|talk\b|discuss\b|begin\b|say\b)\p{Ll}+\s+\S/iu;

/** "Yes. Let's offer her the post."; "Let's shut it down." – "I agree.": what is put and taken up. */
function isTakenUp(said: string, before: string, reply: string): boolean {
  return LETS.test(said) && ((wordCount(before) <= 4 && saysYes(before)) || saysYes(reply));
}

const withText = (found: Found | null, text: string) =>
  found && { ...found, text: statement(unhedged(text)) };

function actionOf(source: string, stretch: Stretch, owed: Commitment, people: People): Found | null {
  if (owed.weight < 0.6) return null;
  if (isBare(owed.text)) return bareOf(source, stretch, owed);
  const found = actionFrom(source, stretch, people, [owed.person], owed.weight);
  if (!found) return null;
  const others = / \(with [^()]+\)$/.exec(owed.text)?.[0] ?? "";
  const what = owed.text.slice(0, owed.text.length - others.length);
  const text = withoutDue(statement(unhedged(what)), found.due) + others;
  return {
    ...found,
    text,
    person: owed.person,
    weight: owed.weight + (found.due ? (owed.person ? 1 : 0.6) : 0),
  };
}

/** "Dana will investigate": whose it is, is said, and what, before. */
function bareOf(source: string, stretch: Stretch, { person, text, weight }: Commitment): Found | null {
  const found = person ? pointFrom("action", source, stretch, weight - 0.6) : null;
  return (
    found && { ...found, text: statement(text), person, due: dueIn(source.slice(found.start, found.end)) }
  );
}

/** "Discuss", "do so": an order that does not say of what. */
function isBare(text: string): boolean {
  return wordCount(text) < 2 || (contentWords(text).size < 2 && isVague(text.split(/\s/, 1)[0]!));
}

/** A question is answered by what stands under it, or by somebody else who says little, or something about it. */
function isAnswered(page: Page, said: string, sentence: Sentence, after: Sentence): boolean {
  if (after.line.indent > sentence.line.indent && after.line.number <= sentence.line.number + 2) return true;
  const reply = wordsOf(page, after);
  if (answers(reply)) return true;
  if (after.line === sentence.line || after.speaker === "" || after.speaker === sentence.speaker)
    return false;
  const asked = contentWords(said);
  return wordCount(reply) <= 6 || [...contentWords(reply)].some((word) => asked.has(word));
}

/** Commands of a meeting's chat log, votes, bare links, and what somebody reports as done. */
const NOISE =
  /^(?:yesterday|done|last\s+week|completed|accomplished|finished)\s*:\s|^(?:preset|q|scribe|sub-?topic|zakim|rrsagent|ack|voip|\+1|-1|\/me|s\/)(?:[+:?\-\s/]|$)|^(?:present|topic|agenda|chair|regrets|meeting)(?:[+:?\-/]|$)|^https?:\/\/\S+$/iu;
