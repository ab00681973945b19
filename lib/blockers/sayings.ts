import { and, desc, eq, sql } from "drizzle-orm";
import { blockerSayings, sources, users } from "#drizzle/schema/schema";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { visibleSource } from "#lib/sources/visibility";

/** The words of one day, with the source that has them; `quote` is "" where the source was deleted. `day` is YYYY-MM-DD. */
export type Saying = {
  day: string;
  by: string | null;
  quote: string;
  sourceId: string;
  deleted: boolean;
  /** The version of the source it was read in, and its place there in UTF-16 units. */
  version: number;
  start: number;
  end: number;
};

/** More days than that nobody reads below a blocker. */
const MOST = 60;

/** What was said of a blocker, the last first, as far as the actor may read the sources. Who may see it was asked before. */
export function listSayings(ctx: UserCtx, blockerId: string): Promise<Saying[]> {
  return reader(ctx.store)
    .select({
      day: blockerSayings.day,
      by: users.name,
      quote: blockerSayings.quote,
      sourceId: blockerSayings.sourceId,
      version: blockerSayings.sourceVersion,
      start: blockerSayings.start,
      end: blockerSayings.end,
      deleted: sql<boolean>`${sources.deletedAt} is not null`,
    })
    .from(blockerSayings)
    .innerJoin(sources, eq(sources.id, blockerSayings.sourceId))
    .leftJoin(users, eq(users.id, blockerSayings.userId))
    .where(and(eq(blockerSayings.blockerId, blockerId), visibleSource(ctx.actor)))
    .orderBy(desc(blockerSayings.day), desc(blockerSayings.createdAt), blockerSayings.start)
    .limit(MOST);
}
