import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** The condition for a column that names a draft: it was written from a meeting of the series. Who sees it is asked besides. */
export function inSeries(draftId: AnyPgColumn, seriesId: string | undefined): SQL | undefined {
  if (!seriesId) return undefined;
  return sql`${draftId} in (select of_series.draft_id from draft_sources of_series
    join sources met on met.id = of_series.source_id where met.series_id = ${seriesId})`;
}
