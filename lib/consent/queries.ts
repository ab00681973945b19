import { and, inArray, isNull } from "drizzle-orm";
import { consents, suppressions } from "#drizzle/schema/schema";
import { type Consent, type ConsentStanding, standingOf } from "#lib/consent/rules";
import type { Database, Tx } from "#lib/db/store";
import { domainsOf } from "#lib/format/mail-address";

/** How each of these folded addresses stands on a day (YYYY-MM-DD): two queries, however many there are. */
export async function readStandings(
  db: Tx | Database,
  addresses: string[],
  today: string,
): Promise<Map<string, ConsentStanding>> {
  if (addresses.length === 0) return new Map();
  const values = [...new Set(addresses.flatMap((address) => [address, ...domainsOf(address)]))];
  const stopped = await db
    .select({ value: suppressions.value, reason: suppressions.reason, at: suppressions.addedAt })
    .from(suppressions)
    .where(and(inArray(suppressions.value, values), isNull(suppressions.liftedAt)));
  const given = await db
    .select({
      id: consents.id,
      address: consents.address,
      basis: consents.basis,
      obtainedOn: consents.obtainedOn,
      evidence: consents.evidence,
    })
    .from(consents)
    .where(and(inArray(consents.address, addresses), isNull(consents.withdrawnAt)));
  const byValue = new Map(stopped.map((one) => [one.value, one]));
  return new Map(
    addresses.map((address): [string, ConsentStanding] => {
      const stop = [address, ...domainsOf(address)].flatMap((value) => byValue.get(value) ?? [])[0];
      if (stop) return [address, { state: "suppressed", ...stop }];
      const own: Consent[] = given.filter((one) => one.address === address);
      return [address, standingOf(own, today)];
    }),
  );
}

/** The same of one address. */
export async function readStanding(
  db: Tx | Database,
  address: string,
  today: string,
): Promise<ConsentStanding> {
  return (await readStandings(db, [address], today)).get(address) ?? { state: "none" };
}
