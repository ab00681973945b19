import { and, eq, inArray, ne } from "drizzle-orm";
import {
  actions,
  decisions,
  deliveries,
  documents,
  draftSources,
  drafts,
  questions,
  sources,
} from "#drizzle/schema/schema";
import { canKeepSource } from "#lib/custody/policy";
import { NameSource } from "#lib/custody/schema";
import { reader } from "#lib/db/store";
import { AppError } from "#lib/errors";
import type { UserCtx } from "#lib/events/context";
import { visibleSource } from "#lib/sources/visibility";

/** What hangs on a source, before it is deleted or redacted. */
export type Custody = {
  /** Whether the actor may delete, redact and share it. */
  mayKeep: boolean;
  drafts: number;
  actions: number;
  decisions: number;
  questions: number;
  documents: number;
  /** Copies that have left, or may have, and can't be called back. */
  left: number;
};

/** Counts what was made from a source; `not_found` where there is none or the actor may not see it. */
export async function getCustody(ctx: UserCtx, input: NameSource): Promise<Custody> {
  const { sourceId } = NameSource.parse(input);
  const db = reader(ctx.store);
  const [source] = await db
    .select({ authorId: sources.authorId, keeperId: sources.keeperId })
    .from(sources)
    .where(and(eq(sources.id, sourceId), visibleSource(ctx.actor)));
  if (!source) throw new AppError("not_found", "There is no such source, or it is not shared with you.");
  const made = db
    .select({ id: draftSources.draftId })
    .from(draftSources)
    .where(eq(draftSources.sourceId, sourceId));
  const among = (table: typeof actions | typeof decisions | typeof questions | typeof documents) =>
    db.$count(table, inArray(table.draftId, made));
  const left = inArray(deliveries.state, ["sending", "sent", "unknown"]);
  return {
    mayKeep: canKeepSource(ctx.actor, source),
    drafts: await db.$count(drafts, and(inArray(drafts.id, made), ne(drafts.state, "deleted"))),
    actions: await among(actions),
    decisions: await among(decisions),
    questions: await among(questions),
    documents: await among(documents),
    left: await db.$count(deliveries, and(inArray(deliveries.draftId, made), left)),
  };
}
