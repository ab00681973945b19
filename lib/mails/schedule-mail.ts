import { sql } from "drizzle-orm";
import type { MailPurpose } from "#drizzle/schema/mails";
import { mails } from "#drizzle/schema/schema";
import type { MailSender } from "#lib/channels/mail";
import { newId } from "#lib/db/ids";
import type { Ctx } from "#lib/events/context";
import type { Work } from "#lib/events/transact";
import type { MailRow } from "#lib/mails/letter";

type ToSchedule = { purpose: MailPurpose; userId: string | null; recipient?: string; dueAt?: Date };

/** Adds a mail to the caller's transaction, due at once unless it says otherwise. Returns its id. */
export async function scheduleMail(
  ctx: Ctx,
  work: Work,
  sender: MailSender,
  toSchedule: ToSchedule,
): Promise<string> {
  const row = rowOf(ctx, sender, toSchedule);
  await work.tx.insert(mails).values(row);
  const { id, purpose, userId, dueAt } = row;
  work.record({ kind: "mail.scheduled", subjectId: id, data: { purpose, userId } });
  work.enqueue({ kind: "mail", id, dueAt });
  return id;
}

/**
 * The mail in which notices of a person gather until it leaves: the one that waits, or a new one due at `dueAt`.
 * Who calls it for several people does so in the order of their ids, or two callers might wait for each other. Nothing
 * of it is recorded: the log says what each was told, which is for fewer eyes than that a mail left.
 */
export async function gatherMail(
  ctx: Ctx,
  work: Work,
  sender: MailSender,
  { userId, dueAt }: { userId: string; dueAt: Date },
): Promise<string> {
  const row = rowOf(ctx, sender, { purpose: "notices", userId, dueAt });
  const [kept] = await work.tx
    .insert(mails)
    .values(row)
    .onConflictDoUpdate({
      target: mails.userId,
      targetWhere: sql`${mails.purpose} = 'notices' and ${mails.state} = 'scheduled' and ${mails.attempt} = 0`,
      // Changes nothing, and so locks the row: it can't be claimed before what is to be added is there.
      set: { userId },
    })
    .returning({ id: mails.id });
  if (kept?.id === row.id) work.enqueue({ kind: "mail", id: row.id, dueAt });
  return kept?.id ?? row.id;
}

function rowOf(ctx: Ctx, { from }: MailSender, { recipient, ...given }: ToSchedule): MailRow {
  const now = ctx.now();
  const id = newId("mai", now);
  return {
    id,
    dueAt: now,
    ...given,
    recipient: recipient ?? null,
    messageId: `${id}@${from.address.split("@").at(-1)}`,
    state: "scheduled",
    attempt: 0,
    leaseUntil: null,
    reason: null,
    createdAt: now,
    endedAt: null,
  };
}
