import { and, asc, eq, lte } from "drizzle-orm";
import { followUpDues } from "#drizzle/schema/schema";
import { performDue } from "#lib/cadence/perform-due";
import { reader } from "#lib/db/store";
import { ignoreConflict } from "#lib/errors";
import type { Ctx, Ports } from "#lib/events/context";

const BATCH = 100;

/** Drafts the follow-ups whose day has come. What is looked at are those alone, never all leads. */
export async function sweepFollowUps(ports: Ports): Promise<void> {
  const ctx: Ctx = { ...ports, actor: { kind: "system" } };
  const due = await reader(ctx.store)
    .select()
    .from(followUpDues)
    .where(and(eq(followUpDues.state, "waiting"), lte(followUpDues.dueAt, ctx.now())))
    .orderBy(asc(followUpDues.dueAt), asc(followUpDues.id))
    .limit(BATCH);
  for (const one of due) await performDue(ctx, one).catch(ignoreConflict);
}
