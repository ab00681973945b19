import { eq, sql } from "drizzle-orm";
import { deliveries } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";

/**
 * Takes the title of a draft out of the names of files it leaves or left as: "2026-11-20-release-planning-3f9a.md"
 * becomes "2026-11-20-3f9a.md". What stands in a folder already is beyond reach.
 */
export async function forgetTitle(tx: Tx, draftId: string): Promise<void> {
  const bare = sql`regexp_replace(${deliveries.recipient}, ${"^(\\d{4}-\\d\\d-\\d\\d)-.*-(\\w+\\.md)$"}, ${"\\1-\\2"})`;
  await tx.update(deliveries).set({ recipient: bare }).where(eq(deliveries.draftId, draftId));
}
