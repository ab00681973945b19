import { labelAt, labelKind, type PartKind } from "#lib/parsers/update-labels";
import type { UpdateLine } from "#lib/parsers/update-lines";

/** One entry of a cell. `row` tells apart whose it is, and `name` is who that is, "" where the table does not say. */
export type CellEntry = { part: PartKind; start: number; end: number; row: number; name: string };

type Cell = { start: number; end: number; text: string };
type Header = { parts: (PartKind | null)[]; names: string[]; people: number };

const RULE = /^[\s|:+=-]*-[\s|:+=-]*$/;
const PERSON =
  /^(?:names?|persons?|people|who|members?|team ?members?|teammate|developer|dev|engineer|owner|participant|)$/i;

/** The order in which a stand-up asks. */
const ANSWERS = ["done", "next", "blockers"] as const;
const NUMBERS = ["1", "2", "3"];

/** Whether a line is one of a table: cells between bars, or between tabs. */
export function isRow(line: UpdateLine): boolean {
  const { said } = line;
  return (
    said.startsWith("|") ||
    / \| /.test(said) ||
    /\S\t+\S/.test(said) ||
    (said.includes("|") && RULE.test(said))
  );
}

/** The rows that stand one below the other from a line on. */
export function rowsFrom(lines: UpdateLine[], from: number): UpdateLine[] {
  let to = from;
  while (lines[to] && isRow(lines[to]!)) to++;
  return lines.slice(from, to);
}

/**
 * Reads tables whose columns or whose rows are labels, people on the other side or nobody. Null where the lines, each
 * of which is a row, hold no labels so.
 */
export function readTable(lines: UpdateLine[]): CellEntry[] | null {
  const rows = lines.map(cellsOf).filter(({ length }) => length > 0);
  const head = rows[0] && headerOf(rows[0]);
  if (!head || rows.length === 0) return null;
  if (
    head.parts.filter((part) => part !== null).length >= 2 ||
    (head.parts.includes("blockers") && head.people >= 0)
  )
    return rows.slice(1).flatMap((cells, row) => ofRow(cells, head, row + 1));
  return ofSides(rows, head);
}

/** Of a table with a label at the head of each row; people stand in a column of their own, or above. */
function ofSides(rows: Cell[][], head: Header): CellEntry[] | null {
  const sides = rows.map((cells) => labelKind(bareText(cells[0]!)));
  if (sides.filter((part) => part !== null).length < 2) return null;
  const isHeaded = sides[0] === null || head.people > 0;
  const people = new Map<string, number>();
  return rows.flatMap((cells, i) => {
    const part = isHeaded && i === 0 ? null : sides[i];
    if (!part) return [];
    const name = nameIn(cells, head);
    if (!people.has(name)) people.set(name, people.size);
    return cells.flatMap((cell, column) => {
      if (column === 0 || column === head.people) return [];
      const row = people.get(name)! * rows[0]!.length + column;
      return entries(cell, part, row, name || (isHeaded ? (head.names[column] ?? "") : ""));
    });
  });
}

function nameIn(cells: Cell[], { people }: Header): string {
  return people > 0 && cells[people] ? bareText(cells[people]) : "";
}

/** A row of three cells by itself, as it is left of a table when each gets their own: done, next, what is in the way. */
export function readAnswers(line: UpdateLine): CellEntry[] | null {
  const cells = cellsOf(line);
  if (cells.length !== 3 || cells.some(({ text }) => labelAt(text, false) !== null)) return null;
  return ANSWERS.flatMap((part, n) => entries(cells[n]!, part, 1, ""));
}

function ofRow(cells: Cell[], head: Header, row: number): CellEntry[] {
  const name = head.people >= 0 && cells[head.people] ? bareText(cells[head.people]!) : "";
  return cells.flatMap((cell, column) => {
    const part = head.parts[column];
    return part && column !== head.people ? entries(cell, part, row, name) : [];
  });
}

function headerOf(cells: Cell[]): Header {
  const names = cells.map(bareText);
  // Columns that are headed by the number of their question.
  const numbered = NUMBERS.every((number) => names.includes(number));
  const parts = names.map(
    (name) => labelKind(name) ?? (numbered ? (ANSWERS[NUMBERS.indexOf(name)] ?? null) : null),
  );
  return { names, parts, people: names.findIndex((name, i) => parts[i] === null && PERSON.test(name)) };
}

function bareText({ text }: Cell): string {
  return text
    .replace(/[*_`~:#]/g, "")
    .replace(/^[^\p{L}\p{N}@]+/u, "")
    .trim();
}

/** The cells of a row; none of a rule. Tabs part cells where there is no bar. */
function cellsOf(line: UpdateLine): Cell[] {
  if (RULE.test(line.said)) return [];
  const mark = line.said.includes("|") ? "|" : "\t";
  const cells: Cell[] = [];
  let from = line.said.startsWith("|") ? 1 : 0;
  while (from < line.said.length) {
    const bar = nextBar(line.said, mark, from);
    cells.push(trimmed(line, from, bar));
    from = bar + 1;
  }
  return cells;
}

function nextBar(said: string, mark: string, from: number): number {
  let bar = said.indexOf(mark, from);
  while (bar > 0 && said[bar - 1] === "\\") bar = said.indexOf(mark, bar + 1);
  return bar === -1 ? said.length : bar;
}

function trimmed(line: UpdateLine, from: number, to: number): Cell {
  const raw = line.said.slice(from, to);
  const start = line.at + from + (raw.length - raw.trimStart().length);
  const text = raw.trim();
  return { start, end: start + text.length, text };
}

/** "a<br>b" and "• a • b" are two entries. */
function entries(cell: Cell, part: PartKind, row: number, name: string): CellEntry[] {
  const found: CellEntry[] = [];
  let from = 0;
  const push = (to: number) => {
    const raw = cell.text.slice(from, to).trimEnd();
    const lead = /^(?:[-*•·]\s+|\s+)*/.exec(raw)![0].length;
    if (raw.length > lead)
      found.push({ part, start: cell.start + from + lead, end: cell.start + from + raw.length, row, name });
  };
  for (const cut of cell.text.matchAll(/<br[ ]?\/?>|\s•\s/gi)) {
    push(cut.index);
    from = cut.index + cut[0].length;
  }
  push(cell.text.length);
  return found;
}
