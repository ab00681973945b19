/** Who a text says was there: `listed` as present, and `hosts`, the ones it names as moderator, scribe and the like. */
export type Attendees = { listed: string[]; hosts: string[] };

/** Reads the lists of attendees near the top of a text, in order. Who is listed as absent is in neither. */
export function readAttendeeList(text: string): Attendees {
  const list: Listing = { present: [], hosts: [], absent: [], ticked: [], unticked: [], into: null };
  for (const line of text.slice(0, 40_000).split("\n", MAX_LINES))
    readLine(line.slice(0, MAX_LINE).replace(/\s+/g, " "), list);
  const unticked = list.ticked.length ? list.unticked : [];
  const gone = new Set([...list.absent, ...unticked].map((name) => name.toLowerCase()));
  const here = (names: string[]) =>
    [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].filter(
      (name) => !gone.has(name.toLowerCase()),
    );
  return { listed: here(list.present), hosts: here(list.hosts) };
}

/** Splits "Grace, Ada + Bo" into names; what is no name is left out. */
export function splitNames(text: string): string[] {
  const plain = text.replace(/\((?!\s*@)[^()\n]*\)/g, " ");
  const between = plain.includes(";") ? /;/ : /,|&|\+|\||\/|\s-\s(?=@)|\band\b/;
  return plain.split(between).flatMap((name) => readName(name) ?? []);
}

type Listing = {
  present: string[];
  hosts: string[];
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
/** As Google Meet heads the names, which follow on the next line. */
const ALONE = /^(?:attendees|participants)$/i;
const WORDS = /^[\p{L}']+(?: [\p{L}']+)*/u;
const BULLET = /^\s*(?:[-*+•‣]|\d{1,3}[.)])\s+(?:\[([ xX])\]\s*)?(.*)$/;

function readLine(line: string, list: Listing) {
  const label = readLabelOf(line);
  const kind = label && kindOf(label, line);
  if (label && kind) return readLabel(label.inline, kind, list);
  const bullet = BULLET.exec(line);
  if (!list.into || !line.trim()) return;
  if (!bullet && isRowOfNames(line)) {
    list[list.into].push(...splitNames(line));
    list.into = null;
    return;
  }
  if (/^\s*#/.test(line) || (!bullet && !/^\s*@/.test(line))) list.into = null;
  else readEntry(bullet?.[1], bullet?.[2] ?? line, list);
}

/** "Harry Rook, Ann Lee": two or more names and nothing else. */
function isRowOfNames(line: string): boolean {
  const parts = line.split(",").length;
  return parts > 1 && !/[.:]/.test(line) && splitNames(line).length === parts;
}

type Label = { words: string; colon: boolean; inline: string };

/** "**Attendees (5)**: Ada, Bo" in its parts. Read step by step: one pattern for all of it would try every split of its spaces. */
function readLabelOf(line: string): Label | null {
  const bare = line.replace(/^[\s#>*_+-]+/, "");
  const words = WORDS.exec(bare)?.[0] ?? "";
  if (words.length < 4 || words.length > 30) return null;
  const marks = /^[\s*_]+/;
  const rest = bare
    .slice(words.length)
    .replace(marks, "")
    .replace(/^\([^)\n]{0,40}\)/, "")
    .replace(marks, "");
  const colon = rest.startsWith(":");
  return colon || rest === "" ? { words, colon, inline: rest.slice(1).replace(marks, "") } : null;
}

/** What a label begins: a list of people, or the name of one who plays a part. A label needs a colon or heading marks, or to stand alone. */
function kindOf({ words, colon }: Label, line: string): "present" | "absent" | "role" | null {
  const marked = colon || /^\s*(?:#|\*\*)/.test(line) || ALONE.test(line.trim());
  if (!marked) return null;
  if (PRESENT.test(words)) return "present";
  if (ABSENT.test(words)) return "absent";
  return ROLE.test(words) && colon ? "role" : null;
}

function readLabel(inline: string, kind: "present" | "absent" | "role", list: Listing) {
  const people = inline.replace(/(?<=\p{L}{2})[.!?]\s.*$/u, "");
  const names = splitNames(kind === "role" ? withoutCompany(people) : people);
  if (kind === "role") {
    list.hosts.push(...names);
    return;
  }
  list[kind].push(...names);
  list.into = inline.trim() ? null : kind;
}

function readEntry(box: string | undefined, entry: string, list: Listing) {
  const names = splitNames(withoutCompany(entry));
  if (names.length === 0) return;
  if (list.into) list[list.into].push(...names);
  if (box !== undefined) list[box === " " ? "unticked" : "ticked"].push(...names);
}

/** "Dana Weiss - Larkfield / Acme" without the companies. */
function withoutCompany(entry: string): string {
  return entry.replace(/\s+[-–—]\s+(?!@).*$/, "");
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
