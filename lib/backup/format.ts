import { z } from "zod";

/** The first line of a backup: which form it has and which migrations its rows fit. */
export const Header = z.object({
  countersign: z.literal("backup 1"),
  at: z.iso.datetime(),
  migrations: z.array(z.string()),
});

/** A row: its table, and its columns by name as PostgreSQL writes them in JSON. */
export const Row = z.tuple([z.string(), z.record(z.string(), z.unknown())]);

/** The last line, without which a backup is cut off: how many rows came before it. */
export const End = z.object({ rows: z.number().int() });
