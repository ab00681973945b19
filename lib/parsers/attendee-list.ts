/** Names that a text lists as present, as written there, in order, without those listed as absent. */
export function readAttendeeList(text: string): string[] {
  const list: Listing = { present: [], absent: [], ticked: [], unticked: [], into: null };
  for (const line of text.slice(0, 40_000).split("\n", MAX_LINES)) readLine(line.slice(0, MAX_LINE), list);
  const unticked = list.ticked.length ? list.unticked : [];
  const gone = new Set([...list.absent, ...unticked].map((name) => name.toLowerCase()));
  const seen = new Set<string>();
  return list.present.filter((name) => {
    const key = name.toLowerCase();
    return !gone.has(key) && !seen.has(key) && seen.add(key);
  });
}

/** Splits "Grace, Ada + Bo" into names; what is no name is left out. */
export function splitNames(text: string): string[] {
  const between = text.includes(";") ? /;/ : /,|&|\+|\||\/|\s-\s(?=@)|\band\b/;
  return text.split(between).flatMap((name) => readName(name) ?? []);
}

type Listing = {
  present: string[];
  absent: string[];
  ticked: string[];
  unticked: string[];
  /** Where names in the list that is being read belong; null outside of lists. */
  into: "present" | "absent" | null;
};

const MAX_LINES = 150;
const MAX_LINE = 600;
const PRESENT =
  /^(?:(?:\p{L}+ )?(?:attendees?|attending|attendance|participants?|members|visitors|guests)|present|also present|there|in attendance|in the room|on the call|who was there|who's here|invitees)$/iu;
const ABSENT =
  /^(?:regrets|absent|absentees?|apologies|not present|missing|excused|declined|unable to attend|away)$/i;
const ROLE =
  /^(?:host|chair|chairs|facilitator|moderator|scribe|secretary|note ?taker|minutes by|notes|notes by|lead)$/i;
const LABEL = /^[\s#>*_+-]*([\p{L}' ]{4,30}?)[\s*_]*(?:\([^)\n]{0,40}\))?[\s*_]*(:|$)[\s*_]*(.*)$/u;
const BULLET = /^\s*(?:[-*+•‣]|\d{1,3}[.)])\s+(?:\[([ xX])\]\s*)?(.*)$/;

function readLine(line: string, list: Listing) {
  const label = LABEL.exec(line);
  const kind = label ? kindOf(label[1]!, line, label[2]!) : null;
  if (label && kind) return readLabel(label[3]!, kind, list);
  const bullet = BULLET.exec(line);
  if (!list.into || !line.trim()) return;
  if (/^\s*#/.test(line) || (!bullet && !/^\s*@/.test(line))) list.into = null;
  else readEntry(bullet?.[1], bullet?.[2] ?? line, list);
}

/** What a label begins: a list of people, or the name of one who plays a part. A label needs a colon or heading marks. */
function kindOf(label: string, line: string, colon: string): "present" | "absent" | "role" | null {
  const words = label.trim();
  const marked = colon === ":" || /^\s*(?:#|\*\*)/.test(line);
  if (!marked) return null;
  if (PRESENT.test(words)) return "present";
  if (ABSENT.test(words)) return "absent";
  return ROLE.test(words) && colon === ":" ? "role" : null;
}

function readLabel(inline: string, kind: "present" | "absent" | "role", list: Listing) {
  const names = splitNames(inline.replace(/[.!?]\s.*$/, ""));
  if (kind === "role") {
    list.present.push(...names);
    return;
  }
  list[kind].push(...names);
  list.into = names.length ? null : kind;
}

function readEntry(box: string | undefined, entry: string, list: Listing) {
  const names = splitNames(entry);
  if (names.length === 0) return;
  if (list.into) list[list.into].push(...names);
  if (box !== undefined) list[box === " " ? "unticked" : "ticked"].push(...names);
}

const NOBODY =
  /^(?:n\/?a|none|nobody|all|everyone|everybody|team|the team|tbd|tba|others?|guests?|meeting not public)$/i;

/** A name without bullet, emphasis, link, company and remark; "David (@dw)" keeps its handle. */
function readName(entry: string): string | null {
  const bare = entry
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}(?=\W|$)/g, "")
    .replace(/\s+(?:[-–—]|from)\s.*$/, "")
    .replace(/[.:]+\s*$/, "")
    .trim();
  const handle = /@[\w.-]{2,40}/.exec(bare)?.[0];
  const name = bare
    .replace(/\([^)\n]*\)?|@[\w.-]{2,40}|[[\]]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!name) return handle ?? null;
  const ok =
    name.length >= 2 &&
    name.length <= 60 &&
    name.split(" ").length <= 5 &&
    /^\p{L}[\p{L}\p{M}\d .'’_-]*$/u.test(name);
  if (!ok || NOBODY.test(name)) return null;
  return handle ? `${name} (${handle})` : name;
}
