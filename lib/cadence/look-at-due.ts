import { eq } from "drizzle-orm";
import { leads } from "#drizzle/schema/schema";
import { isBelowCap } from "#lib/cadence/daily-cap";
import { isClosed, type Lead } from "#lib/cadence/lock-lead";
import type { Due } from "#lib/cadence/perform-due";
import { readWorkDays } from "#lib/calendar/read-work-days";
import { firstWorkDay, type WorkDays } from "#lib/calendar/work-days";
import { readStanding } from "#lib/consent/queries";
import { reader } from "#lib/db/store";
import type { Ctx } from "#lib/events/context";
import { addDays, type Day, localDay } from "#lib/format/dates";
import { readOutreachOf } from "#lib/outreach/queries";

/** What becomes of a follow-up that is due: it is drafted for the lead's owner, waits until another day, or is dropped. */
export type Verdict =
  | { act: "draft"; lead: Lead; ownerId: string; today: Day; when: WorkDays }
  | { act: "wait"; until: Day; when: WorkDays; reason: string }
  | { act: "drop" };

/** Looks at what is true now. Nothing is drafted that couldn't be sent: nobody's time is spent on reviewing that. */
export async function lookAtDue(ctx: Ctx, due: Due): Promise<Verdict> {
  const db = reader(ctx.store);
  const [lead] = await db.select().from(leads).where(eq(leads.id, due.leadId));
  if (!lead || lead.deletedAt || isClosed(lead)) return { act: "drop" };
  const when = await readWorkDays(db, lead.ownerId, ctx.now());
  const today = localDay(ctx.now(), when.timeZone);
  const wait = (reason: string, until = addDays(today, 1)): Verdict => ({
    act: "wait",
    until: firstWorkDay(until, when),
    when,
    reason,
  });
  if (!lead.ownerId) return wait("Nobody owns this lead.");
  if (!lead.address) return wait("The lead has no address.");
  if (firstWorkDay(today, when) !== today) return wait("It is no working day.", today);
  const standing = await readStanding(db, lead.address, today);
  if (standing.state === "suppressed") return { act: "drop" };
  if (standing.state !== "valid")
    return wait(standing.state === "expired" ? "Consent has ended." : "No consent is recorded.");
  if (due.why === "quiet") {
    const quietOn = addDays(
      localDay(lead.lastActivityAt, when.timeZone),
      (await readOutreachOf(db)).quietDays,
    );
    if (quietOn > today) return wait("Something happened since.", quietOn);
  }
  if (!(await isBelowCap(db, lead.ownerId, today))) return wait("The day’s limit is reached.");
  return { act: "draft", lead, ownerId: lead.ownerId, today, when };
}
