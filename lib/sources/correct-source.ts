import { and, eq, isNull } from "drizzle-orm";
import { sources, sourceVersions } from "#drizzle/schema/schema";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { transact, type Work } from "#lib/events/transact";
import { cleanText } from "#lib/parsers/plain";
import { canCorrectSource } from "#lib/sources/policy";
import { CorrectSource } from "#lib/sources/schema";
import { versionRow } from "#lib/sources/version-row";
import { visibleSource } from "#lib/sources/visibility";

/**
 * Keeps a corrected text as the next version of a source, with the reason; the versions before stay as they were. Drafts
 * of it that wait become stale by that alone. `conflict` where somebody corrected the version that was seen first.
 */
export async function correctSource(ctx: UserCtx, input: CorrectSource): Promise<{ version: number }> {
  const { sourceId, version: seen, text: given, reason } = CorrectSource.parse(input);
  const text = cleanText(given);
  return transact(ctx, async ({ tx, record }) => {
    const { version: now, before } = await lockCorrectable(ctx, tx, sourceId);
    if (now !== seen) {
      throw new AppError(
        "conflict",
        "Somebody corrected this source while you did. Open it again, and look.",
      );
    }
    if (text === before) throw new AppError("invalid", "This is the text as it was. Change it first.");
    const version = seen + 1;
    await tx
      .insert(sourceVersions)
      .values(versionRow({ sourceId, version, text, reason, by: ctx.actor.id, at: ctx.now() }));
    await tx.update(sources).set({ currentVersion: version }).where(eq(sources.id, sourceId));
    record({ kind: "source.corrected", subjectId: sourceId, sourceId, data: { version } });
    return { version };
  });
}

/** Held, so that of two corrections of one version the second finds the first. */
async function lockCorrectable(ctx: UserCtx, tx: Work["tx"], sourceId: string) {
  const [source] = await tx
    .select({
      authorId: sources.authorId,
      keeperId: sources.keeperId,
      version: sources.currentVersion,
    })
    .from(sources)
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt), visibleSource(ctx.actor)))
    .for("update");
  if (!source)
    throw new AppError("not_found", "There is no such source: it was deleted, or it is not shared with you.");
  if (!canCorrectSource(ctx.actor, source))
    throw new AppError("forbidden", "Who stored this source, a leader or an admin can correct it.");
  const [row] = await tx
    .select({ text: sourceVersions.text })
    .from(sourceVersions)
    .where(and(eq(sourceVersions.sourceId, sourceId), eq(sourceVersions.version, source.version)));
  return { version: source.version, before: row?.text ?? "" };
}
