import { and, asc, desc, eq, gte, inArray, isNull, lt } from "drizzle-orm";
import type { DeliveryState } from "#drizzle/schema/deliveries";
import type { LeadStage } from "#drizzle/schema/leads";
import { deliveries, drafts, leads, users } from "#drizzle/schema/schema";
import { DAY_MS, shortAge, urgencyOf } from "#lib/attention/ages";
import type { Asking } from "#lib/attention/asking";
import type { AttentionRow } from "#lib/attention/view";
import { atMost } from "#lib/db/at-most";
import type { Counted } from "#lib/db/count";
import { rowByRow } from "#lib/db/row-by-row";
import { recipientName } from "#lib/deliveries/recipient-name";
import { formatAmount } from "#lib/format/amount";
import { formatDay } from "#lib/format/dates";
import { visibleDraft } from "#lib/sources/visibility";

/** Who answered once and was not won or lost: the others were never more than a name. */
const WARM = ["connected", "qualified", "proposal"] as const satisfies readonly LeadStage[];
/** Days without anything happening after which a lead goes stale, and after which it has gone cold. */
const STALE_DAYS = 7;
const COLD_DAYS = 60;
const STUCK = ["unknown", "failed"] as const satisfies readonly DeliveryState[];

/** The leads that are going stale, to be counted. */
export function staleLeads({ ctx }: Pick<Asking, "ctx">): Counted {
  const ago = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  return {
    table: leads,
    where: and(
      inArray(leads.stage, [...WARM]),
      lt(leads.lastActivityAt, ago(STALE_DAYS)),
      gte(leads.lastActivityAt, ago(COLD_DAYS)),
      isNull(leads.deletedAt),
    ),
  };
}

/** Those of them that have been quiet longest, at most `most`. */
export async function listStaleLeads({ ctx, db, today, most }: Asking): Promise<AttentionRow[]> {
  const rows = await db
    .select({
      id: leads.id,
      name: leads.name,
      company: leads.company,
      ownerId: leads.ownerId,
      owner: users.name,
      amountCents: leads.amountCents,
      currency: leads.currency,
      nextStep: leads.nextStep,
      nextStepOn: leads.nextStepOn,
      lastActivityAt: leads.lastActivityAt,
    })
    .from(leads)
    .leftJoin(users, eq(users.id, leads.ownerId))
    .where(staleLeads({ ctx }).where)
    .orderBy(asc(leads.lastActivityAt), asc(leads.id))
    .limit(atMost(most));
  return rows.map((row) => {
    const quiet = ctx.now().getTime() - row.lastActivityAt.getTime();
    const next = row.nextStep ? `next: ${row.nextStep}` : "no next step recorded";
    return {
      id: row.id,
      title: row.company ?? row.name,
      about: row.nextStepOn ? `${next}, ${formatDay(row.nextStepOn, { today })}` : next,
      href: `/leads/${row.id}`,
      age: shortAge(quiet),
      urgency: urgencyOf(quiet / DAY_MS, { soon: 7, late: 10 }),
      third: row.amountCents !== null && row.currency ? formatAmount(row.amountCents, row.currency) : null,
      person: row.owner ? { id: row.ownerId, name: row.owner } : null,
      step: { label: row.owner ? "Open" : "Assign", href: `/leads/${row.id}` },
    };
  });
}

/** The deliveries that failed or of which nobody knows whether they left, of drafts the actor sees, to be counted. */
export function stuckDeliveries({ ctx }: Pick<Asking, "ctx">): Counted {
  return {
    table: deliveries,
    where: and(inArray(deliveries.state, [...STUCK]), rowByRow(visibleDraft(ctx.actor, deliveries.draftId))),
  };
}

/** Those of them that were due last, unknown ones first, at most `most`. */
export async function listStuckDeliveries({ ctx, db, most }: Asking): Promise<AttentionRow[]> {
  const rows = await db
    .select({
      id: deliveries.id,
      title: drafts.title,
      state: deliveries.state,
      recipient: recipientName,
      dueAt: deliveries.dueAt,
      byId: users.id,
      by: users.name,
    })
    .from(deliveries)
    .innerJoin(drafts, eq(drafts.id, deliveries.draftId))
    .leftJoin(users, eq(users.id, drafts.decidedBy))
    .where(stuckDeliveries({ ctx }).where)
    .orderBy(desc(deliveries.state), desc(deliveries.dueAt))
    .limit(atMost(most));
  return rows.map(({ id, title, state, recipient, dueAt, byId, by }) => {
    const waited = ctx.now().getTime() - dueAt.getTime();
    return {
      id,
      title,
      about: recipient,
      href: `/deliveries/${id}`,
      age: shortAge(Math.max(0, waited)),
      urgency: state === "unknown" ? "late" : "soon",
      third: state,
      person: by ? { id: byId, name: by } : null,
      step: { label: "Decide", href: `/deliveries/${id}` },
    };
  });
}
