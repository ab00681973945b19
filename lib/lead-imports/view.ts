import type { ImportCounts, ImportState } from "#drizzle/schema/leads";

/** How far an import is: bytes sent in parts, rows read, rows looked at. */
export type ImportProgress = { state: ImportState; rows: number; looked: number; arrived: number };

/** An import as lists show it. Instants are ISO strings. */
export type ListedImport = {
  id: string;
  fileName: string;
  state: ImportState;
  rows: number;
  counts: ImportCounts | null;
  reason: string | null;
  by: string;
  createdAt: string;
  endedAt: string | null;
};

/** A column of a file: its name, a few of the words in it, and the field that was guessed or chosen. */
export type ImportColumn = { name: string; samples: string[]; field: string | null };

/** One import. `arrived` is the share of the file that came in, from 0 to 1. */
export type ImportInFull = ListedImport & {
  encoding: string;
  delimiter: string;
  looked: number;
  arrived: number;
  /** In their order; empty before the file was read and after its rows became leads. */
  columns: ImportColumn[];
  ownerId: string | null;
  maySteer: boolean;
};

/** What the first rows come to with a mapping: leads as they would be, and how many of those looked at would be refused. */
export type ImportPreview = {
  looked: number;
  refused: number;
  optedOut: number;
  /** Rows with words that can’t be read, by field. */
  unread: Record<string, number>;
  leads: { line: number; name: string; facts: string[] }[];
  problems: RefusedRow[];
};

/** A row that was refused: its line in the file, why, and how it begins. */
export type RefusedRow = { line: number; problem: string; cells: string[] };
