import { and, eq, gte, isNotNull, lt, or, type SQL } from "drizzle-orm";
import { actions } from "#drizzle/schema/schema";
import { countEach } from "#lib/db/count";
import { rowByRow } from "#lib/db/row-by-row";
import { reader } from "#lib/db/store";
import type { UserActor, UserCtx } from "#lib/events/context";
import { ofTeam } from "#lib/figures/people-of";
import { periodOf, spanOf } from "#lib/figures/period";
import { refuseFigures } from "#lib/figures/policy";
import { FigureFilter } from "#lib/figures/schema";
import { visibleDraft } from "#lib/sources/visibility";
import { type Participation, participation } from "#lib/standups/participation";
import type { Calendar } from "#lib/users/calendar";

/** Actions that were opened and done in a period, and who wrote at stand-ups. */
export type RecordFigures = { opened: number; closed: number; standups: Participation[] };

/** More are not counted in a quarter. */
const MOST = 100_000;

/**
 * Actions of drafts the actor sees, and the actor's own; and stand-ups of every team, as numbers without a name.
 * `forbidden` for members and viewers.
 */
export async function getRecordFigures(
  ctx: UserCtx,
  filter: FigureFilter,
  { timeZone, today }: Calendar,
): Promise<RecordFigures> {
  refuseFigures(ctx.actor);
  const { period: kind, ago, teamId } = FigureFilter.parse(filter);
  const period = periodOf(kind, ago, today);
  const asked = { actor: ctx.actor, teamId, ...spanOf(period, timeZone) };
  const [counts, standups] = await Promise.all([
    countEach(ctx, {
      opened: { table: actions, where: openedIn(asked), most: MOST },
      closed: { table: actions, where: doneIn(asked), most: MOST },
    }),
    participation(reader(ctx.store), ctx.actor, { from: period.from, until: period.to, teamId }),
  ]);
  return { ...counts, standups };
}

type Asked = { actor: UserActor; teamId: string | undefined; from: Date; until: Date };

/** The condition on `actions` that they were opened in a span of time, as far as the actor sees them. */
export function openedIn(asked: Asked): SQL | undefined {
  return and(gte(actions.createdAt, asked.from), lt(actions.createdAt, asked.until), seen(asked));
}

/** The same of those that were done then. */
export function doneIn(asked: Asked): SQL | undefined {
  const inTime = and(gte(actions.closedAt, asked.from), lt(actions.closedAt, asked.until));
  return and(eq(actions.state, "done"), isNotNull(actions.closedAt), inTime, seen(asked));
}

function seen({ actor, teamId }: Asked): SQL | undefined {
  return and(
    ofTeam(actions.ownerId, teamId),
    or(eq(actions.ownerId, actor.id), rowByRow(visibleDraft(actor, actions.draftId))),
  );
}
