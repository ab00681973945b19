import { and, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { deliveries, leads, letters, receivedMails, workspace } from "#drizzle/schema/schema";
import { readStandings } from "#lib/consent/queries";
import type { ConsentStanding } from "#lib/consent/rules";
import type { Database, Tx } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import { type Day, localDay } from "#lib/format/dates";
import { splitSentences } from "#lib/grounding/sentences";
import { subjectOfMail } from "#lib/leads/mail-title";
import { type ChosenMailbox, chooseMailbox } from "#lib/mailboxes/choose-mailbox";
import type { Parent } from "#lib/outreach/compose";
import { type Outreach, readOutreachOf, readVoiceOf, siteOf } from "#lib/outreach/queries";

/** Whom a mail is to, as far as it decides whether it may leave. */
export type MailLead = {
  id: string;
  name: string;
  firstName: string | null;
  email: string | null;
  /** Folded. */
  address: string | null;
  company: string | null;
  country: string | null;
  stage: string;
  deleted: boolean;
};

/** Everything true now that a mail's reasons and its frame follow from. */
export type MailFacts = {
  lead: MailLead;
  standing: ConsentStanding;
  outreach: Outreach;
  site: string | null;
  mailbox: ChosenMailbox;
  signature: string;
  today: Day;
  /** The company's. */
  timeZone: string;
  /** The day the lead was last written to, and how many mails they did not answer. */
  sentOn: Day | null;
  unanswered: number;
  /** Sentences that were sent to them. */
  said: string[];
  /** Hosts that links may lead to besides the lead's own. */
  ownHosts: string[];
  parent: Parent | null;
};

export type Sender = { id: string; name: string };

/** More letters of one lead nobody compares. */
const MOST_LETTERS = 20;

/**
 * What is true now of mails to these leads, as `sender` would send them: a constant number of queries, however many
 * leads there are. Leads that are not there are left out.
 */
export async function readMailFacts(
  ctx: Pick<Ctx, "now" | "channels">,
  db: Tx | Database,
  leadIds: string[],
  sender: Sender,
  /** The draft that is looked at: what left of it before is not something else that was sent. */
  draftId?: string,
): Promise<Map<string, MailFacts>> {
  const ids = [...new Set(leadIds)];
  if (ids.length === 0) return new Map();
  const timeZone = await readTimeZone(db);
  const today = localDay(ctx.now(), timeZone);
  const rows = await listLeads(db, ids);
  const standings = await readStandings(
    db,
    rows.flatMap(({ address }) => address ?? []),
    today,
  );
  const outreach = await readOutreachOf(db);
  const { signature } = await readVoiceOf(db, sender.id);
  const mailbox = await chooseMailbox(db, ctx.channels, sender);
  const site = siteOf(ctx.channels);
  const sent = Map.groupBy(await listSent(db, ids, draftId), ({ leadId }) => leadId);
  const answers = new Map((await listAnswers(db, ids)).map((answer) => [answer.leadId, answer]));
  const ownHosts = [mailbox.from.address.split("@")[1], site && URL.parse(site)?.hostname].flatMap(
    (host) => host || [],
  );
  return new Map(
    rows.map((lead) => {
      const told = (sent.get(lead.id) ?? []).slice(0, MOST_LETTERS);
      const answer = answers.get(lead.id) ?? null;
      const since = told.filter(({ sentAt }) => !answer || sentAt > answer.at);
      const facts: MailFacts = {
        lead,
        standing: (lead.address ? standings.get(lead.address) : undefined) ?? { state: "none" },
        outreach,
        site,
        mailbox,
        signature,
        today,
        timeZone,
        sentOn: told[0] ? localDay(told[0].sentAt, timeZone) : null,
        unanswered: since.length,
        said: told.flatMap(({ letter }) => sentencesOf(letter.text)),
        ownHosts,
        parent: parentOf(told[0], answer),
      };
      return [lead.id, facts];
    }),
  );
}

async function readTimeZone(db: Tx | Database): Promise<string> {
  const [row] = await db.select({ timeZone: workspace.timeZone }).from(workspace).where(eq(workspace.id, 1));
  return row?.timeZone ?? "UTC";
}

async function listLeads(db: Tx | Database, ids: string[]): Promise<MailLead[]> {
  const rows = await db
    .select({
      id: leads.id,
      name: leads.name,
      firstName: leads.firstName,
      email: leads.email,
      address: leads.address,
      company: leads.company,
      country: leads.country,
      stage: leads.stage,
      deletedAt: leads.deletedAt,
    })
    .from(leads)
    .where(inArray(leads.id, ids));
  return rows.map(({ deletedAt, ...lead }) => ({ ...lead, deleted: deletedAt !== null }));
}

type SentLetter = { leadId: string; sentAt: Date; letter: (typeof letters.$inferSelect)["letter"] };

/** What left to each of them, the newest first. */
async function listSent(db: Tx | Database, ids: string[], draftId = ""): Promise<SentLetter[]> {
  const rows = await db
    .select({ leadId: letters.leadId, sentAt: letters.sentAt, letter: letters.letter })
    .from(letters)
    .innerJoin(deliveries, eq(deliveries.id, letters.deliveryId))
    .where(
      and(
        inArray(letters.leadId, ids),
        isNotNull(letters.sentAt),
        inArray(deliveries.state, ["sent", "unknown"]),
        ne(deliveries.draftId, draftId),
      ),
    )
    .orderBy(desc(letters.sentAt));
  return rows.flatMap(({ sentAt, ...row }) => (sentAt ? [{ ...row, sentAt }] : []));
}

type Answered = { leadId: string; at: Date; messageId: string; answers: string[]; subject: string };

/** The newest answer of each of them. */
async function listAnswers(db: Tx | Database, ids: string[]): Promise<Answered[]> {
  const rows = await db
    .selectDistinctOn([receivedMails.leadId], {
      leadId: receivedMails.leadId,
      at: receivedMails.receivedAt,
      messageId: receivedMails.messageId,
      answers: receivedMails.answers,
      // Joined, all sources there are would be read where few mails came in.
      subject: sql<
        string | null
      >`(select told.title from sources told where told.id = received_mails.source_id)`,
    })
    .from(receivedMails)
    .where(and(inArray(receivedMails.leadId, ids), eq(receivedMails.kind, "reply")))
    .orderBy(receivedMails.leadId, desc(receivedMails.receivedAt));
  return rows.flatMap(({ leadId, subject, ...row }) =>
    leadId ? [{ leadId, ...row, subject: subject ? subjectOfMail(subject) : "" }] : [],
  );
}

/** Their newest answer, with what it says it answers itself, or else what was last sent to them. */
function parentOf(sent: SentLetter | undefined, answer: Answered | null): Parent | null {
  if (answer && (!sent || answer.at > sent.sentAt)) {
    const { messageId, subject, answers } = answer;
    return { messageId, subject, references: answers, isTheirs: true };
  }
  if (!sent) return null;
  const { messageId, subject, references } = sent.letter;
  return { messageId, subject, references, isTheirs: false };
}

/** What a mail said above its signature. */
function sentencesOf(text: string): string[] {
  const said = text.split(/\n-- \n/)[0] ?? "";
  return splitSentences(said)
    .map(({ start, end }) => said.slice(start, end))
    .filter((sentence) => sentence.split(/\s+/).length > 3);
}
