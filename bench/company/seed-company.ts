import { writeCallsAndLog } from "#bench/company/log";
import { writeMeetings } from "#bench/company/meetings";
import { writePeople } from "#bench/company/people";
import { writeSales } from "#bench/company/sales";
import { writeStandups } from "#bench/company/standups";
import { fill } from "#bench/fill";
import { searchFilled } from "#bench/seed";
import type { Store } from "#lib/db/store";

/**
 * Fills a database that has the cast in it, and nothing else, with so many years of a company of two hundred people up to
 * 20 November 2026: absences, stand-ups, meetings, leads and mails, with what they cost and the log of it. The same years
 * are always the same company, and the last of five is the one year there is of one.
 */
export function seedCompany(store: Store, years: number): Promise<void> {
  return fill(store, [
    ...searchFilled(),
    ...writePeople(years),
    ...writeStandups(),
    ...writeMeetings(),
    ...writeSales(),
    ...writeCallsAndLog(),
  ]);
}
