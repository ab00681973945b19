import { ChartTable } from "#components/charts/chart-table";
import { LineKey, RateLines } from "#components/charts/rate-lines";
import { WeekPart } from "#components/today/week-part";
import { shortDay } from "#lib/figures/period";
import type { WeekRates } from "#lib/figures/rates";
import type { ReviewFigures } from "#lib/figures/review-queries";

/** How much of what was decided was approved, and approved as it was written, by week. */
export function ReviewRates({ figures: { rates, marks } }: { figures: ReviewFigures }) {
  const known = rates.filter(({ decided }) => decided > 0);
  const [first, last] = [known[0], known.at(-1)];
  const period = `${rates.length} weeks`;
  if (!first || !last)
    return (
      <WeekPart title="Approved and unedited" period={period}>
        <p className="text-xs text-muted">Nothing was decided in these weeks.</p>
      </WeekPart>
    );
  return (
    <WeekPart title="Approved and unedited" period={period}>
      <RateLines
        points={rates.map(({ week, approved, unedited }) => ({
          name: shortDay(week),
          first: approved,
          second: unedited,
        }))}
        marks={marks.map(({ week, label, version }) => ({
          name: shortDay(week),
          text: `${label} v${version}`,
        }))}
        label={`Approved ${percent(first.approved)} to ${percent(last.approved)}, approved unedited ${percent(first.unedited)} to ${percent(last.unedited)}, from the first to the last of ${rates.length} weeks.`}
      />
      <table className="mt-1.5 w-full text-xs">
        <caption className="sr-only">The last week with decisions, and the change since the first</caption>
        <tbody>
          <Rate tone="second" label="Approved" from={first.approved} to={last.approved} />
          <Rate tone="first" label="Approved unedited" from={first.unedited} to={last.unedited} />
        </tbody>
      </table>
      <ChartTable
        caption="Approved and unedited by week"
        head={["Week of", "Decided", "Approved", "Unedited"]}
        rows={rates.map((row: WeekRates) => [
          shortDay(row.week),
          row.decided,
          percent(row.approved),
          percent(row.unedited),
        ])}
      />
    </WeekPart>
  );
}

type RateProps = { tone: "first" | "second"; label: string; from: number | null; to: number | null };

function Rate({ tone, label, from, to }: RateProps) {
  const change = Math.round(to ?? 0) - Math.round(from ?? 0);
  return (
    <tr>
      <th scope="row" className="h-6 font-normal">
        <LineKey tone={tone} />
        {label}
      </th>
      <td className="text-right font-medium">{percent(to)}</td>
      <td className="pl-3 text-right text-faint">{change < 0 ? `−${-change}` : `+${change}`}</td>
    </tr>
  );
}

function percent(rate: number | null): string {
  return rate === null ? "none" : `${Math.round(rate)} %`;
}
