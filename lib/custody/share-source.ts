import { eq } from "drizzle-orm";
import { sources, teams } from "#drizzle/schema/schema";
import { findKeptSource, lockDraftsOf } from "#lib/custody/find-source";
import { listTexts } from "#lib/custody/find-words";
import { hideCarried } from "#lib/custody/hide-carried";
import { hideSaid } from "#lib/custody/redact-blockers";
import { lockCarrying } from "#lib/custody/redact-carried";
import { lockFacts, redactFacts } from "#lib/custody/redact-facts";
import { refuseWiderThanCarried } from "#lib/custody/refuse-wider";
import { ShareSource } from "#lib/custody/schema";
import type { Tx } from "#lib/db/store";
import { cancelUnsent } from "#lib/deliveries/cancel-deliveries";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact } from "#lib/events/transact";

/**
 * Says anew who sees a source, and with it every draft and record made from it, at once. What has not left yet is
 * called back where the new readers are not everyone, and what later meetings carry over from it goes there where not
 * all of theirs are among them. `conflict` while something is leaving, and where they would read of earlier meetings that
 * are not shared with them, and of what is on a lead's timeline.
 */
export async function shareSource(ctx: UserCtx, input: ShareSource): Promise<void> {
  const { sourceId, visibility, teamId } = ShareSource.parse(input);
  return transact(ctx, async (work) => {
    const { tx, record } = work;
    const source = await findKeptSource(ctx, tx, sourceId);
    refuseOfLead(source);
    const team = visibility === "team" ? teamId : null;
    if (source.visibility === visibility && source.teamId === team)
      throw new AppError("conflict", "Exactly these people see it already.");
    await refuseUnknownTeam(tx, team);
    const closed = visibility === "open" ? [] : await lockDraftsOf(tx, sourceId);
    for (const { id } of closed) await cancelUnsent(ctx, work, id);
    const carrying = await lockCarrying(
      tx,
      closed.map(({ id }) => id),
    );
    const unseen = (await lockFacts(tx, source, await listTexts(tx, sourceId))).filter((facts) =>
      isReadByOthers(facts, source, { visibility, teamId: team }),
    );
    await redactFacts(ctx, work, unseen, { words: null, points: "drop" });
    await hideSaid(tx, source, { visibility, teamId: team });
    await tx.update(sources).set({ visibility, teamId: team }).where(eq(sources.id, sourceId));
    // Who could see it before read it already: closing it is never refused.
    if (source.visibility !== "open" && visibility !== "private") await refuseWiderThanCarried(tx, sourceId);
    await hideCarried(ctx, work, carrying.later);
    record({
      kind: "source.shared",
      subjectId: sourceId,
      sourceId,
      data: { from: source.visibility, to: visibility },
    });
  });
}

/** Whether what code wrote of a team's stand-up is read by somebody who may not read an update any more. */
function isReadByOthers(
  facts: { visibility: string },
  source: { teamId: string | null },
  to: { visibility: string; teamId: string | null },
): boolean {
  if (to.visibility === "open") return false;
  return facts.visibility !== "team" || to.visibility !== "team" || to.teamId !== source.teamId;
}

/** Whoever owns a lead later would have follow-ups written from what they may not see, and not see these either. */
function refuseOfLead({ leadId }: { leadId: string | null }): void {
  if (leadId !== null)
    throw new AppError(
      "conflict",
      "Everybody sees a lead, and so what is on its timeline. Take words out of it, or delete it.",
    );
}

async function refuseUnknownTeam(tx: Tx, teamId: string | null): Promise<void> {
  if (!teamId) return;
  const [team] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId));
  if (!team) throw new AppError("invalid", "This team no longer exists. Choose another one.");
}
