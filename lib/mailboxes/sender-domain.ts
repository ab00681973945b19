import { eq } from "drizzle-orm";
import { senderDomains } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { domainsOf, foldAddress } from "#lib/format/mail-address";
import { chooseMailbox } from "#lib/mailboxes/choose-mailbox";
import { type DomainFact, factsOfDomain } from "#lib/mailboxes/domain-facts";
import { findOwnMailbox } from "#lib/mailboxes/queries";

/** The domain that one's mail is from, with what DNS said of it. `checkedAt` is an ISO string, null before the first time. */
export type SenderDomain = { domain: string; checkedAt: string | null; facts: DomainFact[] };

/** The domain that the mail of whoever asks is from; null where theirs is not sent. */
export async function findSenderDomain(ctx: UserCtx): Promise<SenderDomain | null> {
  const sender = await findSender(ctx);
  if (!sender) return null;
  const { domain, host } = sender;
  const [row] = await reader(ctx.store).select().from(senderDomains).where(eq(senderDomains.domain, domain));
  return {
    domain,
    checkedAt: row?.checkedAt.toISOString() ?? null,
    facts: row ? factsOfDomain(domain, row.records, host) : [],
  };
}

/** The domain after From in what somebody approves, and the server it leaves by; null where it is only kept. */
export async function findSender(ctx: UserCtx): Promise<{ domain: string; host: string } | null> {
  const { id, from } = await chooseMailbox(reader(ctx.store), ctx.channels, ctx.actor);
  const [domain] = domainsOf(foldAddress(from.address) ?? "");
  if (id === "outbox" || !domain) return null;
  const host =
    id === "shared" ? ctx.channels.smtp?.host.replace(/:\d+$/, "") : (await findOwnMailbox(ctx))?.smtp.host;
  return { domain, host: host ?? domain };
}
