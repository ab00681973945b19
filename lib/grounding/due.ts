import { type Day, isDay } from "#lib/format/dates";
import { DATE_RULES } from "#lib/grounding/due-dates";
import { PERIOD_RULES } from "#lib/grounding/due-periods";
import type { DueContext, DueRule } from "#lib/grounding/due-rules";
import { SPAN_RULES } from "#lib/grounding/due-spans";
import { WEEKDAY_RULES } from "#lib/grounding/due-weekdays";
import { MONTH, WEEKDAY } from "#lib/parsers/written-date";

export type { DueContext } from "#lib/grounding/due-rules";

/** A stretch of a sentence that says when; offsets are into the sentence. */
export type DuePhrase = { phrase: string; start: number; end: number };

const RULES = [...DATE_RULES, ...WEEKDAY_RULES, ...SPAN_RULES, ...PERIOD_RULES];
const WHOLE = RULES.map((rule) => ({ rule, pattern: new RegExp(`^(?:${rule.pattern})$`, "iu") }));
const WITHIN = RULES.map((rule) => ({
  rule,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}_#@/.-])(?:${rule.pattern})(?![\\p{L}\\p{N}_@]|[-–/]\\d|-\\p{L}|[.:]\\d)`,
    "giu",
  ),
}));

/**
 * The calendar day a phrase names, or null where it names none for certain. "By", "before" and times of day are
 * passed over; any word beyond that makes it null ("Friday after the launch"). `due-weekdays.ts` and
 * `due-periods.ts` say how weekdays, weeks and months are read.
 */
export function resolveDue(phrase: string, context: DueContext): Day | null {
  if (phrase.length > 100 || !isDay(context.heldOn)) return null;
  let core = phrase.replace(/\s+/g, " ").replace(/^[\s"'“‘(*_]+|[\s"'”’)*_.,;:!]+$/g, "");
  const before = /^(?:due |just )?before\s/i.test(core);
  for (let rounds = 0; rounds < 5; rounds++) {
    for (const { rule, pattern } of WHOLE) {
      const match = pattern.exec(core);
      if (match) return before && rule.stretch ? null : rule.day([...match], context);
    }
    core = core
      .replace(LEADING, "")
      .replace(LEADING_PART, "")
      .replace(TRAILING, "")
      .replace(/['’]s$/, "")
      .trim();
  }
  return null;
}

/**
 * The stretches of a sentence that say when something is due, in order, none within another. Past and recurring
 * times ("met on Monday", "every Friday") are none. At most the first 1,000 units are looked at.
 */
export function findDuePhrases(sentence: string): DuePhrase[] {
  const text = sentence.slice(0, 1000);
  const found = WITHIN.flatMap(({ rule, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      weigh(text, rule, match.index, match.index + match[0].length),
    ),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = found.filter((phrase, n) => !found.slice(0, n).some((other) => other.end >= phrase.end));
  return joinPartsOfDay(text, apart).map(({ start, end }) => ({
    phrase: text.slice(start, end),
    start,
    end,
  }));
}

/** Every stretch of a text that names a day, also one that has passed, in order, none within another. */
export function findDays(text: string): DuePhrase[] {
  const found = WITHIN.flatMap(({ rule, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: said, index: start }) => {
      const end = start + said.replace(/\.$/, "").length;
      const left = text.slice(Math.max(0, start - 80), start);
      if (rule.needsPreposition?.(said) && !DEADLINE.test(left) && !ON.test(left)) return [];
      return [{ phrase: text.slice(start, end), start, end }];
    }),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((phrase, n) => !found.slice(0, n).some((other) => other.end >= phrase.end));
}

/**
 * The day that words standing in a sentence name there: "Friday" in "by next Friday" is part of a longer phrase, and
 * in "since Friday" it is no due date. Gives the phrase as the sentence has it, and null for a day it doesn't tell.
 */
export function resolveDueIn(
  sentence: string,
  words: { start: number; end: number },
  context: DueContext,
): { phrase: string; on: Day | null } {
  const whole = findDuePhrases(sentence).find(
    (found) => found.start <= words.start && found.end >= words.end,
  );
  const phrase = whole?.phrase ?? sentence.slice(words.start, words.end);
  const left = sentence.slice(Math.max(0, words.start - 80), words.start);
  const other =
    !whole && (NOT_DUE.test(left) || GOES_ELSEWHERE.test(sentence.slice(words.end, words.end + 40)));
  return { phrase, on: other ? null : resolveDue(phrase, context) };
}

const LEADING =
  /^(?:first thing(?: in the morning)?|due|deadline|eta|by|before|on|until|till|til|for|around|no later than|not later than|at the latest|ideally|hopefully|sometime|some time|latest|is|:|-|–)\s*(?=\W|\b)/i;
const TRAILING =
  /[\s,]+(?:at the latest|latest|at the very latest|if possible|or (?:sooner|earlier|before)|(?:at |by |@ ?)?(?:noon|midnight|lunch(?:time)?|\d{1,2}(?::\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}:\d{2})(?:\s(?:[A-Z]{1,2}T|[A-Z]ST|[A-Z]DT|UTC|GMT))?|(?:by |at )?(?:EOD|COB|end of (?:the )?day|end of business|close of business))$/i;
const LEADING_PART =
  /^(?:EOD|COB|(?:the\s+)?end of (?:the )?(?:day|business)|close of business|noon|\d{1,2}(?::\d{2})?\s?(?:am|pm))(?:,| on| of)?\s+(?=\S)/i;

type Candidate = { start: number; end: number; partOfDay: boolean };

const DEADLINE =
  /(?:^|[^\p{L}])(?:by|before|until|till|til|due|due on|no later than|deadline|deadline:|eta|eta:|within|for|in time for)[\s:]+(?:the\s+)?$/iu;
const ON = /(?:^|[^\p{L}])(?:on|around|is|:|-|–|—|\(|@)\s*$/iu;
const NOT_DUE =
  /(?:^|[^\p{L}])(?:last|past|previous|prior|every|each|every other|since|after|from|starting|starts|start|beginning|begins|as of|alternate|most|not before|between|earlier|later than|this past|the|so far|up to)\s+(?:the\s+)?$/iu;
const GOES_ELSEWHERE =
  /^(?:\s+(?:after|following|onwards?|ago|last|and after|through|thru|to\s+(?:mon|tue|wed|thu|fri|sat|sun|\d)|or\s+(?:so|two|three|mon|tue|wed|thu|fri|sat|sun|\d)|(?:of|(?:was|were|went|had|did)(?!\s+(?:I|you|we|he|she|it|they|any(?:one|body)|some(?:one|body)|every(?:one|body))\b))\b)|\s*[-–—]\s*(?:mon|tue|wed|thu|fri|sat|sun|\d)|\s+(?:floor|attempt|iteration|time|place|version|amendment|quarter|half|edition|century|year|grade|phase|round|person|one|party))/iu;

/** Whether a match in a sentence is about a time still to come; the candidate it makes, or none. */
function weigh(text: string, rule: DueRule, start: number, matchEnd: number): Candidate[] {
  const end = text[matchEnd - 1] === "." ? matchEnd - 1 : matchEnd;
  const match = text.slice(start, end);
  const left = text.slice(Math.max(0, start - 80), start);
  const deadline = DEADLINE.test(left) && !/(?:not|never)\s+(?:before|until)\s+$/i.test(left);
  if (rule.needsPreposition?.(match) && !deadline && !(ON.test(left) && endsThought(text, end))) return [];
  if (GOES_ELSEWHERE.test(text.slice(end, end + 40))) return [];
  if (!deadline && (NOT_DUE.test(left) || isPast(left) || opensReport(match, left, text.slice(end))))
    return [];
  if (!deadline && BELONGING.test(left) && ADJECTIVE.test(match)) return [];
  if (/^['’]s\b/.test(text.slice(end)) && !deadline) return [];
  const before = rule.stretch ? /\bbefore\s+$/i.exec(left)?.[0].length : 0;
  return [{ start: start - (before ?? 0), end, partOfDay: rule.partOfDay ?? false }];
}

// "that Monday email", "our 5 May release".
const BELONGING = /(?:^|\s)(?:that|our|his|her|their|my|your|an?)\s+$/i;
const ADJECTIVE = new RegExp(`^(?:${WEEKDAY}|${MONTH}|\\d)`, "iu");

function endsThought(text: string, end: number): boolean {
  return /^\s*(?:$|[.,;:!?)\]–—]|-\s|(?:at|and|so|but|or|if|then|we|I|EOD|morning|afternoon|evening)\b)/.test(
    text.slice(end),
  );
}

const AHEAD =
  /(?:^|[^\p{L}])(?:will|to|should|must|can|could|would|going|gonna|let['’]?s|needs?|shall|plans?|aim|target|wants?|may|might|scheduled|planned|expected|postponed|delayed|moved|pushed|supposed|action|todo|please)(?![\p{L}])|['’]ll\b/iu;
const BEHIND =
  /(?:^|[^\p{L}])(?:was|were|had|did|has|have|met|sent|went|came|got|said|told|made|took|ran|held|began|spoke|wrote|found|lost|left|broke|fell|\p{L}{2,}(?<!ne|fe|se|spe|emb|bre|wee)ed)(?![\p{L}])|['’]ve\b/iu;

/** Whether the words before a time tell of what has happened. */
export function isPast(left: string): boolean {
  const clause = left.split(/[.;!?]\s/).at(-1)!;
  return BEHIND.test(clause) && !AHEAD.test(clause);
}

/** "Today we talk about …" and "On 12 Feb the lease was signed" open a report; "at the end of the day" is an idiom. */
function opensReport(match: string, left: string, right: string): boolean {
  if (/^the end of the day$/i.test(match)) return /\bat\s$/i.test(left);
  if (!/^["'“‘\s]*(?:on\s+)?$/i.test(left) || right.trim() === "") return false;
  return /^(?:today|this\s+\p{L}+)$/iu.test(match) || isPast(right.slice(0, 80));
}

/** "EOD Friday" and "Friday EOD" are one phrase. */
function joinPartsOfDay(text: string, phrases: Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    const together =
      last &&
      (last.partOfDay || phrase.partOfDay) &&
      /^[\s,]*(?:on|by|of)?\s*$/i.test(text.slice(last.end, phrase.start));
    if (together)
      joined[joined.length - 1] = {
        start: last.start,
        end: phrase.end,
        partOfDay: last.partOfDay && phrase.partOfDay,
      };
    else joined.push(phrase);
  }
  return joined;
}
