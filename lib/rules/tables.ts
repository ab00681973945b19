import { actionFrom, type Found, pointFrom } from "#lib/rules/item";
import type { Page, PageLine } from "#lib/rules/page";
import type { People } from "#lib/rules/people";
import { plain, wordCount } from "#lib/rules/wording";

type Cell = { start: number; end: number; text: string };
type Column = "what" | "owner" | "due" | "status" | "reference" | null;
type Layout = { kind: "action" | "decision" | "question"; columns: Column[] };

/** Reads tables of actions, decisions and questions, whatever the order of their columns. */
export function fromTables(page: Page, people: People): Found[] {
  const found: Found[] = [];
  let layout: Layout | null = null;
  let inTable = false;
  for (const line of page.lines) {
    if (line.role !== "row") {
      inTable = false;
      continue;
    }
    const row = cells(page.text, line);
    if (!inTable) layout = layoutOf(row, line);
    else if (layout && row.some((c) => /\p{L}/u.test(c.text)))
      found.push(...readRow(page.text, row, layout, people));
    inTable = true;
  }
  return found;
}

function cells(source: string, line: PageLine): Cell[] {
  const from = source.lastIndexOf("\n", line.at - 1) + 1;
  const raw = source.slice(from, line.at + line.text.length);
  const row: Cell[] = [];
  let start = /^\s*\|/.exec(raw)?.[0].length ?? 0;
  while (start < raw.length) {
    let bar = raw.indexOf("|", start);
    while (bar > 0 && raw[bar - 1] === "\\") bar = raw.indexOf("|", bar + 1);
    const end = bar === -1 ? raw.length : bar;
    const inner = raw.slice(start, end);
    const lead = inner.length - inner.trimStart().length;
    row.push({ start: from + start + lead, end: from + start + inner.trimEnd().length, text: plain(inner) });
    start = end + 1;
  }
  return row;
}

const HEADS: [Exclude<Column, null>, RegExp][] = [
  ["status", /^(?:status|state|progress|done\??|completed?)$/i],
  ["due", /\b(?:due|deadline|when|eta|target|date|by when)\b|^by$/i],
  ["owner", /\b(?:owners?|who|assignees?|assigned|responsible|lead|person|dri|by whom)\b/i],
  ["reference", /^(?:#|no\.?|nr\.?|id|ref\.?|number|video.*|link|comments?|notes?|topic|priority)$/i],
  [
    "what",
    /\b(?:actions?|tasks?|items?|what|descriptions?|to-?dos?|decisions?|resolutions?|questions?|issues?|outcomes?|next steps?|deliverables?)\b/i,
  ],
];

function layoutOf(row: Cell[], line: PageLine): Layout | null {
  const columns = row.map((c): Column => HEADS.find(([, head]) => head.test(c.text))?.[0] ?? null);
  const heads = row.map((c) => c.text.toLowerCase()).join(" | ");
  if (!columns.includes("what") || line.section === "past" || line.section === "people") return null;
  const kind = /\baction|\btask|to-?do/.test(heads)
    ? "action"
    : /decision|resolution/.test(heads)
      ? "decision"
      : line.section === "decision" || line.section === "action" || line.section === "question"
        ? line.section
        : columns.includes("owner") && columns.includes("due")
          ? "action"
          : null;
  // "By" is who decided in a table of decisions, and the day in one of actions.
  const by = (c: Cell) => kind === "decision" && /^(?:decided )?by$/i.test(c.text);
  return kind && { kind, columns: columns.map((column, i) => (by(row[i]!) ? "owner" : column)) };
}

const CLOSED = /^(?:done|complete[d]?|closed|finished|resolved|cancell?ed|dropped|yes|✓|✔|✅|x)$/iu;

function readRow(source: string, row: Cell[], { kind, columns }: Layout, people: People): Found[] {
  if (row.length < Math.min(2, columns.length)) return [];
  const at = (column: Column) => row.filter((_, i) => columns[i] === column);
  if (kind === "action" && at("status").some((c) => CLOSED.test(c.text))) return [];
  // "Action item | Description": the first holds a number, the second what is to be done.
  const what = at("what")
    .filter((c) => /\p{L}{2}/u.test(c.text))
    .at(-1);
  if (!what) return [];
  if (kind !== "action") {
    const point = pointFrom(kind, source, { from: what.start, at: what.start, end: what.end });
    return point ? [{ ...point, person: names(at("owner"))[0] ?? "" }] : [];
  }
  const action = actionFrom(
    source,
    { from: what.start, at: what.start, end: what.end },
    people,
    names(at("owner")),
  );
  if (!action) return [];
  const due = at("due")
    .map((c) => c.text)
    .find((t) => /\p{L}|\d/u.test(t) && !NOT_SAID.test(t));
  // The row says who and when, so the row is the quote, unless it is too long for one.
  const whole = { start: row[0]!.start, end: row.at(-1)!.end };
  const fits = wordCount(source.slice(whole.start, whole.end)) <= 60;
  return [{ ...action, ...(fits ? whole : {}), due: due ?? action.due }];
}

const NOT_SAID = /^(?:tb[dc]|n\/?a|none|-+|\?+|unknown|open|asap)$/i;

function names(cells: Cell[]): string[] {
  const said = cells.map((c) => c.text).find((t) => /\p{L}/u.test(t) && !NOT_SAID.test(t)) ?? "";
  return said.split(/\s*(?:,|;|&|\/|\band\b)\s*/).filter(Boolean);
}
