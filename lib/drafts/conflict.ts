import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { drafts, events, revisions, users } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import type { DeskConflict } from "#lib/drafts/view";
import { AppError } from "#lib/errors";
import type { EventKind } from "#lib/events/kinds";

const PAST = {
  approved: "approved",
  rejected: "rejected",
  edited: "changed",
  reopened: "reopened",
  rewritten: "wrote",
} as const;

const WHAT = {
  "draft.approved": "approved",
  "draft.rejected": "rejected",
  "draft.edited": "edited",
  "draft.redacted": "edited",
  "draft.reopened": "reopened",
  "draft.rewritten": "rewritten",
  "draft.restored": "edited",
  "draft.kept": "edited",
} as const satisfies Partial<Record<EventKind, DeskConflict["what"]>>;

/** The `conflict` of a lost race: who was faster, what they did, and what the draft is now; `otherwise` if nobody was. */
export async function lostRace(
  tx: Tx | Database,
  draftId: string,
  otherwise = "The draft has changed in the meantime.",
): Promise<AppError> {
  const [row] = await tx
    .select({
      revision: drafts.currentRevision,
      statements: revisions.statements,
      kind: events.kind,
      by: sql<string>`coalesce(${users.name}, 'Countersign')`,
      at: events.at,
    })
    .from(drafts)
    .innerJoin(revisions, and(eq(revisions.draftId, drafts.id), eq(revisions.number, drafts.currentRevision)))
    .innerJoin(events, and(eq(events.draftId, drafts.id), inArray(events.kind, Object.keys(WHAT))))
    .leftJoin(users, eq(users.id, events.actorId))
    .where(eq(drafts.id, draftId))
    // By number, not by time: two changes may be made within a millisecond, but one after the other.
    .orderBy(desc(events.seq))
    .limit(1);
  if (!row) return new AppError("conflict", otherwise);
  const what = WHAT[row.kind as keyof typeof WHAT];
  const { by, at, revision, statements } = row;
  const conflict: DeskConflict = { by, at: at.toISOString(), what, revision, statements };
  return new AppError(
    "conflict",
    `${by} ${PAST[what]} this draft${what === "rewritten" ? " again" : ""} before you.`,
    { conflict },
  );
}
