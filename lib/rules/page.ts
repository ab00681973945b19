import { parseLines, type SourceLine } from "#lib/parsers/turns";
import { BOLD_LEVEL, type Heading, headingOf } from "#lib/rules/headings";
import { type NoteLine, readLine } from "#lib/rules/line";
import { type SectionKind, sectionKind } from "#lib/rules/sections";
import { type Tagged, tagOf } from "#lib/rules/tag-of";

/** What a line is: only `text` lines say things; `row` lines are rows of a table. */
export type LineRole = "text" | "heading" | "row" | "code" | "blank";

export type PageLine = NoteLine & {
  role: LineRole;
  section: SectionKind | null;
  tag: Tagged | null;
  /** The sub-heading a line stands under within its section, which may name an owner. */
  under: string;
  /** The bold line above, where it looks like the name of whoever says what follows. */
  voice: string;
  /** The nearest heading above that names a topic. */
  topic: string;
  /** Whether it goes on with the entry of a list that the line above is part of. */
  continues: boolean;
};

export type Page = { text: string; source: SourceLine[]; lines: PageLine[] };

type Open = {
  level: number;
  kind: SectionKind | null;
  title: string;
  marked: boolean;
  indent: number;
  numbered: boolean;
  /** Its own words say nothing of what it holds: a topic, or somebody's name. */
  topic: boolean;
  /** The first heading of all, whatever stands above it: what the whole page is called, and nothing that one part of it is about. */
  isTitle: boolean;
  listed: boolean;
};

/** Reads a text into lines that know what they are and under which heading they stand. Linear. */
export function readPage(text: string): Page {
  const source = parseLines(text);
  const head = (i: number) =>
    source[i] && text.slice(source[i].start, Math.min(source[i].end, source[i].start + 240));
  const rows = tableRows(source.length, head);
  const open: Open[] = [];
  let headed = false;
  let fenced = false;
  let blank = false;
  let entry = -1;
  const lines = source.map((span, i): PageLine => {
    const line = readLine(text, span);
    const raw = head(i)!;
    const fence = /^\s*(?:```|~~~)/.test(raw);
    if (fence) fenced = !fenced;
    const role = fence || fenced ? "code" : roleOf(raw, rows.has(i));
    const heading = role === "text" ? headingOf(raw, line, head(i + 1)) : null;
    if (heading) enter(open, heading, line, !headed);
    else if (role !== "blank") leave(open, line, blank);
    headed ||= heading !== null;
    blank = role === "blank";
    const continues = role === "text" && !heading && isContinued(line, entry);
    entry = continues ? entry : role === "text" && line.bullet ? line.indent : -1;
    const top = open.at(-1);
    const own = role === "text" && !heading ? labelled(line) : null;
    return {
      ...line,
      role: heading ? "heading" : role,
      section: own ?? top?.kind ?? null,
      tag: role === "text" && !heading ? tagOf(line) : null,
      under: top?.topic ? top.title : "",
      voice: top && isVoice(top) ? top.title.replace(/\s*\(.*$/, "") : "",
      continues,
      topic: open.findLast((o) => o.topic && !o.isTitle && !isVoice(o))?.title ?? "",
    };
  });
  return { text, source, lines };
}

/** `entry` is how deep the entry above stands, -1 where none does. */
function isContinued(line: NoteLine, entry: number): boolean {
  return entry >= 0 && !line.bullet && line.box === null && line.at === line.from && line.indent > entry;
}

/** "**Dana**" or "**Dana Weiss (support)**" above what she said. */
function isVoice({ title, level, topic }: Open): boolean {
  return (
    topic &&
    level === BOLD_LEVEL &&
    /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}(?: \([^()]{1,40}\))?$/u.test(title)
  );
}

function roleOf(raw: string, inTable: boolean): LineRole {
  if (inTable) return "row";
  return /^[-=_*~\s]*$/.test(raw) ? "blank" : "text";
}

/** The lines that are rows: those with an outer bar, and those around a line of dashes and bars. */
function tableRows(count: number, line: (i: number) => string | undefined): Set<number> {
  const rows = new Set<number>();
  for (let i = 0; i < count; i++) {
    const raw = line(i)!;
    const goesOn = rows.has(i - 1) && /^(?:\s{2,}\S|.*\|)/.test(raw);
    const rule = raw.includes("|") && /^[-\s|:+]*-[-\s|:+]*$/.test(raw);
    if (rule && i > 0) rows.add(i - 1);
    if (rule || goesOn || /^\s*\|/.test(raw)) rows.add(i);
  }
  return rows;
}

/** "Present: Ada, Bo" is a line of people wherever it stands. */
function labelled(line: NoteLine): SectionKind | null {
  const label = /^(?:\*\*|__)?([^:*_]{3,40}):/.exec(line.text);
  const kind = label ? sectionKind(label[1]!) : null;
  return kind === "people" || kind === "agenda" || kind === "past" ? kind : null;
}

function enter(open: Open[], heading: Heading, line: NoteLine, isFirst: boolean): void {
  while (open.length && open.at(-1)!.level >= heading.level) open.pop();
  const own = sectionKind(heading.title);
  const parent = open.at(-1);
  // A heading such as "Previous actions" with the agenda "under" it stands beside it, whatever its level.
  if (parent?.kind === "past" && (own === "agenda" || own === "people" || own === "summary"))
    parent.kind = null;
  const inherits = own === null && parent && parent.kind !== "summary";
  const kind = own ?? (inherits ? parent.kind : null);
  open.push({
    ...heading,
    kind,
    indent: line.bullet ? line.indent : -1,
    numbered: line.numbered,
    topic: own === null,
    isTitle: heading.level === 1 && isFirst,
    listed: false,
  });
}

/** A section that a mere line opened ends where its list or paragraph does. */
function leave(open: Open[], line: NoteLine, afterBlank: boolean): void {
  for (let top = open.at(-1); top && !top.marked; top = open.at(-1)) {
    const item = line.bullet || line.box !== null;
    const sibling = top.indent >= 0 && item && line.indent <= top.indent && line.numbered === top.numbered;
    const over = afterBlank && top.listed && !item && line.indent === 0;
    if (!sibling && !over) {
      top.listed = true;
      return;
    }
    open.pop();
  }
}
