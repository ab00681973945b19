import { and, eq, gte, inArray, or } from "drizzle-orm";
import { notices } from "#drizzle/schema/schema";
import type { Asking } from "#lib/attention/asking";
import type { Database } from "#lib/db/store";

const DAY_MS = 86_400_000;

/** Which of some actions, blockers and questions somebody was reminded of in the last day. */
export async function listNudged(
  { ctx, db }: Pick<Asking, "ctx"> & { db: Database },
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ action: notices.actionId, blocker: notices.blockerId, question: notices.questionId })
    .from(notices)
    .where(
      and(
        eq(notices.kind, "nudged"),
        gte(notices.createdAt, new Date(ctx.now().getTime() - DAY_MS)),
        or(inArray(notices.actionId, ids), inArray(notices.blockerId, ids), inArray(notices.questionId, ids)),
      ),
    );
  return new Set(rows.flatMap(({ action, blocker, question }) => action ?? blocker ?? question ?? []));
}
