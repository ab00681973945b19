import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { actions, blockers, notices, questions, users } from "#drizzle/schema/schema";
import { canSeeAttention } from "#lib/attention/policy";
import { Nudge, type Nudged } from "#lib/attention/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserActor, UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { localDay } from "#lib/format/dates";
import { giveNotices } from "#lib/notices/give-notices";
import { visibleBlocker, visibleDraft } from "#lib/sources/visibility";

/**
 * Reminds whoever an open action, blocker or question belongs to, by a notice from a fixed template: once a day for each
 * thing, whoever does it. `conflict` where that was done today, `invalid` where nobody can be reached.
 */
export async function nudge(ctx: UserCtx, input: Nudge): Promise<void> {
  const { of, id } = Nudge.parse(input);
  if (!canSeeAttention(ctx.actor))
    throw new AppError("forbidden", "Leaders and admins remind others of what is theirs.");
  return transact(ctx, async (work) => {
    const ownerId = await FIND[of](work.tx, ctx.actor, id);
    if (!ownerId) throw new AppError("invalid", "It belongs to nobody yet. Find somebody for it first.");
    if (ownerId === ctx.actor.id) throw new AppError("invalid", "It is yours: nobody need remind you.");
    const owner = await readOwner(work.tx, ownerId);
    const day = localDay(ctx.now(), owner.timeZone);
    await refuseSecond(work.tx, owner, COLUMNS[of], id, day);
    await giveNotices(ctx, work, [{ userId: ownerId, kind: "nudged", day, [`${of}Id`]: id }]);
  });
}

const COLUMNS = { action: notices.actionId, blocker: notices.blockerId, question: notices.questionId };

/** Finds whose an open thing is among what the actor may see, and holds its row, so that two at once are told apart. */
const FIND: Record<Nudged, (tx: Tx, actor: UserActor, id: string) => Promise<string | null>> = {
  action: async (tx, actor, id) =>
    first(
      await tx
        .select({ ownerId: actions.ownerId })
        .from(actions)
        .where(
          and(
            eq(actions.id, id),
            eq(actions.state, "open"),
            or(eq(actions.ownerId, actor.id), visibleDraft(actor, actions.draftId)),
          ),
        )
        .for("update"),
    ),
  blocker: async (tx, actor, id) =>
    first(
      await tx
        .select({ ownerId: blockers.ownerId })
        .from(blockers)
        .where(and(eq(blockers.id, id), inArray(blockers.state, ["open", "owned"]), visibleBlocker(actor)))
        .for("update"),
    ),
  question: async (tx, actor, id) =>
    first(
      await tx
        .select({ ownerId: questions.deciderId })
        .from(questions)
        .where(and(eq(questions.id, id), eq(questions.state, "open"), visibleDraft(actor, questions.draftId)))
        .for("update"),
    ),
};

function first(rows: { ownerId: string | null }[]): string | null {
  const [row] = rows;
  if (!row) throw new AppError("not_found", "It is not open any more, or not shared with you.");
  return row.ownerId;
}

type Owner = { id: string; name: string; timeZone: string };

async function readOwner(tx: Tx, ownerId: string): Promise<Owner> {
  const reached: SQL<boolean> = sql`${users.joinedAt} is not null and ${users.deactivatedAt} is null`;
  const [owner] = await tx
    .select({ id: users.id, name: users.name, timeZone: users.timeZone, reached })
    .from(users)
    .where(eq(users.id, ownerId));
  if (!owner?.reached)
    throw new AppError(
      "invalid",
      `${owner?.name ?? "Whoever it belongs to"} can’t sign in, so no notice reaches them.`,
    );
  return owner;
}

async function refuseSecond(
  tx: Tx,
  owner: Owner,
  column: (typeof COLUMNS)[Nudged],
  id: string,
  day: string,
): Promise<void> {
  const [given] = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(
      and(eq(notices.userId, owner.id), eq(notices.kind, "nudged"), eq(notices.day, day), eq(column, id)),
    );
  if (given) throw new AppError("conflict", `${owner.name} was reminded of this today already.`);
}
