import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { LEAD_STAGES, type LeadStage } from "#drizzle/schema/leads";
import { leads, users } from "#drizzle/schema/schema";
import { atMost } from "#lib/db/at-most";
import { PAGE_ROWS, toPage } from "#lib/db/page";
import { type Database, reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { inIndex } from "#lib/leads/in-index";
import { LEAD_COLUMNS, toListed } from "#lib/leads/queries";
import { BoardFilter } from "#lib/leads/schema";
import type { ListedLead } from "#lib/leads/view";
import { getCalendar } from "#lib/users/calendar";

/** So many leads of a stage are counted and summed up, the newest; the board stays as fast however many there are. */
export const MOST_COUNTED = 1_000;

/**
 * One column of the pipeline: how many leads it has and what their deals come to by currency, in hundredths, both of the
 * newest thousand at most; and the first of them, as many pages as are open. `next` is the cursor of those after them.
 */
export type BoardColumn = {
  stage: LeadStage;
  count: number;
  sums: { currency: string; cents: number }[];
  leads: ListedLead[];
  next: string | null;
};

/** The pipeline: a column for each stage, its leads by when something last happened. */
export async function getBoard(ctx: UserCtx, filter: BoardFilter = {}): Promise<BoardColumn[]> {
  const { ownerId, pages } = BoardFilter.parse(filter);
  const db = reader(ctx.store);
  const { today } = await getCalendar(ctx);
  const figures = await readFigures(db, ownerId);
  const columns = [];
  for (const stage of LEAD_STAGES) {
    const many = PAGE_ROWS * (pages[stage] ?? 1);
    const rows = await firstOf(db, inIndex({ stage, ownerId }), many + 1);
    const page = toPage(rows, (last) => [last.lastActivityAt.toISOString(), last.id], many);
    columns.push({ stage, ...page });
  }
  const listed = await toListed(
    db,
    columns.flatMap(({ rows }) => rows),
    today,
  );
  const byStage = Map.groupBy(listed, (lead) => lead.stage);
  return columns.map(({ stage, next }) => ({
    ...(figures.get(stage) ?? { count: 0, sums: [] }),
    stage,
    next,
    leads: byStage.get(stage) ?? [],
  }));
}

function firstOf(db: Database, { where, order }: ReturnType<typeof inIndex>, most: number) {
  return db
    .select(LEAD_COLUMNS)
    .from(leads)
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(and(isNull(leads.deletedAt), ...where))
    .orderBy(...order, desc(leads.lastActivityAt), desc(leads.id))
    .limit(atMost(most));
}

type Figures = Pick<BoardColumn, "count" | "sums">;

async function readFigures(db: Database, ownerId: string | undefined): Promise<Map<LeadStage, Figures>> {
  const newest = LEAD_STAGES.map((stage) => {
    const { where, order } = inIndex({ stage, ownerId });
    const sorted = sql.join([...order, desc(leads.lastActivityAt), desc(leads.id)], sql`, `);
    return sql`(select ${leads.stage} as stage, ${leads.currency} as currency, ${leads.amountCents} as cents
      from ${leads} where ${and(isNull(leads.deletedAt), ...where)}
      order by ${sorted} limit ${sql.raw(String(MOST_COUNTED))})`;
  });
  const { rows } = await db.execute<{
    stage: LeadStage;
    currency: string | null;
    count: unknown;
    cents: unknown;
  }>(
    sql`select stage, currency, count(*) as count, sum(cents) as cents
      from (${sql.join(newest, sql` union all `)}) as newest group by stage, currency order by stage, sum(cents) desc nulls last`,
  );
  const figures = new Map<LeadStage, Figures>();
  for (const { stage, currency, count, cents } of rows) {
    const sofar = figures.get(stage) ?? { count: 0, sums: [] };
    // A count and a sum are text where PostgreSQL is a server.
    const sums = currency ? [...sofar.sums, { currency, cents: Number(cents) }] : sofar.sums;
    figures.set(stage, { count: sofar.count + Number(count), sums });
  }
  return figures;
}
