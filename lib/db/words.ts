import { and, ilike, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** The condition that a text has every one of these words somewhere, whatever their case; none for no words. */
export function hasWords(column: AnyPgColumn, words: string | undefined): SQL | undefined {
  const parts = (words ?? "").split(/\s+/).filter(Boolean);
  return and(...parts.map((part) => ilike(column, `%${part.replace(/[\\%_]/g, "\\$&")}%`)));
}
