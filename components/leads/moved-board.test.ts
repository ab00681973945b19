import { expect, it } from "vitest";
import { moveCard } from "#components/leads/moved-board";
import type { LeadStage } from "#drizzle/schema/leads";
import type { BoardColumn } from "#lib/leads/board";
import type { ListedLead } from "#lib/leads/view";

const lead = (id: string, stage: LeadStage, amountCents: number | null) =>
  ({ id, stage, amountCents, currency: amountCents === null ? null : "CAD" }) as ListedLead;
const column = (stage: LeadStage, leads: ListedLead[], cents: number): BoardColumn => ({
  stage,
  leads,
  count: leads.length,
  sums: cents ? [{ currency: "CAD", cents }] : [],
  next: null,
});
const board = [column("new", [lead("a", "new", 500), lead("b", "new", null)], 500), column("won", [], 0)];

it("puts a card on top of its new column, with its deal", () => {
  const moved = moveCard(board, { leadId: "a", stage: "won" });
  expect(moved.map(({ count, sums, leads }) => [count, sums, leads.map(({ id }) => id)])).toEqual([
    [1, [], ["b"]],
    [1, [{ currency: "CAD", cents: 500 }], ["a"]],
  ]);
  expect(moved[1]?.leads[0]?.stage).toBe("won");
});

it("leaves the board as it is for a card that is there or unknown", () => {
  expect(moveCard(board, { leadId: "a", stage: "new" })).toBe(board);
  expect(moveCard(board, { leadId: "gone", stage: "won" })).toBe(board);
});
