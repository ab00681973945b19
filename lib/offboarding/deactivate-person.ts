import { and, eq, isNull } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import { freeDraftsOf } from "#lib/drafts/free-drafts";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { revokeFeedsOf } from "#lib/feeds/revoke-feed";
import { removeMailboxesOf } from "#lib/mailboxes/remove-mailbox";
import { giveNotices } from "#lib/notices/give-notices";
import {
  handOverActions,
  handOverBlockers,
  handOverDrafts,
  handOverLeads,
  handOverPrivateSources,
  handOverQuestions,
  handOverTeams,
  type Split,
} from "#lib/offboarding/hand-over";
import { heirsIn } from "#lib/offboarding/heirs";
import { DeactivatePerson, type TakeOver } from "#lib/offboarding/schema";
import { revokeEveryLink } from "#lib/sessions/one-time-links";
import { revokeSessionsOf } from "#lib/sessions/revoke-session";
import { revokeTokensOf } from "#lib/tokens/revoke-token";
import { keepAnAdmin } from "#lib/users/last-admin";
import { canDeactivate } from "#lib/users/policy";
import { getPerson } from "#lib/users/queries";

/** What changed hands: how many of each kind, and of actions, questions and blockers how many are nobody's now. */
export type HandedOver = {
  teams: number;
  privateSources: number;
  drafts: number;
  leads: Split;
  actions: Split;
  questions: Split;
  blockers: Split;
};

/**
 * Ends a person's sessions, API tokens, calendar link, mailbox and one-time links at once, takes them off the roster, and hands what they held over to whom was
 * chosen, all in one. Who takes over gets only what they may see; the rest is nobody's. What the person did stays.
 */
export async function deactivatePerson(ctx: UserCtx, input: DeactivatePerson): Promise<HandedOver> {
  const { userId, takeOver } = DeactivatePerson.parse(input);
  const person = await getPerson(ctx, userId);
  if (!canDeactivate(ctx.actor)) throw new AppError("forbidden", "Only admins deactivate people.");
  return transact(ctx, async (work) => {
    await keepAnAdmin(work.tx, userId);
    // First of all: whoever is about to give them something holds this row, or finds them deactivated.
    const [row] = await work.tx
      .update(users)
      .set({ deactivatedAt: ctx.now() })
      .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
      .returning({ id: users.id });
    if (!row) throw new AppError("conflict", `${person.name} was deactivated already.`);
    work.record({ kind: "user.deactivated", subjectId: userId, data: {} });
    await revokeSessionsOf(ctx, work, userId);
    await revokeTokensOf(ctx, work, userId);
    await revokeFeedsOf(ctx, work, userId);
    await removeMailboxesOf(ctx, work, userId);
    await revokeEveryLink(ctx, work, userId);
    await freeDraftsOf(work.tx, userId);
    const handed = await handOver(ctx, work, userId, takeOver);
    await tellHeirs(ctx, work, userId, takeOver, handed);
    return handed;
  });
}

// Teams and private sources first: they decide what those who take over may see of the rest.
async function handOver(ctx: UserCtx, work: Work, userId: string, takeOver: TakeOver): Promise<HandedOver> {
  const heir = heirsIn(work.tx, userId);
  return {
    teams: await handOverTeams(work, userId, await heir(takeOver.teams)),
    privateSources: await handOverPrivateSources(ctx, work, userId, await heir(takeOver.privateSources)),
    drafts: await handOverDrafts(ctx, work, userId, await heir(takeOver.drafts)),
    leads: await handOverLeads(work, userId, await heir(takeOver.leads)),
    actions: await handOverActions(work, userId, await heir(takeOver.actions)),
    questions: await handOverQuestions(work, userId, await heir(takeOver.questions)),
    blockers: await handOverBlockers(work, userId, await heir(takeOver.blockers)),
  };
}

/** Tells each who takes over how many things they were given, in one notice however many. */
async function tellHeirs(
  ctx: UserCtx,
  work: Work,
  leaverId: string,
  takeOver: TakeOver,
  handed: HandedOver,
): Promise<void> {
  const given = {
    ...handed,
    actions: handed.actions.given,
    questions: handed.questions.given,
    blockers: handed.blockers.given,
    leads: handed.leads.given,
  };
  const counts = new Map<string, number>();
  for (const [what, count] of Object.entries(given)) {
    const heirId = takeOver[what as keyof TakeOver];
    if (heirId && count > 0) counts.set(heirId, (counts.get(heirId) ?? 0) + count);
  }
  const notices = [...counts].map(([userId, count]) => ({
    userId,
    kind: "handed_over" as const,
    leaverId,
    count,
  }));
  await giveNotices(ctx, work, notices);
}
