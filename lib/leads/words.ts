import { type SQL, sql } from "drizzle-orm";
import { leads } from "#drizzle/schema/schema";
import type { Database } from "#lib/db/store";
import { commonKinds } from "#lib/search/frequency";
import { readWanted } from "#lib/search/words";

/**
 * The condition that a lead's name, company, title or address has these words, the last as a beginning; none for no words.
 * Few matches are gathered by the index of words; of many, leads are asked one by one in the order of the list.
 */
export async function leadHasWords(db: Database, words: string | undefined): Promise<SQL | undefined> {
  const wanted = readWanted(words ?? "");
  if (!wanted) return undefined;
  const query = sql`${wanted.query}::tsquery`;
  const common = await commonKinds(db, wanted.query, ["lead"]);
  if (common.has("lead"))
    return sql`(select case when found.words @@ ${query} then true else false end
      from search_entries as found where found.id = ${leads.id})`;
  return sql`${leads.id} = any(array(select found.id from search_entries as found
    where found.kind = 'lead' and found.words @@ ${query}))`;
}
