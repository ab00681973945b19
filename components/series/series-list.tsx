import { RowLink } from "#components/records/row-link";
import { Day } from "#components/ui/day";
import { formatDay } from "#lib/format/dates";
import type { ListedSeries } from "#lib/series/queries";
import type { Calendar } from "#lib/users/calendar";

/** Series, the last that met first: when, how much is open, and what is next. */
export function SeriesList({ series, calendar }: { series: ListedSeries[]; calendar: Calendar }) {
  return (
    <ul aria-label="Series">
      {series.map((one) => (
        <li
          key={one.id}
          data-row
          className="group relative flex min-h-(--size-row-2) items-center gap-4 border-b px-4 py-2 hover:bg-hover has-focus-visible:bg-hover md:px-6"
        >
          <span className="w-20 flex-none self-start text-xs leading-5 text-muted">
            <Day on={one.lastHeldOn} today={calendar.today} />
          </span>
          <div className="min-w-0 flex-1">
            <div className="text-pretty wrap-anywhere">
              <RowLink href={`/series/${one.id}`}>{one.name}</RowLink>
            </div>
            <div className="truncate text-xs text-faint">{nextWords(one, calendar.today)}</div>
          </div>
          <span className="flex-none text-right text-xs text-muted tabular-nums">
            <span className="block">{one.meetings === 1 ? "1 meeting" : `${one.meetings} meetings`}</span>
            <span className="block">
              {one.openActions === 1 ? "1 open action" : `${one.openActions} open actions`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function nextWords({ waiting, next }: ListedSeries, today: string): string {
  if (waiting) return `A draft waits for review: ${waiting.title}`;
  if (!next) return "Nothing is open";
  return `Next: ${next.text}${next.dueOn ? `, due ${formatDay(next.dueOn, { today })}` : ""}`;
}
