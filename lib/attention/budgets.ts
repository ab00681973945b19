import type { Asking } from "#lib/attention/asking";
import type { AttentionRow } from "#lib/attention/view";
import { getSpend } from "#lib/figures/spend-queries";
import { counted } from "#lib/format/count";
import { formatDay } from "#lib/format/dates";
import { formatDollars } from "#lib/format/money";

/** From this share on a budget is nearly used. */
const NEARLY = 0.9;
const BUDGETS = "/settings/workflows";

/** Workflows that have used most of their budget of this month, or all of it, the most used first. */
export async function listTightBudgets({
  ctx,
  today,
}: Pick<Asking, "ctx" | "today">): Promise<AttentionRow[]> {
  const { lines, month } = await getSpend(ctx, {}, { today, timeZone: "UTC" });
  return lines
    .flatMap((line) => (line.share !== null && line.share >= NEARLY ? [{ ...line, share: line.share }] : []))
    .toSorted((one, other) => other.share - one.share)
    .map(({ workflow, label, share, budgetMicros, held, reachesOn }) => ({
      id: workflow,
      title: `${label} has used ${Math.floor(share * 100)} % of its ${formatDollars(budgetMicros ?? 0)}`,
      about: aboutOf(held, reachesOn && formatDay(reachesOn, { today })),
      href: BUDGETS,
      age: "",
      urgency: share >= 1 ? "late" : "soon",
      third: month,
      person: null,
      step: { label: "Decide", href: BUDGETS },
    }));
}

function aboutOf(held: number, reachesOn: string | null): string | null {
  if (held > 0) return `${counted(held, "run")} ${held === 1 ? "is" : "are"} held`;
  return reachesOn && `reaches it on ${reachesOn}`;
}
