import { events } from "#drizzle/schema/schema";
import type { EventKind } from "#lib/events/kinds";
import type { Day } from "#lib/format/dates";
import type { Names } from "#lib/log/names";
import { sentenceOf } from "#lib/log/sentences";

/** The columns that a line of the log is made from. */
export const LINE_COLUMNS = {
  seq: events.seq,
  at: events.at,
  kind: events.kind,
  actorKind: events.actorKind,
  actorId: events.actorId,
  subjectId: events.subjectId,
  sourceId: events.sourceId,
  draftId: events.draftId,
  data: events.data,
};

export type EventRow = {
  seq: number;
  at: Date;
  kind: string;
  actorKind: "user" | "system";
  actorId: string | null;
  subjectId: string;
  sourceId: string | null;
  draftId: string | null;
  data: Record<string, unknown>;
};

/** The name of whoever did it. */
export function actorOf(row: EventRow, names: Names): string {
  if (row.actorKind === "system") return "Countersign";
  return names.get(row.actorId ?? "") ?? "Somebody";
}

/** The sentence of an event. `it` replaces the name of what it happened to, where the page shows that already. */
export function lineOf(row: EventRow, names: Names, today: Day, it = itOf(row, names)): string {
  return sentenceOf(row.kind as EventKind, row.data, {
    by: actorOf(row, names),
    it,
    person: (id) => names.get(id) ?? "somebody",
    today,
  });
}

function itOf({ subjectId, draftId, sourceId }: EventRow, names: Names): string {
  const own = names.get(subjectId);
  if (own !== undefined) return isNamedBare(subjectId) ? own : `“${own}”`;
  const title = names.get(draftId ?? "") ?? names.get(sourceId ?? "");
  if (title === undefined) return "something that is gone now";
  return `${OF_TITLE[subjectId.slice(0, 4)] ?? ""}“${title}”`;
}

/** Of records that went with their approval or are not told by name, by the prefix of their ids. */
const OF_TITLE: Record<string, string> = {
  act_: "an action of ",
  qst_: "a question of ",
  blk_: "a blocker of ",
};

/** People and teams are called by their names, everything else by a title in quotes. */
function isNamedBare(id: string): boolean {
  return id.startsWith("usr_") || id.startsWith("tea_");
}
