import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { ConsentBasis } from "#drizzle/schema/consents";
import { leadEntries, runs, sources, sourceVersions, users } from "#drizzle/schema/schema";
import { canChangeConsent } from "#lib/consent/policy";
import type { ConsentStanding } from "#lib/consent/rules";
import type { Database } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { formatFullDay } from "#lib/format/dates";
import type { Statement } from "#lib/grounding/statement";
import { greetingFor, linesOf } from "#lib/outreach/compose";
import { consentReasons } from "#lib/outreach/consent-reasons";
import { type MailFacts, readMailFacts } from "#lib/outreach/mail-facts";
import { blockWords } from "#lib/outreach/mail-reason";
import type { DeskMail, ThreadLine } from "#lib/outreach/mail-view";
import { occasionWords } from "#lib/outreach/occasion-words";
import { paceReasons } from "#lib/outreach/pace-reasons";
import { reasonsFor } from "#lib/outreach/reasons";
import { visibleSource } from "#lib/sources/visibility";

/** Lines of a thread under a mail. */
const SHOWN = 6;

/** The mail of a draft as its reader would send it now; null where it is none. Changes nothing. */
export async function readDeskMail(
  ctx: UserCtx,
  db: Database,
  { draftId, leadId, statements }: { draftId: string; leadId: string | null; statements: Statement[] },
): Promise<DeskMail | null> {
  if (!leadId) return null;
  const facts = (await readMailFacts(ctx, db, [leadId], ctx.actor, draftId)).get(leadId);
  if (!facts) return null;
  const { lead, mailbox, outreach, signature, parent, said, ownHosts, standing } = facts;
  return {
    leadId,
    to: { name: lead.name, firstName: lead.firstName, address: lead.email, company: lead.company },
    from: mailbox.from,
    keptOnly: mailbox.id === "outbox",
    parent: parent && { subject: parent.subject, isTheirs: parent.isTheirs },
    greeting: greetingFor(lead),
    signature: linesOf(signature || mailbox.from.name),
    company: linesOf([outreach.businessName, outreach.mailingAddress, outreach.contact].join("\n")),
    reasons: [...consentReasons(facts), ...paceReasons(facts)],
    blocked: blockWords(reasonsFor(statements, facts)),
    said,
    ownHosts,
    occasion: await readOccasion(db, draftId),
    consent: consentWords(standing),
    mayRecordConsent: canChangeConsent(ctx.actor),
    undoSeconds: outreach.undoSeconds,
    thread: await listThread(ctx, db, facts),
  };
}

async function readOccasion(db: Database, draftId: string): Promise<string | null> {
  const [run] = await db
    .select({ occasion: runs.occasion })
    .from(runs)
    .where(and(eq(runs.draftId, draftId), isNotNull(runs.occasion)))
    .orderBy(asc(runs.createdAt))
    .limit(1);
  return run?.occasion ? occasionWords(run.occasion) : null;
}

const BASES: Record<ConsentBasis, string> = {
  express: "Express consent",
  purchase: "Purchase",
  inquiry: "Inquiry",
  published: "Published address",
};

function consentWords(standing: ConsentStanding): string | null {
  if (standing.state !== "valid" && standing.state !== "expired") return null;
  const { basis, obtainedOn, expiresOn } = standing.consent;
  const until = expiresOn ? `, until ${formatFullDay(expiresOn).slice(4)}` : "";
  return `${BASES[basis]} of ${formatFullDay(obtainedOn).slice(4)}${until}`;
}

async function listThread(ctx: UserCtx, db: Database, { lead }: MailFacts): Promise<ThreadLine[]> {
  const rows = await db
    .select({
      id: leadEntries.id,
      at: leadEntries.at,
      kind: leadEntries.kind,
      words: leadEntries.words,
      text: sql<string | null>`left(${sourceVersions.text}, 200)`,
      by: users.name,
    })
    .from(leadEntries)
    .leftJoin(users, eq(users.id, leadEntries.by))
    .leftJoin(
      sources,
      and(eq(sources.id, leadEntries.sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)),
    )
    .leftJoin(
      sourceVersions,
      and(eq(sourceVersions.sourceId, sources.id), eq(sourceVersions.version, sources.currentVersion)),
    )
    .where(eq(leadEntries.leadId, lead.id))
    .orderBy(desc(leadEntries.at), desc(leadEntries.id))
    .limit(SHOWN);
  return rows.map(({ id, at, kind, words, text, by }) => {
    const theirs = kind === "mail_in" || kind === "auto_reply" || kind === "unsubscribed";
    const said = text?.toWellFormed().replace(/\s+/g, " ").trim();
    return {
      id,
      at: at.toISOString(),
      words: said ? `${words}: ${said}` : words,
      theirs,
      by: theirs ? lead.name : (by ?? ""),
    };
  });
}
