import { and, eq, gte, isNotNull, lt, or } from "drizzle-orm";
import { actions } from "#drizzle/schema/schema";
import { countEach } from "#lib/db/count";
import { rowByRow } from "#lib/db/row-by-row";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
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
  const { from, until } = spanOf(period, timeZone);
  const seen = and(
    ofTeam(actions.ownerId, teamId),
    or(eq(actions.ownerId, ctx.actor.id), rowByRow(visibleDraft(ctx.actor, actions.draftId))),
  );
  const [counts, standups] = await Promise.all([
    countEach(ctx, {
      opened: {
        table: actions,
        where: and(gte(actions.createdAt, from), lt(actions.createdAt, until), seen),
        most: MOST,
      },
      closed: {
        table: actions,
        where: and(
          eq(actions.state, "done"),
          isNotNull(actions.closedAt),
          gte(actions.closedAt, from),
          lt(actions.closedAt, until),
          seen,
        ),
        most: MOST,
      },
    }),
    participation(reader(ctx.store), ctx.actor, { from: period.from, until: period.to, teamId }),
  ]);
  return { ...counts, standups };
}
