import { only, type WorkspaceRow } from "#e2e/permissions/workspace-row";
import { stageMeeting } from "#e2e/support/records";
import { getDeskSide } from "#lib/attention/desk";
import { nudge } from "#lib/attention/nudge";
import { getAttention } from "#lib/attention/queries";
import { listPlans } from "#lib/budgets/queries";
import { setBaseline } from "#lib/budgets/set-baseline";
import { setBudget } from "#lib/budgets/set-budget";
import type { UserCtx } from "#lib/events/context";
import { getAdoption } from "#lib/figures/people-queries";
import { getRecordFigures } from "#lib/figures/record-queries";
import { getReviewing } from "#lib/figures/review-queries";
import { listFigureRows } from "#lib/figures/row-queries";
import { getSpend } from "#lib/figures/spend-queries";
import type { Calendar } from "#lib/users/calendar";

const TODAY = "2026-11-20";
const CALENDAR: Calendar = { timeZone: "America/Toronto", today: TODAY };

const forLeaders = (act: (ctx: UserCtx) => Promise<unknown>): WorkspaceRow => ({
  act,
  answers: only(["admin", "leader"]),
});

/** What leaders see of the company on Today. */
export const TODAY_READS: Record<string, WorkspaceRow> = {
  getAttention: forLeaders((ctx) => getAttention(ctx, TODAY)),
  getDeskSide: forLeaders((ctx) => getDeskSide(ctx, CALENDAR)),
  getReviewing: forLeaders((ctx) => getReviewing(ctx, {}, CALENDAR)),
  getSpend: forLeaders((ctx) => getSpend(ctx, {}, CALENDAR)),
  getAdoption: forLeaders((ctx) => getAdoption(ctx, {}, CALENDAR)),
  getRecordFigures: forLeaders((ctx) => getRecordFigures(ctx, {}, CALENDAR)),
  listFigureRows: forLeaders((ctx) => listFigureRows(ctx, { of: "decided" }, CALENDAR)),
  listPlans: forLeaders(listPlans),
};

const SEEN = { workflow: "meeting-notes", version: 0 };

/** What leaders set for the figures. */
export const TODAY_VERBS: Record<string, WorkspaceRow> = {
  nudge: {
    prepare: async (stage) => (await stageMeeting(stage)).action({ owner: "dana", dueOn: "2026-11-01" }),
    act: (ctx, id) => nudge(ctx, { of: "action", id }),
    answers: only(["admin", "leader"]),
  },
  setBudget: forLeaders((ctx) => setBudget(ctx, { ...SEEN, monthCents: 4500 })),
  setBaseline: forLeaders((ctx) => setBaseline(ctx, { ...SEEN, minutes: 25 })),
};
