import type { Place } from "#components/review/frame";
import type { QueueRow } from "#lib/drafts/view";

export type QueueGroupRows = { workflow: string; label: string; rows: QueueRow[] };

/** Rows by workflow, the workflow with the oldest draft first: the order in which the desk walks them. */
export function groupRows(rows: QueueRow[]): QueueGroupRows[] {
  const groups = new Map<string, QueueGroupRows>();
  for (const row of rows) {
    const group = groups.get(row.workflow) ?? { workflow: row.workflow, label: row.workflowLabel, rows: [] };
    group.rows.push(row);
    groups.set(row.workflow, group);
  }
  return [...groups.values()];
}

/** Pages of a queue as one list; a draft that moved between two of them stands in it once. */
export function joinRows(pages: QueueRow[][]): QueueRow[] {
  return [...new Map(pages.flat().map((row) => [row.id, row])).values()];
}

/** Where a draft stands among the rows as they are shown. One that left the queue keeps its place for a moment. */
export function placeOf(
  groups: QueueGroupRows[],
  openId: string | null,
  gone: ReadonlySet<string>,
  more: boolean,
): Place {
  const all = groups.flatMap((group) => group.rows);
  const here = all.findIndex((row) => row.id === openId);
  const stays = (row: QueueRow) => !gone.has(row.id) && row.id !== openId;
  const before = here === -1 ? [] : all.slice(0, here).filter(stays);
  const after = all.slice(here + 1).filter(stays);
  return {
    at: here === -1 || gone.has(openId!) ? null : before.length + 1,
    of: all.filter((row) => !gone.has(row.id)).length,
    more,
    next: after[0] ?? null,
    previous: before.at(-1) ?? null,
  };
}
