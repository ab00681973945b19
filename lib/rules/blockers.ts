import { splitSentences } from "#lib/grounding/sentences";
import { labelKind } from "#lib/parsers/update-labels";
import { readUpdateItems, type UpdateItem } from "#lib/parsers/update-parts";
import { hindranceIn, isAboutCode, isOver, type Strength } from "#lib/rules/implicit-blockers";
import { denialIn } from "#lib/rules/none-said";
import { waitsForIn } from "#lib/rules/waits-for";
import { quoteEnd, wordCount } from "#lib/rules/wording";
import type { FoundBlocker } from "#lib/workflows/define";

/** Beyond that, a text is no stand-up. */
const MOST = 300;

/** What is in the way of whoever wrote an update, in the order of the text; of each person in a whole team's. Linear. */
export function findBlockers(text: string): FoundBlocker[] {
  const found: FoundBlocker[] = [];
  for (const items of byPerson(readUpdateItems(text))) {
    for (const blocker of ofPerson(text, items)) {
      if (found.length >= MOST) return found;
      found.push(blocker);
    }
  }
  return found;
}

/** Whether an update says in so many words that nothing is in the way, whatever else it says. */
export function saysNoBlockers(text: string): boolean {
  return denies(readUpdateItems(text));
}

function byPerson(items: UpdateItem[]): UpdateItem[][] {
  const groups: UpdateItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last[0]!.person === item.person) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

function ofPerson(text: string, items: UpdateItem[]): FoundBlocker[] {
  const none = denies(items);
  // "Blockers: none" and "Help needed: a review of #12" is nobody who can't go on.
  const denied = items.some((item) => isField(item) && !item.wide && isDenial(item.text));
  const said = withoutDetails(items.filter((item) => !(denied && item.wide && isField(item))));
  return said
    .flatMap((item, i) => {
      if (isField(item)) return inField(text, item, said[i + 1]);
      // What somebody wrote into the very field counts; what goes against it is a contradiction.
      return denied ? [] : implied(text, item, none);
    })
    .toSorted((a, b) => a.start - b.start);
}

/** Below an entry that is a sentence stands more about it; below a few words, what they are the title of. */
function withoutDetails(items: UpdateItem[]): UpdateItem[] {
  let above = Number.POSITIVE_INFINITY;
  return items.filter((item) => {
    if (!isField(item)) return true;
    if (item.depth > above) return false;
    const isTitle = item.parent && (wordCount(item.text) <= TITLE || /[:?]\W*$/.test(item.text));
    above = item.parent && !isTitle ? item.depth : Number.POSITIVE_INFINITY;
    return !isTitle;
  });
}

/** Words of a title. */
const TITLE = 3;

function isField(item: UpdateItem): boolean {
  return item.part === "blockers" && item.labelled;
}

function denies(items: UpdateItem[]): boolean {
  return items.some((item) =>
    isField(item)
      ? isDenial(item.text)
      : splitSentences(item.text).some(({ start, end }) => SAYS_NONE.test(item.text.slice(start, end))),
  );
}

function isDenial(text: string): boolean {
  const denial = denialIn(text);
  return denial !== null && denial.exceptAt === -1;
}

const SAYS_NONE =
  /(?:^|[,;:(–—-] ?|\band )\W*(?:(?:i have |there are |i['’]ve got |currently |still |today |luckily |so )?(?:no|zero|0|without any?) (?:\w+ )?(?:blockers?|impediments?|roadblocks?|obstacles?|blocking issues)\b|nothing(?:['’]s| is)? (?:\w+ )?(?:blocking|in (?:my|the|our) way|blocked|holding me|to (?:report|flag)|i need)|(?:i['’]?m |we['’]?re |i am )?not blocked\b|blockers?\W{1,4}(?:none|no|nope|n\/a|nothing)\b)(?! (?:except|other than|apart|besides|but))/iu;

/** What a field for blockers holds is one, whatever its words; but for a denial, and for what is said to be over. */
function inField(text: string, item: UpdateItem, next: UpdateItem | undefined): FoundBlocker[] {
  if (!/[\p{L}\p{N}]/u.test(item.text)) return [];
  const denial = denialIn(item.text);
  if (denial) return ofDenial(text, item, denial.exceptAt, denial.remarkAt);
  if (SETTLED.test(item.text.slice(0, 600))) return [];
  if (YES.test(item.text)) return next && isField(next) ? [] : [blocker(text, item.from, item.end, false)];
  return [blocker(text, item.start, item.end, false)];
}

const YES = /^\W*(?:yes|yep|yeah|yup|a bit|kind of|sort of|sadly|unfortunately|partially|somewhat)\W*$/i;
const SETTLED =
  /^(?!.*\b(?:still|currently|need)\b)(?:\W*not? (?:\w+ ){0,2}(?:blocked|blocking|blockers?)\b|.*(?:\bnot (?:blocked |stuck )?any ?more\b|\bno longer (?:blocked|blocking|stuck|waiting|an issue)\b|\b(?:resolved|solved|sorted|unblocked|fixed) (?:now|already|today|this morning|yesterday|since)\b|\b(?:now|since|already|all) (?:resolved|solved|sorted|unblocked|fixed)\b)|\W*~~.*~~\W*$|\W*(?:resolved|solved|unblocked)\b)/isu;

function ofDenial(text: string, item: UpdateItem, exceptAt: number, remarkAt: number): FoundBlocker[] {
  if (exceptAt >= 0) return [blocker(text, item.start, item.end, false)];
  if (remarkAt < 0) return [];
  return hindrance(remarkOf(item.text, remarkAt)) === "firm"
    ? [blocker(text, item.start + remarkAt, item.end, false)]
    : [];
}

/** What is said after a denial; nothing where it only says again what was asked: "N/A (what I'm stuck on)". */
function remarkOf(text: string, remarkAt: number): string {
  const remark = remarkAt < 0 ? "" : text.slice(remarkAt, remarkAt + LONGEST);
  return /^\W*(?:what|where|things?)\b/i.test(remark) && labelKind(remark.replace(/[()]/g, "")) ? "" : remark;
}

function implied(text: string, item: UpdateItem, none: boolean): FoundBlocker[] {
  return sentencesOf(item).flatMap(({ start, end }) => {
    const sentence = text.slice(start, Math.min(end, start + LONGEST));
    // "Haven't run into any issues" tells of none.
    const denial = denialIn(sentence);
    const strength = hindrance(denial?.exceptAt === -1 ? remarkOf(sentence, denial.remarkAt) : sentence);
    const counts = strength === "firm" || (strength === "soft" && !none && item.part !== "done");
    return counts ? [blocker(text, start, end, true)] : [];
  });
}

/** Units of a sentence that are read. */
const LONGEST = 600;
const CLAUSES =
  /[,;]?\s+(?:but|however|though|although)\s+|;\s+|\s[–—-]{1,2}\s|,?\s+and\s+(?=(?:(?:is|am|are|it['’]s|now|i['’]?m) )?(?:still|waiting|stuck|blocked|can['’]?t|cannot|need)\b)|,\s+(?=(?:(?:it['’]s|i['’]?m|which is|now|that['’]s|is) )?(?:still|waiting|awaiting|pending|can['’]?t|cannot|blocked|stuck|need|depends|(?:some )?(?:issues?|problems?|trouble) (?:with|in|on|getting)|(?:hit|ran into|encountered|faced|had (?:issues|problems|trouble))(?! by))\b)|\s\((?=still|waiting|awaiting|pending|blocked|need)/iu;

/** How plainly a sentence says that something is in its writer's way now; null where it does not, or takes it back. */
export function hindrance(words: string): Strength | null {
  const sentence = words.slice(0, LONGEST);
  if (THWARTED.test(sentence) && !isOver(sentence)) return "soft";
  if (!hindranceIn(sentence)) return null;
  const clauses = sentence.split(CLAUSES).filter(Boolean);
  const said = clauses.map((clause) => {
    const found = hindranceIn(clause);
    return found && !isOver(clause) && !isAboutCode(clause, found.at) ? found.strength : null;
  });
  const last = said.findLastIndex((strength) => strength !== null);
  // "Stuck all morning, but Bo fixed it": what comes after takes it back.
  if (last === -1 || clauses.slice(last + 1).some((clause) => isOver(clause))) return null;
  return said.includes("firm") ? "firm" : "soft";
}

/** "Wanted to onboard her but the contract …": what comes between somebody and their plan. */
const THWARTED =
  /^\W*(?:(?:i|we|today|yesterday|also|and|so) )*(?:(?:really )?(?:want|hop|mean|plan|tri)(?:ed|t) to|(?:was|were) (?:going|supposed|meant|about|hoping|planning) to|(?:would|['’]d|i['’]d) (?:love|like|have loved|have liked) to|should have)\b[^.]{3,200}?(?:,|\s)(?:but|only|except|however|unfortunately|sadly)\b(?! (?:happy|fine|glad|decided|then|now|it (?:works|is done)|ended|instead|got|did|i (?:did|got|decided)))/i;

function sentencesOf(item: UpdateItem): { start: number; end: number }[] {
  return splitSentences(item.text).map(({ start, end }) => ({
    start: item.start + start,
    end: item.start + end,
  }));
}

function blocker(text: string, start: number, end: number, implicit: boolean): FoundBlocker {
  const stop = quoteEnd(text, start, Math.min(end, start + LONGEST_QUOTE));
  const quote = text.slice(start, stop);
  return { quote, start, end: stop, implicit, waitsFor: waitsForIn(quote) };
}

/** Units that sixty words can hardly exceed. */
const LONGEST_QUOTE = 1200;
