import type { Stretch } from "#lib/rules/item";
import type { NoteLine } from "#lib/rules/line";

/** What a tag at the head of a line makes of it. A proposal is a decision only once it was agreed to. */
export type TagKind = "action" | "decision" | "question" | "proposal";

/** A tagged stretch: `from` is where the tag begins, `at` where what it says does. */
export type Tagged = Stretch & { kind: TagKind; person: string };

// A number after the tag ("ACTION 12.3"), an owner in brackets ("AI(Dana)"), then a colon, a dash or the end of the bold.
const AFTER =
  "(?:[ \\t]*#?\\d{1,4}(?:[.-]\\d{1,4})*)?(?:[ \\t]*[([]([^()\\[\\]\\n]{1,40})[)\\]])?(?:[ \\t]*(?:\\*\\*|__|\\])?[ \\t]*(?:[:\\uFF1A]+|[-–—](?=\\s))|[ \\t]*(?:\\*\\*|__|\\]))(?:\\*\\*|__|\\])?[ \\t]*";
const OPENING = "^[^\\p{L}\\p{N}\\s@#(<`-]{0,6}[ \\t]{0,4}(?:\\*\\*|__|\\[)?[ \\t]{0,4}";
const tag = (words: string, flags = "iu") => new RegExp(`${OPENING}(?:${words})${AFTER}`, flags);

const TAGS: [TagKind, RegExp][] = [
  [
    "proposal",
    tag(
      "(?:(?:pre|draft|pseudo|counter|revised|new|first|second)[- ])?(?:proposal|proposed(?: (?:resolution|decision))?|motion|straw ?poll|poll)(?: to [^:]{1,40})?",
    ),
  ],
  [
    "action",
    tag(
      "(?:new )?actions?(?: ?(?:items?|points?|required|needed))?|to-?dos?|tasks?|follow[- ]?ups?|next steps?",
    ),
  ],
  ["action", tag("AIs?|APs?|ARs?|TO ?DO", "u")],
  [
    "action",
    new RegExp(
      `${OPENING}(?:TODO|TO-DO|A(?:CTION|ction)(?: (?:ITEM|POINT|item|point))?|AI|AP|AR)[ \\t]+(?:(?:for|on)[ \\t]+)?(@?[\\p{L}][\\w.'’-]{0,30}(?: \\p{Lu}[\\w.'’-]{0,30})?)[ \\t]*:[ \\t]*(?=\\S)`,
      "u",
    ),
  ],
  ["action", new RegExp(`${OPENING}(?:TODO|TO-DO|ACTION)[ \\t]+(?=[\\p{Lu}@])`, "u")],
  [
    "decision",
    tag(
      "(?:decisions?|consensus)(?: (?:made|taken|reached))?|D(?=\\d)|decided|agreed|agreement|resolutions?|resolved|resolve|verdict|conclusion|approved|accepted|ruling",
    ),
  ],
  [
    "decision",
    new RegExp(
      `${OPENING}(?:DECISION|DECIDED|RESOLVED|AGREED|RESOLUTION),?[ \\t]+(?=(?:that |to )?\\p{L})`,
      "u",
    ),
  ],
  [
    "question",
    tag(
      "(?:open )?questions?(?: raised)?|(?:still )?open(?: (?:issue|point|item))?|tbd|tbc|to be (?:decided|discussed|confirmed)|unresolved|parked|parking(?: lot)?",
    ),
  ],
  ["question", tag("Q", "u")],
];
/** Tags that stand within a line: "… ACTION: Dana to fix it". Only in capitals, as nobody speaks like that. */
const WITHIN =
  /(?<=[\s(.;])(ACTION(?: ITEM)?|TODO|DECISION|AGREED|RESOLVED|RESOLUTION|QUESTION|AI(?=[ \t]?\())(?:[ \t]?\(([^()\n]{1,40})\))?[ \t]*:[ \t]*(?=\S)/u;
/** "[Dana][**ACTION**] renew it", "Dana: ACTION renew it": in brackets, or in capitals after a name, it needs no colon. */
const BOXED =
  /\[(?:\*\*|__)?(ACTION(?: ITEM)?|TODO|AI|AR|DECISION|AGREED|RESOLVED|QUESTION)(?:\*\*|__)?\](?:\*\*|__)?[ \t]*:?[ \t]*(?=\S)/u;
const AFTER_NAME = /(?<=^@?\p{Lu}[\p{L} .'’-]{1,40}:[ \t])(ACTION(?: ITEM)?|TODO|DECISION)[ \t]+(?=\S)/u;
/** "Renew it [ACTION: Dana]", "Renew it **AI Dana**". */
const CLOSING =
  /[ \t]+(?:[[(]|\*\*)(?:ACTION|Action|action|AI|AR|TODO)(?: (?:ITEM|item|point))?(?:[ \t]*[:–-][ \t]*|[ \t]+)(?:on[ \t]+|for[ \t]+)?(@?\p{L}[\p{L}'’.-]{1,30}(?: \p{Lu}[\p{L}'’.-]{0,30})?)(?:[\])]|\*\*)[.\s]*$/u;
const ONLY_NAME = /^\[?(@?\p{L}[\p{L}\p{N}_.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2})\]?[\s:,–-]*$/u;
const HASHTAG =
  /(?:^|\s)#(action|actionitem|todo|ai|decision|decided|agreed|accepted|resolved|question|openquestion)\b:?[ \t]*/iu;
const OF_HASHTAG: Record<string, TagKind> = {
  decision: "decision",
  decided: "decision",
  agreed: "decision",
  accepted: "decision",
  resolved: "decision",
  question: "question",
  openquestion: "question",
};

/** Reads the tag of a line; null where it has none. */
export function tagOf(line: NoteLine): Tagged | null {
  const end = line.at + line.text.length;
  const head = line.text.slice(0, 160);
  for (const [kind, pattern] of TAGS) {
    const found = pattern.exec(head);
    const at = line.at + (found?.[0].length ?? 0);
    if (found) return { kind, from: line.at, at, end, person: found[1]?.trim() ?? "" };
  }
  return hashtagOf(line, end) ?? tagBehind(line, end) ?? tagWithin(line, end);
}

function tagBehind({ at, text }: NoteLine, end: number): Tagged | null {
  const closing = CLOSING.exec(text.slice(-120));
  const stop = closing ? end - closing[0].length : end;
  return closing && stop > at ? { kind: "action", from: at, at, end: stop, person: closing[1]! } : null;
}

/** "Renew it by Friday #action" says it before the tag, "#action renew it" after. */
function hashtagOf({ at, text }: NoteLine, end: number): Tagged | null {
  const hash = text.includes("#") ? HASHTAG.exec(text) : null;
  if (!hash) return null;
  const kind = OF_HASHTAG[hash[1]!.toLowerCase()] ?? "action";
  const before = text.slice(0, hash.index).trim();
  const after = text.slice(hash.index + hash[0].length).trim();
  if (before.length > after.length) {
    const start = at + (/^.*[.!?]\s+(?=\S)/u.exec(before)?.[0].length ?? 0);
    return { kind, from: start, at: start, end: at + hash.index, person: "" };
  }
  const from = at + hash.index + hash[0].indexOf("#");
  return { kind, from, at: end - after.length, end, person: "" };
}

function tagWithin({ at, text }: NoteLine, end: number): Tagged | null {
  const head = text.slice(0, 160);
  const within = WITHIN.exec(text) ?? BOXED.exec(head) ?? AFTER_NAME.exec(head);
  if (!within) return null;
  const word = within[1]!;
  const kind = /^(?:ACTION|TODO|A[IR])/.test(word) ? "action" : word === "QUESTION" ? "question" : "decision";
  // "@dana ACTION: renew it": all that stands before is whose it is.
  const before = kind === "action" ? ONLY_NAME.exec(text.slice(0, within.index)) : null;
  const from = before ? at : at + within.index;
  const person = within[2]?.trim() ?? before?.[1] ?? "";
  return { kind, from, at: at + within.index + within[0].length, end, person };
}
