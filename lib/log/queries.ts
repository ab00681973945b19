import { and, desc, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import { eventOrigins, events } from "#drizzle/schema/schema";
import { decodeCursor } from "#lib/db/cursor";
import { brokenLink, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import type { EventKind } from "#lib/events/kinds";
import type { Day } from "#lib/format/dates";
import { kindsOf, PASSING, SYSTEM } from "#lib/log/groups";
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
  /** "192.0.2.1, Firefox on Linux", to admins and of what one did oneself; null where nothing is kept. */
  from: string | null;
  /** What to open: an id of a source, run, draft, action, question or lead that the actor may see. */
  about: { kind: "source" | "run" | "draft" | "action" | "question" | "lead"; id: string } | null;
};

/** What happened, newest first, as far as the actor may know. Who merely read a draft is told in its own group. */
export async function listEvents(ctx: UserCtx, filter: LogFilter): Promise<Page<LogLine>> {
  const { group, personId, door, since, cursor } = LogFilter.parse(filter);
  const db = reader(ctx.store);
  const { today, timeZone } = await getCalendar(ctx);
  const rows = await db
    .select({ ...LINE_COLUMNS, address: eventOrigins.address, device: eventOrigins.device })
    .from(events)
    .leftJoin(eventOrigins, eq(eventOrigins.seq, events.seq))
    .where(
      and(
        visibleEvent(ctx.actor),
        group
          ? sql`${events.kind} in (${listed(kindsOf(group))})`
          : sql`${events.kind} not in (${listed(PASSING)})`,
        personId === SYSTEM ? isNull(events.actorId) : undefined,
        personId && personId !== SYSTEM ? eq(events.actorId, personId) : undefined,
        door ? eq(events.door, door) : undefined,
        since ? gte(events.seq, firstSince(since, timeZone)) : undefined,
        cursor ? lt(events.seq, seqOf(cursor)) : undefined,
      ),
    )
    .orderBy(desc(events.seq))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [String(last.seq)]);
  const names = await readNames(db, page.rows);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      seq: row.seq,
      at: row.at.toISOString(),
      kind: row.kind,
      by: actorOf(row, names),
      byPerson: row.actorKind === "user",
      sentence: lineOf(row, names, today),
      from: fromOf(ctx, row),
      about: aboutOf(row, names),
    })),
  };
}

/** The kinds stand in the text: where they came as parameters, a plan that is kept would not know that they are rare. */
function listed(kinds: readonly EventKind[]): SQL {
  return sql.raw(kinds.map((kind) => `'${kind}'`).join(", "));
}

/** The number of the first event of a day on, which an index finds: a rare kind is not looked for in older ones. */
function firstSince(day: Day, timeZone: string): SQL {
  const midnight = sql`(${day}::timestamp at time zone ${timeZone})`;
  const first = sql`select first.seq from ${events} as first where first.at >= ${midnight}`;
  return sql`coalesce((${first} order by first.at, first.seq limit 1), 9223372036854775807)`;
}

function fromOf(
  { actor }: UserCtx,
  { actorId, address, device }: EventRow & { address: string | null; device: string | null },
): string | null {
  if (actor.role !== "admin" && actorId !== actor.id) return null;
  return [address, device].filter(Boolean).join(", ") || null;
}

function seqOf(cursor: string): number {
  const seq = Number(decodeCursor(cursor, 1)[0] ?? Number.NaN);
  if (!Number.isSafeInteger(seq)) throw brokenLink();
  return seq;
}

const OPENS = {
  src: "source",
  run: "run",
  drf: "draft",
  act: "action",
  qst: "question",
  led: "lead",
} as const;

function aboutOf({ subjectId, draftId }: EventRow, names: Names): LogLine["about"] {
  const prefix = subjectId.slice(0, 3);
  if (prefix in OPENS) {
    const kind = OPENS[prefix as keyof typeof OPENS];
    if (kind === "run" || names.has(subjectId)) return { kind, id: subjectId };
  }
  return draftId && names.has(draftId) ? { kind: "draft", id: draftId } : null;
}
