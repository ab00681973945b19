import { and, isNull, ne } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import type { Reading } from "#lib/lead-imports/read-lead";

/** Who may own leads, by e-mail and full name. A name that two have is nobody’s. */
export async function ownersOf(db: Database): Promise<Reading["findOwner"]> {
  const people = await db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(isNull(users.deactivatedAt), ne(users.role, "viewer")));
  const byWord = new Map<string, string | null>();
  for (const { id, name, email } of people)
    for (const word of new Set([name, email ?? name].map((one) => one.toLowerCase())))
      byWord.set(word, byWord.has(word) ? null : id);
  return (cell) => byWord.get(cell.toLowerCase()) ?? null;
}
