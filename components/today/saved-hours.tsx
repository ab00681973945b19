import { ChartTable } from "#components/charts/chart-table";
import { RangeBar } from "#components/charts/range-bar";
import { CellLink } from "#components/records/row-link";
import type { RowsOf } from "#components/today/rows-of";
import { WeekPart } from "#components/today/week-part";
import { TextLink } from "#components/ui/text-link";
import type { Hours } from "#lib/figures/hours";
import { periodTitle, shortDay } from "#lib/figures/period";
import type { ReviewFigures } from "#lib/figures/review-queries";
import { counted } from "#lib/format/count";
import { formatHours } from "#lib/format/hours";

/** The place where the method is told, and what each workflow took by hand is set. */
const METHOD = "/settings/workflows";

type SavedHoursProps = {
  figures: ReviewFigures;
  /** The way to the rows behind a figure. */
  rowsOf: RowsOf;
};

/** Net hours saved: of the period as a sum, and by week with what it might be. */
export function SavedHours({ figures: { period, hours, hoursByWeek }, rowsOf }: SavedHoursProps) {
  const title = "Hours saved, net";
  if (hours.gross === 0 && hours.approved === 0)
    return (
      <WeekPart title={title} period={periodTitle(period)}>
        <p className="text-xs text-pretty text-muted">
          {hours.unknown.length > 0
            ? "Unknown: nobody said how long this work took by hand."
            : "No draft was approved in this time."}{" "}
          <TextLink href={METHOD}>How it is counted</TextLink>
        </p>
      </WeekPart>
    );
  const bars = hoursByWeek.map(({ week, hours: of }) => ({
    name: shortDay(week),
    value: inHours(of.net),
    low: inHours(of.low),
    high: inHours(of.high),
  }));
  return (
    <WeekPart title={title} period={periodTitle(period)}>
      <p className="text-2xl font-medium tracking-tight">
        {formatHours(hours.net)} h{" "}
        <span className="text-sm font-normal tracking-normal text-muted">
          {formatHours(hours.low)} to {formatHours(hours.high)}
        </span>
      </p>
      <RangeBar
        bars={bars}
        label={`Net hours saved in each of the last ${bars.length} weeks with their ranges, ${formatHours(hoursByWeek.at(-1)?.hours.net ?? 0)} in the last one.`}
      />
      <table className="w-full text-xs">
        <caption className="sr-only">How net hours are made up</caption>
        <tbody>
          <Line label="What it took by hand" ms={hours.gross} href={rowsOf("byHand")} />
          <Line label="Reading and deciding" ms={-hours.reading} href={rowsOf("measured")} />
          <Line label="Corrections after approval" ms={-hours.corrections} />
          <Line label="Net" ms={hours.net} total />
        </tbody>
      </table>
      <p className="mt-1 text-xs text-pretty text-faint">
        <TextLink href={rowsOf("measured")}>{`From ${counted(hours.timed, "timed decision")}`}</TextLink>
        {restWords(hours)} <TextLink href={METHOD}>How it is counted</TextLink>
      </p>
      <ChartTable
        caption="Net hours saved by week"
        head={["Week of", "Net", "From", "To"]}
        rows={hoursByWeek.map(({ week, hours: of }) => [
          shortDay(week),
          formatHours(of.net),
          formatHours(of.low),
          formatHours(of.high),
        ])}
      />
    </WeekPart>
  );
}

type LineProps = { label: string; ms: number; href?: string; total?: boolean };

function Line({ label, ms, href, total }: LineProps) {
  return (
    <tr className={total ? "border-t font-medium" : ""}>
      <th scope="row" className={`h-6 ${total ? "font-medium" : "font-normal"}`}>
        {href ? <CellLink href={href}>{label}</CellLink> : label}
      </th>
      <td className="text-right">{formatHours(ms)}</td>
    </tr>
  );
}

function restWords({ untimed, unknown }: Hours): string {
  const rest = untimed > 0 ? ` ${counted(untimed, "other")} counted at the median.` : "";
  return `.${rest}${unknown.length > 0 ? ` Without ${unknown.join(", ")}.` : ""}`;
}

function inHours(ms: number): number {
  return ms / 3_600_000;
}
