import { and, eq, isNull, ne, or } from "drizzle-orm";
import { leads } from "#drizzle/schema/schema";
import type { Database, Tx } from "#lib/db/store";
import { AppError } from "#lib/errors";

type Identity = { address?: string | null; externalId?: string | null };

/** The refusal that names the lead who has this address or external id already; undefined where none has. */
export async function twinConflict(
  db: Database | Tx,
  { address, externalId }: Identity,
  but = "",
): Promise<AppError | undefined> {
  const same = or(
    address ? eq(leads.address, address) : undefined,
    externalId ? eq(leads.externalId, externalId) : undefined,
  );
  if (!same) return undefined;
  const [twin] = await db
    .select({ leadId: leads.id, name: leads.name, address: leads.address })
    .from(leads)
    .where(and(same, isNull(leads.deletedAt), ne(leads.id, but)))
    .limit(1);
  if (!twin) return undefined;
  const { leadId, name } = twin;
  const what = address && twin.address === address ? "address" : "external id";
  const message = `“${name}” has this ${what} already. Open that lead, or use another ${what}.`;
  return new AppError("conflict", message, { twin: { leadId, name } });
}
