import { findDuePhrases } from "#lib/grounding/due";
import { type Owned, ownerAtEnd, ownerAtHead } from "#lib/rules/owner";
import { isCommonWord, type People } from "#lib/rules/people";
import { plain, quoteEnd, statement, wordCount } from "#lib/rules/wording";

/** Something the rules found in a source: what it says, and the words that say it (offsets into the source). */
export type Found = {
  kind: "action" | "decision" | "question" | "summary" | "promise" | "deferred";
  text: string;
  person: string;
  /** Whom a promise was made to. */
  to?: string;
  due: string;
  start: number;
  end: number;
  /** 5 where a heading, tag, table or box says what it is; less for prose, the surer the more. */
  weight: number;
  /** Set where the same words also give a decision, beside which this stands. */
  beside?: boolean;
};

export const EXPLICIT = 5;

/** A stretch of the source with the same words, to be read as an item. `from` is where its quote begins. */
export type Stretch = { from: number; at: number; end: number };

/** Makes an action of a stretch that is known to be one. `persons` are who it is said of, where the words name nobody. */
export function actionFrom(
  source: string,
  stretch: Stretch,
  people: People,
  persons: string[] = [],
  weight = EXPLICIT,
): Found | null {
  const said = plain(source.slice(stretch.at, Math.min(stretch.end, stretch.at + 2000))).replace(NUMBER, "");
  const due = dueIn(source.slice(stretch.from, quoteEnd(source, stretch.from, stretch.end)));
  // "Renew it (Dana) by Friday": the owner stands at the end, but for the day.
  const owned = owner(said, people) ?? (due ? owner(withoutDue(said, due), people) : null);
  const names = owned?.names.length ? owned.names : persons.filter(Boolean);
  const found = asFound("action", source, stretch, orderOf(owned?.rest ?? said, names.slice(1), due), weight);
  return found && { ...found, person: names[0] ?? "", due };
}

/** Makes a decision, question or line of the summary of a stretch that is known to be one. */
export function pointFrom(
  kind: Found["kind"],
  source: string,
  stretch: Stretch,
  weight = EXPLICIT,
): Found | null {
  const said = source.slice(stretch.at, Math.min(stretch.end, stretch.at + 2000));
  const text = plain(said).replace(NUMBER, "");
  const decider = kind === "question" ? DECIDES.exec(text) : null;
  const found = asFound(kind, source, stretch, decider ? text.slice(0, decider.index) : text, weight);
  return found && { ...found, person: decider?.[1] ?? "" };
}

/** "… (Dana decides)", "… (Dana to find out)". */
const DECIDES =
  /\s*[([]\s*(@?\p{L}[\p{L}.'’ -]{1,40}?)\s+(?:decides|to\s+(?:decide|find\s+out|check|ask|answer)|will\s+(?:decide|find\s+out|check|ask|answer))\s*[)\]][.\s]*$/u;

function asFound(
  kind: Found["kind"],
  source: string,
  { from, end }: Stretch,
  said: string,
  weight: number,
): Found | null {
  const text = statement(said);
  if (saysNothing(text)) return null;
  return { kind, text, person: "", due: "", start: from, end: quoteEnd(source, from, end), weight };
}

/** "4.1:" or "12.3.1" before an item is its number. */
const NUMBER = /^[([]?\d{1,4}(?:\.\d{1,4})+[)\]]?[\s:.–—-]*(?=\p{L})/u;

function owner(said: string, people: People): Owned | null {
  const head = ownerAtHead(said, people);
  const doubtful =
    head?.by === "present" && !head.known && head.names.some((name) => isCommonWord(name, people));
  if (head && !doubtful && wordCount(head.rest) > 0) return head;
  return ownerAtEnd(said, people);
}

/** The order itself: no closing due phrase (it is kept apart), the other owners named at its end. */
function orderOf(rest: string, others: string[], due: string): string {
  const order = withoutDue(statement(rest), due);
  return others.length ? `${order} (with ${others.join(", ")})` : order;
}

/** A statement without the due phrase it ends with, where what is left is whole. */
export function withoutDue(text: string, due: string): string {
  const ending = [due, `${due})`].find((end) => due && text.toLowerCase().endsWith(end.toLowerCase()));
  if (ending === undefined) return text;
  const bare = text
    .slice(0, -ending.length)
    .replace(/[\s,;(–—-]+(?:(?:by|on|before|until|due|due by|for)\s*)?$/iu, "");
  return wordCount(bare) >= 2 && !LEANS.test(bare) ? bare : text;
}

/** A text that ends so needs what follows: "that the quote ends at". */
const LEANS =
  /\b(?:at|in|of|from|since|than|and|or|is|are|was|with|to|about|as|the|a|this|next|last|end|beginning|start|mid|between|through|during|after|per|every|ends?|starts?|begins?)$/iu;

/** A word or a figure that every due phrase has one of: most quotes have none, and need no closer look. */
const WHEN =
  /\d(?:st|nd|rd|th)\b|\d[./-]\d|\d:\d\d|\d\s?[ap]\.?m\b|\b[QH][1-4]\b|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|today|tomorrow|tonight|noon|midnight|morning|afternoon|evening|hour|hrs?\b|day|business|week|wk|fortnight|month|quarter|year|sprint|iteration|eo[a-z]\b|cob|summer|autumn|fall|winter|spring)|\d\s+(?:of\s+)?may\b|\bmay\s+\d|(?:next|this|following|coming|before|by|until|till|after|our|the)\s+(?:\S+\s+){0,2}(?:meeting|call|session|release|sync|standup|stand-up|retro|may)\b/i;

/** The words for when something is due: what follows "by" or "due" where there is such, or else what stands last. */
export function dueIn(quote: string): string {
  if (!WHEN.test(quote)) return "";
  const phrases = findDuePhrases(quote);
  const called = phrases.find(
    (p) =>
      /\b(?:by|before|until|due|deadline)\W*$/i.test(quote.slice(0, p.start)) ||
      /^(?:by|before|until|due)\b/i.test(p.phrase),
  );
  return (called ?? phrases.at(-1))?.phrase ?? "";
}

/** "None", "n/a", "TBD", a bare link or a single word is no item. */
function saysNothing(text: string): boolean {
  if (
    !/\p{L}{2}/u.test(text) ||
    /^(?:status|note|see|why|background)\s*:/i.test(text) ||
    /^(?:https?:\/\/\S+)$/i.test(text)
  )
    return true;
  if (
    wordCount(text) === 1 &&
    !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(text)
  )
    return true;
  return /^(?:none|nothing|n\/a|tbd|no (?:new )?(?:actions?|action items?|decisions?|questions?|items?))\b(?:\s+\S+){0,4}$/i.test(
    text,
  );
}
