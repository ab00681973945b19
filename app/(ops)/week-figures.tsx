import type { ReactNode } from "react";
import { AdoptionList } from "#components/today/adoption-list";
import { PartFailed } from "#components/today/part-states";
import { ReviewRates } from "#components/today/review-rates";
import type { RowsOf } from "#components/today/rows-of";
import { SavedHours } from "#components/today/saved-hours";
import { SpendTable } from "#components/today/spend-table";
import { WeekPart } from "#components/today/week-part";
import { WorkFigures } from "#components/today/work-figures";
import { getAdoption } from "#lib/figures/people-queries";
import { getRecordFigures } from "#lib/figures/record-queries";
import { getReviewing } from "#lib/figures/review-queries";
import { getSpend } from "#lib/figures/spend-queries";
import { addressOf, type Query } from "#lib/format/address";
import type { Calendar } from "#lib/users/calendar";
import type { Refusal } from "#lib/web/refusal";
import { keptAnswer, requireUser } from "#lib/web/session";
import { unlessFailed } from "#lib/web/unless-failed";

type WeekFiguresProps = {
  period: "week" | "month" | "quarter";
  ago: 0 | 1;
  teamId: string | undefined;
  /** Whether everybody is listed. */
  everybody: boolean;
  filters: Query;
  calendar: Calendar;
};

/** The figures of a week, month or quarter. What fails takes nothing else with it. */
export async function WeekFigures({ period, ago, teamId, everybody, filters, calendar }: WeekFiguresProps) {
  const ctx = await requireUser();
  const filter = { period, ago, teamId };
  const about = [filter, calendar.today] as const;
  const [reviews, spend, adoption, records] = await Promise.all([
    unlessFailed(keptAnswer(["reviewing", ...about], () => getReviewing(ctx, filter, calendar))),
    unlessFailed(keptAnswer(["spend", ...about], () => getSpend(ctx, filter, calendar))),
    unlessFailed(keptAnswer(["adoption", ...about], () => getAdoption(ctx, filter, calendar))),
    unlessFailed(keptAnswer(["record figures", ...about], () => getRecordFigures(ctx, filter, calendar))),
  ]);
  const rowsOf: RowsOf = (of, narrowed = {}) =>
    addressOf("/figures", { of, ...filters, people: null, ...narrowed });
  const otherHref = addressOf("/", { ...filters, people: everybody ? null : "all" });
  return (
    <div className="grid flex-none grid-cols-1 lg:grid-cols-2 xl:grid-cols-[minmax(16rem,1fr)_minmax(26.5rem,1.5fr)_minmax(17rem,1fr)_minmax(18rem,1fr)]">
      <Part of={reviews} title="Hours saved, net">
        {(figures) => <SavedHours figures={figures} rowsOf={rowsOf} />}
      </Part>
      <Part of={spend} title="Spend against budget">
        {(figures) => <SpendTable spend={figures} today={calendar.today} rowsOf={rowsOf} />}
      </Part>
      <Part of={reviews} title="Approved and unedited">
        {(figures) => <ReviewRates figures={figures} />}
      </Part>
      <Part of={adoption} title="Adoption">
        {(figures) => (
          <AdoptionList
            adoption={figures}
            all={everybody}
            otherHref={otherHref}
            rowsOf={rowsOf}
            me={ctx.actor.id}
          />
        )}
      </Part>
      <WorkFigures
        reviews={reviews.ok ? reviews.value : null}
        records={records.ok ? records.value : null}
        rowsOf={rowsOf}
      />
    </div>
  );
}

type PartProps<T> = {
  of: { ok: true; value: T } | Refusal;
  title: string;
  children: (value: T) => ReactNode;
};

function Part<T>({ of, title, children }: PartProps<T>) {
  if (of.ok) return children(of.value);
  return (
    <WeekPart title={title} period="">
      <PartFailed what="This figure" requestId={of.requestId} />
    </WeekPart>
  );
}
