import { and, desc, eq, ilike, inArray, isNull, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SuppressionReason } from "#drizzle/schema/consents";
import { consents, suppressions, users } from "#drizzle/schema/schema";
import { type DatedConsent, expiryOf } from "#lib/consent/rules";
import { SuppressionFilter } from "#lib/consent/schema";
import { olderThan, PAGE_ROWS, type Page, toPage } from "#lib/db/page";
import { reader } from "#lib/db/store";
import type { UserCtx } from "#lib/events/context";
import { domainsOf, foldAddress } from "#lib/format/mail-address";

/** Something that nothing is sent to. `addedAt` is an ISO instant; `addedBy` is null where nobody did. */
export type ListedSuppression = {
  id: string;
  value: string;
  kind: "address" | "domain";
  reason: SuppressionReason;
  note: string | null;
  addedBy: string | null;
  addedAt: string;
};

/** A consent with who recorded it and when; `withdrawnAt` from then on it counts no more. Instants are ISO. */
export type KeptConsent = DatedConsent & {
  recordedBy: string;
  recordedAt: string;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
};

const MOST_CONSENTS = 100;
const withdrawers = alias(users, "withdrawers");

/** What nothing is sent to, the last added first. A whole address finds its domains as well. */
export async function listSuppressions(
  ctx: UserCtx,
  filter: SuppressionFilter = {},
): Promise<Page<ListedSuppression>> {
  const { words, cursor } = SuppressionFilter.parse(filter);
  const rows = await reader(ctx.store)
    .select({
      id: suppressions.id,
      value: suppressions.value,
      kind: suppressions.kind,
      reason: suppressions.reason,
      note: suppressions.note,
      addedBy: users.name,
      addedAt: suppressions.addedAt,
    })
    .from(suppressions)
    .leftJoin(users, eq(users.id, suppressions.addedBy))
    .where(
      and(
        isNull(suppressions.liftedAt),
        standsFor(words),
        olderThan(cursor, suppressions.addedAt, suppressions.id),
      ),
    )
    .orderBy(desc(suppressions.addedAt), desc(suppressions.id))
    .limit(PAGE_ROWS + 1);
  const page = toPage(rows, (last) => [last.addedAt.toISOString(), last.id]);
  return { ...page, rows: page.rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() })) };
}

/** Every consent that was recorded for a folded address, the newest first, at most 100. */
export async function listConsents(ctx: UserCtx, address: string): Promise<KeptConsent[]> {
  const rows = await reader(ctx.store)
    .select({
      id: consents.id,
      basis: consents.basis,
      obtainedOn: consents.obtainedOn,
      evidence: consents.evidence,
      recordedBy: users.name,
      recordedAt: consents.recordedAt,
      withdrawnAt: consents.withdrawnAt,
      withdrawnBy: withdrawers.name,
    })
    .from(consents)
    .innerJoin(users, eq(users.id, consents.recordedBy))
    .leftJoin(withdrawers, eq(withdrawers.id, consents.withdrawnBy))
    .where(eq(consents.address, address))
    .orderBy(desc(consents.recordedAt), desc(consents.id))
    .limit(MOST_CONSENTS);
  return rows.map((row) => ({
    ...row,
    expiresOn: expiryOf(row),
    recordedAt: row.recordedAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }));
}

function standsFor(words: string | undefined): SQL | undefined {
  const text = words?.trim();
  if (!text) return undefined;
  const address = foldAddress(text);
  if (address) return inArray(suppressions.value, [address, ...domainsOf(address)]);
  return ilike(suppressions.value, `%${text.replace(/[\\%_]/g, "\\$&")}%`);
}
