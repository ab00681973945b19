import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { sql } from "drizzle-orm";
import { report, round } from "#bench/measure";
import { manyLeads } from "#e2e/doubles/lead-files";
import type { Store } from "#lib/db/store";

const AT_ONCE = 1_000;

/** What the parts of an import cost that nobody can do without: reading the file, and bare rows among the leads. */
export async function measureFloors(store: Store, rows: number): Promise<void> {
  const database = store.driver.kind;
  const parsing = await seconds(() => parseAll(rows));
  report({ bench: "floor: csv-parse", database, rows, s: parsing, rows_per_s: Math.round(rows / parsing) });
  const inserting = await seconds(() => insertAll(store, rows));
  const line = { database, rows, s: inserting, rows_per_s: Math.round(rows / inserting) };
  report({ bench: "floor: bare leads, 1,000 a statement", ...line });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return round((performance.now() - begin) / 1000);
}

async function parseAll(rows: number): Promise<number> {
  let count = 0;
  for await (const _ of Readable.from(manyLeads(rows)).pipe(parse())) count++;
  return count;
}

async function insertAll({ raw }: Store, rows: number): Promise<void> {
  await raw.transaction(async (tx) => {
    for (let from = 0; from < rows; from += AT_ONCE) {
      const values = Array.from({ length: AT_ONCE }, (_, n) => ({
        id: `led_floor${from + n}`,
        name: `Dana ${from + n} Cole`,
        address: `dana.${from + n}@floor.example`,
        externalid: `F${from + n}`,
      }));
      await tx.execute(sql`
        insert into leads (id, name, first_name, email, address, company, title, phone, stage, external_id,
          amount_cents, currency, description, last_activity_at, created_by, created_at)
        select id, name, 'Dana', address, address, 'Acme', 'Buyer', '+1 416 555', 'new', externalid,
          1200000, 'CAD', 'Asked for prices', now(), 'usr_bo', now()
        from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(id text, name text, address text, externalid text)`);
    }
  });
}
