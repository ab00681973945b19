import { and, isNull, ne } from "drizzle-orm";
import { users } from "#drizzle/schema/schema";
import type { Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";

type Called = { name?: string; aliases?: string[]; handles?: string[] };

/** Refuses names that stand for somebody else already: what is written under them would be theirs to see. */
export async function refuseTakenNames(tx: Tx, userId: string, called: Called): Promise<void> {
  const { name, aliases = [], handles = [] } = called;
  const wanted = [...(name === undefined ? [] : [name]), ...aliases, ...handles];
  if (wanted.length === 0) return;
  const others = await tx
    .select({ name: users.name, email: users.email, aliases: users.aliases, handles: users.handles })
    .from(users)
    .where(and(ne(users.id, userId), isNull(users.deactivatedAt)));
  for (const other of others) {
    const theirs = new Set(namesOf(other).map(folded));
    const taken = wanted.find((one) => theirs.has(folded(one)));
    if (taken !== undefined)
      throw new AppError(
        "conflict",
        `“${taken}” stands for ${other.name} already. Choose another, or change theirs first.`,
      );
  }
}

type Other = { name: string; email: string | null; aliases: string[]; handles: string[] };

function namesOf({ name, email, aliases, handles }: Other): string[] {
  return [name, name.split(" ")[0]!, ...aliases, ...handles, ...(email ? [email] : [])];
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
