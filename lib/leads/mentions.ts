import { and, isNotNull } from "drizzle-orm";
import { sources } from "#drizzle/schema/schema";
import { anyOf } from "#lib/db/any-of";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { findEverywhere } from "#lib/search/queries";
import type { Found } from "#lib/search/shown";

/** Meetings and other sources that name a lead or its company, as far as the reader sees them, at most ten. */
export async function findMentions(
  ctx: UserCtx,
  lead: { name: string; company: string | null },
): Promise<Found[]> {
  const names = [lead.company, lead.name].flatMap((name) => quoted(name) ?? []);
  if (names.length === 0) return [];
  const [group] = await findEverywhere(ctx, { words: names.join(" or "), kind: "source" });
  const found = group?.found ?? [];
  const own = await reader(ctx.store)
    .select({ id: sources.id })
    .from(sources)
    .where(
      and(
        anyOf(
          sources.id,
          found.map(({ id }) => id),
        ),
        isNotNull(sources.leadId),
      ),
    );
  return found.filter(({ id }) => !own.some((one) => one.id === id)).slice(0, MOST);
}

const MOST = 10;

/** A name as words that stand side by side; null where it has none that could be looked for. */
function quoted(name: string | null): string | null {
  const words = name?.replaceAll('"', " ").slice(0, 80).trim();
  return words && words.length > 2 ? `"${words}"` : null;
}
