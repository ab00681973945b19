import type { FigureName } from "#lib/figures/schema";

/** The address of the rows behind a figure of the period that is shown; of one person or workflow where that is named. */
export type RowsOf = (of: FigureName, narrowed?: { who?: string; workflow?: string }) => string;
