import type { LeadStage } from "#drizzle/schema/leads";
import type { BoardColumn } from "#lib/leads/board";
import type { ListedLead } from "#lib/leads/view";

export type Moved = { leadId: string; stage: LeadStage };

/** The board as it is once a card has moved: on top of its new column, counted and summed up there. */
export function moveCard(board: BoardColumn[], { leadId, stage }: Moved): BoardColumn[] {
  const lead = board.flatMap((column) => column.leads).find(({ id }) => id === leadId);
  if (!lead || lead.stage === stage) return board;
  return board.map((column) => {
    if (column.stage === lead.stage)
      return {
        ...column,
        count: column.count - 1,
        sums: added(column.sums, lead, -1),
        leads: column.leads.filter(({ id }) => id !== leadId),
      };
    if (column.stage === stage)
      return {
        ...column,
        count: column.count + 1,
        sums: added(column.sums, lead, 1),
        leads: [{ ...lead, stage }, ...column.leads],
      };
    return column;
  });
}

function added(sums: BoardColumn["sums"], { amountCents, currency }: ListedLead, sign: 1 | -1) {
  if (amountCents === null || !currency) return sums;
  const before = sums.find((sum) => sum.currency === currency)?.cents ?? 0;
  const others = sums.filter((sum) => sum.currency !== currency);
  return [...others, { currency, cents: before + sign * amountCents }].filter(({ cents }) => cents > 0);
}
