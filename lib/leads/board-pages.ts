import type { LeadStage } from "#drizzle/schema/leads";
import { STAGE_ORDER } from "#lib/format/lead-stages";

/** How many pages of a column are open; one where it isn’t named. */
export type BoardPages = Partial<Record<LeadStage, number>>;

/** So many pages of one column are shown at most: what is older is in the list. */
export const MOST_PAGES = 10;

/** What the address of the board says of it: "new-2.won-3". What is none of it counts as nothing. */
export function readBoardPages(word: string | undefined): BoardPages {
  const pages: BoardPages = {};
  for (const one of (word ?? "").split(".")) {
    const [name, count] = one.split("-");
    const stage = STAGE_ORDER.find((known) => known === name);
    if (stage && /^\d{1,2}$/.test(count ?? ""))
      pages[stage] = Math.min(Math.max(Number(count), 1), MOST_PAGES);
  }
  return pages;
}

/** The same with one more page of a column. */
export function withMore(pages: BoardPages, stage: LeadStage): string {
  const more = { ...pages, [stage]: (pages[stage] ?? 1) + 1 };
  return Object.entries(more)
    .map(([name, count]) => `${name}-${count}`)
    .join(".");
}
