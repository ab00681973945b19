import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { events } from "#drizzle/schema/schema";
import { decodeCursor } from "#lib/db/cursor";
import { brokenLink, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { kindsOf } from "#lib/log/groups";
import { actorOf, type EventRow, LINE_COLUMNS, lineOf } from "#lib/log/lines";
import { type Names, readNames } from "#lib/log/names";
import { LogFilter } from "#lib/log/schema";
import { visibleEvent } from "#lib/log/visibility";
import { getCalendar } from "#lib/users/calendar";

/** One line of the log. `at` is an ISO instant. */
export type LogLine = {
  seq: number;
  at: string;
  kind: string;
  by: string;
  /** Whether a person did it, and not Countersign. */
  byPerson: boolean;
  sentence: string;
  /** What to open: an id of a run, draft, action or question that the actor may see. */
  about: { kind: "run" | "draft" | "action" | "question"; id: string } | null;
};

/** What happened, newest first, as far as the actor may know. */
export async function listEvents(ctx: UserCtx, filter: LogFilter): Promise<Page<LogLine>> {
  const { group, personId, cursor } = LogFilter.parse(filter);
  const db = reader(ctx.store);
  const rows = await db
    .select(LINE_COLUMNS)
    .from(events)
    .where(
      and(
        visibleEvent(ctx.actor),
        group ? inArray(events.kind, kindsOf(group)) : undefined,
        personId ? eq(events.actorId, personId) : undefined,
        cursor ? lt(events.seq, seqOf(cursor)) : undefined,
      ),
    )
    .orderBy(desc(events.seq))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [String(last.seq)]);
  const names = await readNames(db, page.rows);
  const { today } = await getCalendar(ctx);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      seq: row.seq,
      at: row.at.toISOString(),
      kind: row.kind,
      by: actorOf(row, names),
      byPerson: row.actorKind === "user",
      sentence: lineOf(row, names, today),
      about: aboutOf(row, names),
    })),
  };
}

function seqOf(cursor: string): number {
  const seq = Number(decodeCursor(cursor, 1)[0] ?? Number.NaN);
  if (!Number.isSafeInteger(seq)) throw brokenLink();
  return seq;
}

const OPENS = { run: "run", drf: "draft", act: "action", qst: "question" } as const;

function aboutOf({ subjectId, draftId }: EventRow, names: Names): LogLine["about"] {
  const prefix = subjectId.slice(0, 3);
  if (prefix in OPENS) {
    const kind = OPENS[prefix as keyof typeof OPENS];
    if (kind === "run" || names.has(subjectId)) return { kind, id: subjectId };
  }
  return draftId && names.has(draftId) ? { kind: "draft", id: draftId } : null;
}
