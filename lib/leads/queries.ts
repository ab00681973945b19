import { and, desc, eq, isNull, lt, notInArray, type SQL } from "drizzle-orm";
import { CLOSED_STAGES } from "#drizzle/schema/leads";
import { leads, users } from "#drizzle/schema/schema";
import { type KeptConsent, listConsents } from "#lib/consent/list-queries";
import { readStanding, readStandings } from "#lib/consent/queries";
import type { ConsentStanding } from "#lib/consent/rules";
import { atMost } from "#lib/db/at-most";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { type Database, reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { instantAt } from "#lib/format/zoned";
import { inIndex } from "#lib/leads/in-index";
import { leadInStanding } from "#lib/leads/lead-in-standing";
import { canChangeLeads, canDeleteLead } from "#lib/leads/policy";
import { LeadFilter } from "#lib/leads/schema";
import { type ListedLead, writableOf } from "#lib/leads/view";
import { leadHasWords } from "#lib/leads/words";
import { type Calendar, getCalendar } from "#lib/users/calendar";

/** A lead with everything that is known of it, and whether it may be written to. */
export type LeadInFull = Omit<ListedLead, "writable"> & {
  firstName: string | null;
  address: string | null;
  phone: string | null;
  country: string | null;
  origin: string | null;
  externalId: string | null;
  description: string | null;
  importId: string | null;
  lastSentAt: string | null;
  lastReplyAt: string | null;
  createdAt: string;
  createdBy: string;
  /** Null where there is no address. */
  standing: ConsentStanding | null;
  consents: KeptConsent[];
  mayChange: boolean;
  mayDelete: boolean;
};

/** Rows that an export holds at most. */
const MOST_EXPORTED = 10_000;

/** Leads by when something last happened to them, the newest first. Everybody sees them all. */
export async function listLeads(ctx: UserCtx, filter: LeadFilter = {}): Promise<Page<ListedLead>> {
  const calendar = await getCalendar(ctx);
  const rows = await inOrder(ctx, LeadFilter.parse(filter), calendar, PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.lastActivityAt.toISOString(), last.id]);
  return { ...page, rows: await toListed(reader(ctx.store), page.rows, calendar.today) };
}

/** Every lead that a filter finds, in the order of the list, to be taken elsewhere. `invalid` above `MOST_EXPORTED`. */
export async function listEveryLead(ctx: UserCtx, filter: Omit<LeadFilter, "cursor">): Promise<ListedLead[]> {
  const calendar = await getCalendar(ctx);
  const rows = await inOrder(ctx, LeadFilter.parse(filter), calendar, MOST_EXPORTED + 1);
  if (rows.length > MOST_EXPORTED)
    throw new AppError(
      "invalid",
      `There are more than ${MOST_EXPORTED} leads, which is the most that leave at once. Narrow them down to a stage or an owner.`,
    );
  return toListed(reader(ctx.store), rows, calendar.today);
}

/** One lead with all that is known of it; `not_found` where there is none, or it was deleted. */
export async function getLead(ctx: UserCtx, leadId: string): Promise<LeadInFull> {
  const db = reader(ctx.store);
  const { today } = await getCalendar(ctx);
  const [row] = await db
    .select({ lead: leads, ownerName: users.name })
    .from(leads)
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(and(eq(leads.id, leadId), isNull(leads.deletedAt)));
  if (!row) throw new AppError("not_found", "There is no such lead, or it was deleted.");
  const {
    factsSourceId: _,
    deletedAt: __,
    lastActivityAt,
    lastSentAt,
    lastReplyAt,
    createdAt,
    ...lead
  } = row.lead;
  const [author] = await db.select({ name: users.name }).from(users).where(eq(users.id, lead.createdBy));
  return {
    ...lead,
    ownerName: row.ownerName,
    createdBy: author?.name ?? "Somebody",
    lastActivityAt: lastActivityAt.toISOString(),
    lastSentAt: lastSentAt?.toISOString() ?? null,
    lastReplyAt: lastReplyAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    standing: lead.address ? await readStanding(db, lead.address, today) : null,
    consents: lead.address ? await listConsents(ctx, lead.address) : [],
    mayChange: canChangeLeads(ctx.actor),
    mayDelete: canDeleteLead(ctx.actor),
  };
}

type Wanted = ReturnType<typeof LeadFilter.parse>;
type Selected = Awaited<ReturnType<typeof inOrder>>[number];

/** What a row of a list is made of. */
export const LEAD_COLUMNS = {
  id: leads.id,
  version: leads.version,
  name: leads.name,
  company: leads.company,
  title: leads.title,
  email: leads.email,
  address: leads.address,
  stage: leads.stage,
  ownerId: leads.ownerId,
  ownerName: users.name,
  amountCents: leads.amountCents,
  currency: leads.currency,
  nextStep: leads.nextStep,
  nextStepOn: leads.nextStepOn,
  lastActivityAt: leads.lastActivityAt,
};

async function inOrder(ctx: UserCtx, { cursor, ...wanted }: Wanted, calendar: Calendar, most: number) {
  const db = reader(ctx.store);
  const { ownerId, importId } = wanted;
  const part = inIndex({ ownerId, importId, stage: wanted.stage === "open" ? undefined : wanted.stage });
  return db
    .select(LEAD_COLUMNS)
    .from(leads)
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(
      and(
        isNull(leads.deletedAt),
        ...part.where,
        ...matching(wanted, calendar),
        await leadHasWords(db, wanted.words),
        await leadInStanding(db, wanted.consent, calendar.today),
        olderThan(cursor, leads.lastActivityAt, leads.id),
      ),
    )
    .orderBy(...part.order, desc(leads.lastActivityAt), desc(leads.id))
    .limit(atMost(most));
}

function matching({ stage, quietSince }: Wanted, { timeZone }: Calendar): (SQL | undefined)[] {
  return [
    stage === "open" ? notInArray(leads.stage, [...CLOSED_STAGES]) : undefined,
    quietSince ? lt(leads.lastActivityAt, instantAt(quietSince, 0, timeZone)) : undefined,
  ];
}

/** Rows as lists show them, with how they may be written to on a day. */
export async function toListed(db: Database, rows: Selected[], today: string): Promise<ListedLead[]> {
  const standings = await readStandings(
    db,
    rows.flatMap(({ address }) => address ?? []),
    today,
  );
  return rows.map(({ address, lastActivityAt, ...row }) => ({
    ...row,
    lastActivityAt: lastActivityAt.toISOString(),
    writable: writableOf(address ? standings.get(address) : undefined),
  }));
}
