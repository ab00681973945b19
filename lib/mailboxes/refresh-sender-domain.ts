import { lt } from "drizzle-orm";
import { senderDomains } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";
import { canConnectMailbox } from "#lib/mailboxes/policy";
import { readRecords } from "#lib/mailboxes/read-records";
import { findSender, findSenderDomain } from "#lib/mailboxes/sender-domain";

/** How often a domain is asked for at most, whoever asks. */
const PAUSE_MS = 20_000;

/**
 * Asks DNS what it says of the domain that one's own mail is from, and keeps the answer with its time for all who send
 * from it. `invalid` where nothing is sent, `conflict` where it was asked for a moment ago.
 */
export async function refreshSenderDomain(ctx: UserCtx): Promise<void> {
  if (!canConnectMailbox(ctx.actor)) throw new AppError("forbidden", "Viewers send nothing.");
  const { lookUpTxt } = ctx.channels;
  if (!lookUpTxt) throw new AppError("unavailable", "DNS can’t be asked here.");
  const sender = await findSender(ctx);
  if (!sender) throw new AppError("invalid", "Your mail is sent from nowhere yet. Connect a mailbox first.");
  const before = new Date(ctx.now().getTime() - PAUSE_MS);
  const last = (await findSenderDomain(ctx))?.checkedAt;
  if (last && new Date(last) > before) throw tooSoon();
  const { domain } = sender;
  const kept = { records: await readRecords(domain, lookUpTxt), checkedAt: ctx.now() };
  await transact(ctx, async ({ tx, record }) => {
    const rows = await tx
      .insert(senderDomains)
      .values({ domain, ...kept })
      .onConflictDoUpdate({
        target: senderDomains.domain,
        set: kept,
        setWhere: lt(senderDomains.checkedAt, before),
      })
      .returning({ domain: senderDomains.domain });
    if (rows.length === 0) throw tooSoon();
    record({ kind: "mailbox.domain_checked", subjectId: domain, data: {} });
  });
}

function tooSoon(): AppError {
  return new AppError("conflict", "This domain was looked up a moment ago. Try again in half a minute.");
}
