import type { NoticeKind } from "#drizzle/schema/notices";
import { notices } from "#drizzle/schema/schema";
import { newId } from "#lib/db/ids";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import { gatherMail } from "#lib/mails/schedule-mail";
import { firstLoudMoment } from "#lib/notices/quiet";
import { listReceivers, type Receiver } from "#lib/notices/settings";

/** What to tell whom. `day` is the receiver's, of what is told once a day. */
export type NoticeToGive = {
  userId: string;
  kind: NoticeKind;
  draftId?: string;
  actionId?: string;
  blockerId?: string;
  questionId?: string;
  leaverId?: string;
  standupDayId?: string;
  day?: string;
  count?: number;
};

/** What follows at once comes in the same mail, and what an approval made can be undone before it is mailed. */
const GATHER_MS = 60_000;

/**
 * Tells people something in the caller's transaction, and by mail where they want that. Nobody is told of what they did
 * themself, and nobody who can't sign in. Whether they may see what it is about was asked before.
 */
export async function giveNotices(ctx: Ctx, work: Work, toGive: NoticeToGive[]): Promise<void> {
  const actorId = ctx.actor.kind === "user" ? ctx.actor.id : null;
  const others = toGive.filter(({ userId }) => userId !== actorId);
  if (others.length === 0) return;
  const receivers = await listReceivers(work.tx, [...new Set(others.map(({ userId }) => userId))], ctx.now());
  for (const receiver of receivers) {
    const theirs = others.filter(({ userId }) => userId === receiver.id);
    const mailId = theirs.some(({ kind }) => wantsMail(receiver, kind))
      ? await mailFor(ctx, work, receiver)
      : null;
    const rows = theirs.map((notice) => ({
      id: newId("ntc", ctx.now()),
      ...notice,
      actorId,
      mailId: wantsMail(receiver, notice.kind) ? mailId : null,
      createdAt: ctx.now(),
    }));
    const made = await work.tx
      .insert(notices)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: notices.id, kind: notices.kind });
    for (const { id, kind } of made)
      work.record({ kind: "notice.made", subjectId: receiver.id, data: { noticeId: id, notice: kind } });
  }
}

/** Whether somebody wants notices of a kind by mail, and has an address for it. */
export function wantsMail({ mail, email }: Receiver, kind: NoticeKind): boolean {
  return email !== null && mail.includes(kind);
}

async function mailFor(ctx: Ctx, work: Work, receiver: Receiver): Promise<string | null> {
  const sender = ctx.channels.smtp;
  if (!sender) return null;
  const dueAt = firstLoudMoment(new Date(ctx.now().getTime() + GATHER_MS), receiver);
  return gatherMail(ctx, work, sender, { userId: receiver.id, dueAt });
}
