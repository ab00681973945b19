import { topicsOf } from "#lib/rules/context";
import { actionFrom, type Found, pointFrom, type Stretch } from "#lib/rules/item";
import { ownerAtEnd, ownerAtHead } from "#lib/rules/owner";
import type { Page, PageLine } from "#lib/rules/page";
import { looksLikeName, type People } from "#lib/rules/people";
import { isOver, stillOpenAt } from "#lib/rules/states";
import { openingVerb } from "#lib/rules/verbs";
import { plain, statement } from "#lib/rules/wording";

/** An entry of a list, with the lines it runs over and the entries under it. */
type Entry = { line: PageLine; end: number; children: Entry[] };

const LISTED = new Set(["action", "decision", "mixed", "question"]);

/** Reads what stands under headings such as "Action items", "Decisions" and "Open questions". */
export function fromSections(page: Page, people: People): Found[] {
  const topics = topicsOf(page, people);
  return blocks(page).flatMap((block) => {
    if (isTagged(block)) return [];
    // "Actions:" in a list under "@dana" are hers.
    const of = block[0]!.indent > 0 ? topics[block[0]!.number - 1]!.of : "";
    const context = { people, under: block[0]!.under, owner: of, above: "" };
    const listed = block.some(isItem);
    return tree(block).flatMap((entry) =>
      listed || saysWhat(entry.line, people) ? read(page.text, entry, context) : [],
    );
  });
}

/** Where people tag their items ("ACTION 2: …") instead of listing them, the lines between are remarks. */
function isTagged(block: PageLine[]): boolean {
  const items = block.filter(isItem);
  const tagged = (lines: PageLine[]) => lines.filter((line) => line.tag !== null).length;
  return tagged(block) > 0 && tagged(items) * 2 >= items.length;
}

/** Whether a line of a paragraph is an item by itself: short, or an order, or somebody's. */
function saysWhat(line: PageLine, people: People): boolean {
  const said = plain(line.text);
  if (line.section !== "action" && line.section !== "mixed") return true;
  if (openingVerb(said) !== null || /^(?:I|we)(?:['’]ll|\s+will)\b/i.test(said)) return true;
  const owned = isNamed(line) ? null : (ownerAtHead(said, people) ?? ownerAtEnd(said, people));
  return owned !== null
    ? owned.by !== "label" || openingVerb(owned.rest) !== null
    : said.split(" ").length <= 12 && !/[.!?]$/.test(said);
}

/** Open check boxes outside such sections: what is ticked is done, what a list of people or topics ticks is no action. */
export function fromBoxes(page: Page, people: People): Found[] {
  const boxes = page.lines.filter(
    (l) => l.role === "text" && l.box === "open" && (l.section === null || l.section === "summary"),
  );
  return boxes.flatMap((line) =>
    line.tag
      ? []
      : (actionFrom(page.text, stretchOf(line), people, line.speaker ? [line.speaker] : []) ?? []),
  );
}

/** What an earlier meeting left to do and is not done: an open box, or an entry that says so. */
export function fromEarlier(page: Page, people: People): Found[] {
  return page.lines.flatMap((line) => {
    if (line.role !== "text" || line.section !== "past" || !isItem(line) || isOver(line.text)) return [];
    const open = stillOpenAt(line.text);
    if (line.box !== "open" && (line.box === "done" || open <= 0)) return [];
    const end = line.at + (open > 0 ? open : line.text.length);
    const at = line.tag ? line.tag.at : line.from;
    const persons = [line.tag?.person, line.speaker, line.under].map((name) => name ?? "");
    const owner = persons.find((name) => looksLikeName(name, people)) ?? "";
    return actionFrom(page.text, { from: line.from, at, end }, people, [owner], LEFT) ?? [];
  });
}

/** Less sure than what this meeting says itself. */
const LEFT = 4;

/** Runs of lines of one section. Where a section has a list, its other lines are remarks. */
function blocks(page: Page): PageLine[][] {
  const runs: PageLine[][] = [];
  let run: PageLine[] = [];
  for (const line of page.lines) {
    if (line.role === "text" && line.section !== null && LISTED.has(line.section)) {
      const last = run.at(-1);
      if (last && (last.section !== line.section || last.under !== line.under)) {
        runs.push(run);
        run = [];
      }
      run.push(line);
    } else if (line.role !== "blank" && run.length) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length) runs.push(run);
  return runs.map((r) => (r.some(isItem) ? r.slice(r.findIndex(isItem)) : r));
}

const isNamed = (line: PageLine) => line.speaker !== null && line.at > line.from;
const isItem = (line: PageLine) => line.bullet || line.box !== null;

/** Entries by indent. A line without a bullet, deeper than the entry before it, goes on with that entry. */
function tree(block: PageLine[]): Entry[] {
  const roots: Entry[] = [];
  const path: Entry[] = [];
  const listed = block.some(isItem);
  for (const line of block) {
    const last = path.at(-1);
    const end = line.at + line.text.length;
    if (listed && !isItem(line)) {
      if (last && line.indent > last.line.indent && last.children.length === 0) last.end = end;
      continue;
    }
    while (path.length && path.at(-1)!.line.indent >= line.indent) path.pop();
    const entry = { line, end, children: [] };
    (path.at(-1)?.children ?? roots).push(entry);
    path.push(entry);
  }
  return roots;
}

type Context = { people: People; under: string; owner: string; above: string };

function read(source: string, entry: Entry, context: Context): Found[] {
  const { line, children } = entry;
  const said = plain(source.slice(line.from, entry.end)).replace(/[\s:]+$/, "");
  const names = said !== "" && looksLikeName(said, context.people);
  if (children.length && names) return children.flatMap((c) => read(source, c, { ...context, owner: said }));
  if (children.length && /:\s*$/.test(source.slice(line.at, entry.end)))
    return children.flatMap((c) =>
      read(source, c, {
        ...context,
        owner: isNamed(line) ? line.speaker! : context.owner,
        above: plain(line.text),
      }),
    );
  const over = line.section !== "decision" && (line.box === "done" || isOver(line.text));
  const own = line.tag || over ? null : itemOf(source, entry, context);
  return [
    ...(own ? [own] : []),
    ...children.flatMap((c) => (standsAlone(c, context.people) ? read(source, c, context) : [])),
  ];
}

/** Most of what stands under an item explains it; a box or an owner of its own makes it another item. */
function standsAlone({ line }: Entry, people: People): boolean {
  if (line.section !== "action" && line.section !== "mixed") return false;
  const said = plain(line.text);
  return (
    line.box !== null ||
    isNamed(line) ||
    ownerAtHead(said, people) !== null ||
    ownerAtEnd(said, people) !== null
  );
}

function itemOf(source: string, { line, end }: Entry, context: Context): Found | null {
  const stretch = { ...stretchOf(line), end };
  if (line.section === "question") return pointFrom("question", source, stretch);
  if (line.section === "decision" || (line.section === "mixed" && !isOrder(line, context.people)))
    return pointFrom("decision", source, stretch);
  const owner = context.owner || (looksLikeName(context.under, context.people) ? context.under : "");
  const found = actionFrom(source, stretch, context.people, [owner]);
  return found && context.above && !openingVerb(found.text)
    ? { ...found, text: statement(`${context.above} ${found.text}`) }
    : found;
}

/** Whether an entry of "Decisions and actions" tells somebody to do something. */
function isOrder(line: PageLine, people: People): boolean {
  const said = plain(line.text);
  return isNamed(line) || openingVerb(said) !== null || ownerAtHead(said, people) !== null;
}

/** The stretch of a line: quoted from its owner on. */
export function stretchOf(line: PageLine): Stretch {
  return { from: line.from, at: line.from, end: line.at + line.text.length };
}
