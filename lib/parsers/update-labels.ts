import { pictureOf } from "#lib/parsers/update-pictures";
import { ASKS, asksOn, asksUs, questionKind } from "#lib/parsers/update-questions";

/** What a part of an update holds: what was done, what comes next, what is in the way, or none of these. */
export type PartKind = "done" | "next" | "blockers" | "other";

/** A label at the head of a line. `length` is what it takes up, its sign included; `alone` where nothing follows. */
export type Label = { part: PartKind; length: number; alone: boolean };

const words = (list: string) => new Set(list.split(/\s+/));
const BLOCKED = words(
  `block blocked blocker blockers blocking blockage blockages blocken blocks impediment impediments impeded stuck struck roadblock
  roadblocks obstacle obstacles hurdle hurdles bottleneck bottlenecks hindrance hindrances showstopper showstoppers
  stoppers stopper blockades sticking limiting barrier barriers hangup hangups hang snag snags setback setbacks holdup holdups delays friction`,
);
/** These announce blockers where nothing beside them says otherwise: "Issues", but not "Issues closed". */
const TROUBLE = words(
  `challenge challenges issue issues problem problems concern concerns risk risks waiting dependency dependencies
  struggle struggles struggling difficulties unresolved pain pending awaiting input inputs help helps trouble troubles worries worry headaches headache pains gotchas constraints
  constraint escalation escalations support assistance limitations limitation difficulty hiccup hiccups complications
  obstructions frustrations hitches bumps uncertainties stumbling`,
);
/** The same as people misspell them: in a label, what begins so is nothing else. */
const BLOCKED_SO =
  /^(?:imped\w{2,7}|road ?bl\w{2,6}|obst[aei]\w{2,6}|hinde?ran\w{2,4}|(?:blo(?:c|k|ck|kc)|bloack|bolck|blcok)\w{1,4})$/;
const TROUBLE_SO = /^(?:ch[ae]l+[ae]n\w{1,5}|dif+[iu]c\w{2,8}|is+[ue]{1,2}s?|probl?\w{1,2}ms?)$/;
/** "Issues faced yesterday": trouble that was met, whenever. */
const MET = /\b(?:faced|facing|encounter\w*|experienc\w+|ran into|run into|had)\b(?!.*\b(?:re)?solved\b)/;
const DONE = words(
  `yesterday done did completed finished accomplished accomplishment accomplishments achieved achievements previously
  previous last past progress shipped closed merged delivered wins resolved worked got`,
);
const NEXT = words(
  `today next plan plans planned planning tomorrow doing todo todos upcoming now focus current currently wip ongoing
  working goals goal will priorities`,
);
const OTHER = words(
  `notes note misc miscellaneous other others fyi mood feeling feelings feel links link meetings meeting ooo pto
  availability announcements announcement kudos thanks questions question retro learnings comments comment
  ask asks energy health sentiment vacation shoutouts shoutout agenda callouts`,
);
const FILLER = words(
  `the a an my our your i we am is are was on by with for of to and or any some what whats this these it in at since
  day days week weeks sprint standup time times 24 24h 48 hours h status up step steps thing things item items work
  need needs needed wanted open key main new so far im ill me you us way anything something from were be been have had
  do that tasks task list major callout requests yet there here today pain points point red flags flag currently still right external internal anyone
  team teams others somebody someone if faced facing encountered encountering experienced occurred identified raised
  reported existing possible potential ran into run overcome technical known outstanding personal project individual
  anticipated expected foreseen factors areas todays road ups speed`,
);

/** What a phrase of a few words announces; null where one of its words belongs to no label. */
export function labelKind(phrase: string): PartKind | null {
  if (phrase.length > LONGEST) return null;
  const said = phrase
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(ORDINAL, "")
    .replace(/\([^()]*\)?/g, " ")
    .replace(/\bto[- ]do\b/g, "todo");
  if (/\bin progress\b/.test(said)) return "next";
  if (/^\W*red flags?\W*$/.test(said)) return "blockers";
  const parts = said.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (parts.length === 0) return null;
  const asked = questionKind(said, parts.length);
  if (asked) return asked;
  if (parts.length > 8) return null;
  if (parts.length <= 4 && BLOCKED_NOUN.test(said)) return "blockers";
  if (IN_THE_WAY.test(said)) return "blockers";
  const has = (set: Set<string>) => parts.some((word) => set.has(word));
  const known = (word: string) =>
    [BLOCKED, TROUBLE, DONE, NEXT, OTHER, FILLER].some((set) => set.has(word)) ||
    BLOCKED_SO.test(word) ||
    TROUBLE_SO.test(word);
  if (!parts.every(known)) return null;
  if (has(BLOCKED) || parts.some((word) => BLOCKED_SO.test(word)))
    return has(words("resolved closed previous previously")) ? "done" : "blockers";
  if ((has(TROUBLE) && MET.test(said)) || parts.some((word) => TROUBLE_SO.test(word) && !TROUBLE.has(word)))
    return "blockers";
  // "Progress and issues" is of both.
  if (has(DONE))
    return has(words("issues problems challenges difficulties concerns")) && /\band\b|[&/+]/.test(said)
      ? "other"
      : "done";
  if (has(TROUBLE)) return "blockers";
  if (has(NEXT)) return "next";
  return has(OTHER) ? "other" : null;
}

/** "Q3:", "3 -": what a form counts its questions by. */
const ORDINAL = /^\W{0,3}(?:(?:q|question) ?\d{1,2}|q(?:uestion)?(?=:)|\d{1,2}(?=\s?[.):–-]))\s?[.):–-]?\s?/i;
/** Whatever they are called: "Release blockers", but not "Resolved blockers". */
const BLOCKED_NOUN =
  /^(?!\W*(?:no|without|zero|not|resolved|closed|previous\w*|past|old|former|\w+(?:ed|ing))\b)(?:[\p{L}'/&-]+ ){1,3}(?:blockers?|impediments?|obstacles?|roadblocks?|hurdles?|hindrances?|bottlenecks?|showstoppers?|barriers)\W*$/u;
/** Labels that are phrases: "Where I'm stuck", "Holding me up", "What stands in my way", "Waiting on". */
const IN_THE_WAY =
  /^(?:\W*(?:what|where|who|things?|stuff|anything|still|im|i am|is|are|thats|thing|currently|whats))*\W*(?:(?:stand(?:s|ing)? |getting |gets |got )?in (?:my|the|our|your) way|(?:hold|slow|block|stopp?|keep|prevent|hinder|bother)(?:s|ing)? (?:me|us|you)(?: (?:up|back|down|from(?: \w+){1,3}))?|(?:stuck|blocked|waiting|held up|hung up)(?: (?:on|by|for|with|at))?(?: (?:others?|someone|somebody|people))?|(?:struggl|fight|wrestl|battl)ing with|(?:cant|cannot) (?:go on|proceed|continue|move)(?: \w+){0,3}|(?:i |we )?needs?(?: (?:from|help|attention)(?: \w+){0,3})?|(?:still )?(?:missing|lacking|outstanding)|not (?:working|progressing|moving|possible))\W*$/;

/** A line beyond that has its label, if any, at its head. */
const LONGEST = 160;
const OPEN = String.raw`(?:\*\*|__|\*|_|~|\[|\(|#|:|<\w{1,6}>)?`;
const SIGNED =
  /^([^:?=|<\n]{1,140}?)(?:\*\*|__|\*|_|\]|\)|<\/\w{1,6}>)?(?::(?!\/\/|\w+:)(?:\*\*|__|\*|_|<\/\w{1,6}>)?|\s=|\s?(?:->|=>|→)|\?(?:\*\*|__|\*|_)?:?)[ \t]*/u;
const DASHED = /^([\p{L}][\p{L} '’/]{1,40}?)(?:\*\*|__|\*|_)?[ \t]+(?:[-–—]{1,2})[ \t]+(?=\S)/u;
const ENCLOSED =
  /^(?:\*\*([^*\n]{2,80})\*\*|__([^_\n]{2,80})__|\*([^*\n]{2,80})\*|_([^_\n]{2,80})_|\[([^\]\n]{2,40})\])[ \t]*:?[ \t]*(?:[-–—][ \t]+)?/u;
const OPENING = new RegExp(`^${OPEN}`);
const LETTERS: Record<string, PartKind> = {
  Y: "done",
  T: "next",
  B: "blockers",
  P: "done",
  D: "done",
  N: "next",
};
const BOXED_LETTER = /^(?:\*\*([YTBPDN]):?\*\*|\*([YTBPDN]):?\*|\[([YTBPDN])\]|\(([YTBPDN])\)):?[ \t]+/;
const LETTER = /^(?:\*\*|\*)?(?:([YTBPDN])(?:\*\*|\*)?[ \t]*(?::|=|-|–|\)|\.)|([ytb]):)(?:\*\*|\*)?[ \t]+/;

/**
 * The label at the head of what a line says, its bullet read off; null where it has none. `bullet` says whether it had
 * one: a bare word in a list is an entry as often as a label.
 */
export function labelAt(said: string, bullet: boolean): Label | null {
  const head = said.slice(0, LONGEST);
  const sign = pictureOf(head);
  const at = sign?.length ?? 0;
  const rest = head.slice(at);
  const found = written(rest, bullet, said.length - at <= LONGEST);
  if (found) return finish(found.part, at + found.length, said);
  return sign?.part ? finish(sign.part, at, said) : null;
}

function finish(part: PartKind, length: number, said: string): Label {
  const rest = said.slice(length).trim();
  const alone = rest === "" || (/\?\W*$/.test(said.slice(0, length)) && asksOn(rest));
  return { part, length: alone ? said.length : length, alone };
}

function written(head: string, bullet: boolean, whole: boolean): { part: PartKind; length: number } | null {
  const letter = LETTER.exec(head);
  if (letter) return { part: LETTERS[(letter[1] ?? letter[2])!.toUpperCase()]!, length: letter[0].length };
  const boxed = BOXED_LETTER.exec(head);
  const boxedLetter = boxed?.slice(1).find((group) => group !== undefined);
  if (boxed && boxedLetter) return { part: LETTERS[boxedLetter]!, length: boxed[0].length };
  const enclosed = ENCLOSED.exec(head);
  const inside = enclosed?.slice(1).find((group) => group !== undefined);
  const marked = inside ? labelKind(inside.replace(/[\s:]+$/, "")) : null;
  if (enclosed && marked) return { part: marked, length: enclosed[0].length };
  const open = OPENING.exec(head)![0].length;
  const skip = open + (ORDINAL.exec(head.slice(open))?.[0].length ?? 0);
  for (const pattern of [SIGNED, DASHED]) {
    const found = pattern.exec(head.slice(skip));
    const asks = found?.[0].includes("?") ? "?" : "";
    const part = found && labelKind(found[1]! + asks);
    if (part && (asks === "" || isAsked(found[1]!))) return { part, length: skip + found[0].length };
  }
  return whole ? bare(head, bullet) : null;
}

/** "Any blockers?", "Blocked?" ask; "Blocked on the review?" is what somebody says. */
function isAsked(phrase: string): boolean {
  return phrase.split(/\s+/).length <= 2 || ASKS.test(phrase.toLowerCase());
}

/** In a list, a bare "Open issue" is an entry. */
const STRONG =
  /\b(?:block\w*|impediments?|roadblocks?|obstacles?|stuck|yesterday|today|tomorrow|done|next|completed|planned|previously)\b/i;

/** A line that is nothing but a label: "Blockers", "What I did yesterday". */
function bare(head: string, bullet: boolean): { part: PartKind; length: number } | null {
  const phrase = head.replace(/<\/?\w{1,6} ?\/?>/g, "").trim();
  const count = phrase.split(/\s+/).length;
  const part = labelKind(phrase);
  if (part && asksUs(phrase.toLowerCase(), count)) return { part, length: head.length };
  if (count > (bullet && !/^what/i.test(phrase) ? 2 : 7) || /[.,;!]$/.test(phrase)) return null;
  if (!part || (bullet && (part === "other" || !STRONG.test(phrase)))) return null;
  if (!/^(?:[\p{Lu}\p{S}*_#]|wh(?:at|ere)\b)/u.test(phrase) && (count > 2 || part === "other")) return null;
  return { part, length: head.length };
}

const INLINE =
  /(?<=[\s.;,|/(•·*_>–—-])(?:\*\*|\*|_)?(?:(?:what i (?:did|will do) )?(?<word>yesterday|today|tomorrow|done|did|doing|next(?: up)?|plan(?:s|ned)?|blocked|blockers?|blocking|impediments?|obstacles?|roadblocks?|stuck|issues|challenges|help needed)|(?<letter>[YTBPDN]))(?:\*\*|\*|_)?[ \t]*(?::(?!\/\/)|->|=>|→|\?(?=\s|$)|[ \t][-–—](?=[ \t]))(?:\*\*|\*|_)?/giu;
/** Any words from the beginning of a sentence to a sign. */
const PHRASED =
  /(?<=[.!?;|)] {1,2})(?:\*\*|\*|_)?(?:(?<word>\p{L}[\p{L} '’/-]{2,40}?)(?:\*\*|\*|_)?:(?!\/\/)|(?<asked>\p{L}[\p{L} '’/-]{2,100}\?))(?:\*\*|\*|_)?/gu;

/** A letter set off by its type alone: "**Y** the menu **B** the address". */
const BOLD = /(?<=\s)\*{1,2}(?<letter>[YTBPDN])\*{1,2}(?=\s)/gu;

/** The labels within a line that opens with one, or that has several: "Y: … T: … B: none". Offsets are those of the line. */
export function inlineLabels(line: string, opens: boolean): { part: PartKind; at: number; end: number }[] {
  const found = new Map<number, { part: PartKind; at: number; end: number; letter: boolean }>();
  for (const label of [...line.matchAll(INLINE), ...line.matchAll(PHRASED), ...line.matchAll(BOLD)]) {
    const { letter, word, asked } = label.groups!;
    if (/\b(?:no|without|zero|not)\s$/i.test(line.slice(0, label.index))) continue;
    if (letter && letter !== letter.toUpperCase()) continue;
    const part = letter ? LETTERS[letter]! : labelKind((word ?? asked)!);
    const end = label.index + label[0].length;
    if (part) found.set(end, { part, at: label.index, end, letter: letter !== undefined });
  }
  const all = [...found.values()].toSorted((a, b) => a.at - b.at);
  // "I got nowhere with it yesterday: the files are encrypted" has no label.
  const spelled = all.some(
    ({ letter, at }) =>
      !letter &&
      (/^[*_]*\p{Lu}/u.test(line.slice(at, at + 4)) ||
        /[^\p{L}\p{N}\s]\s*$/u.test(line.slice(Math.max(0, at - 3), at))),
  );
  const kept = all.filter(({ letter }) => !letter || opens || all.length > 1);
  return opens || spelled || kept.length > 1 ? kept : [];
}
