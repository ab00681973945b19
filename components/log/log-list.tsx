import { Group } from "#components/records/group";
import { Moment } from "#components/records/moment";
import { RowLink } from "#components/records/row-link";
import { Face } from "#components/ui/face";
import { Icon } from "#components/ui/icon";
import { addressOf } from "#lib/format/address";
import { addDays, type Day, formatDay, localDay } from "#lib/format/dates";
import type { LogLine } from "#lib/log/queries";
import type { Calendar } from "#lib/users/calendar";

/** The log, newest first, day by day in the reader's zone. */
export function LogList({ lines, calendar }: { lines: LogLine[]; calendar: Calendar }) {
  const byDay = Map.groupBy(lines, (line) => localDay(new Date(line.at), calendar.timeZone));
  return [...byDay].map(([day, ofDay]) => (
    <Group key={day} label={dayName(day, calendar.today)}>
      <ul>
        {ofDay.map((line) => (
          <LogRow key={line.seq} line={line} calendar={calendar} />
        ))}
      </ul>
    </Group>
  ));
}

function dayName(day: Day, today: Day): string {
  const named = formatDay(day, { today });
  if (day === today) return `Today, ${named}`;
  return day === addDays(today, -1) ? `Yesterday, ${named}` : named;
}

function LogRow({ line, calendar }: { line: LogLine; calendar: Calendar }) {
  const href = line.about && PLACES[line.about.kind](line.about.id);
  return (
    <li
      data-row
      className={`relative flex min-h-(--size-row) items-start gap-2.5 border-b px-4 py-1.5 md:px-6 ${href ? "hover:bg-hover has-focus-visible:bg-hover" : ""}`}
    >
      <span className="w-10 flex-none text-xs leading-5 text-faint">
        <Moment at={line.at} calendar={calendar} show="time" />
      </span>
      <span className="flex h-5 w-5 flex-none items-center justify-center text-faint">
        {line.byPerson ? <Face name={line.by} /> : <Icon name="mark" size="sm" />}
      </span>
      <span className="min-w-0 flex-1 text-pretty wrap-anywhere">
        {href ? <RowLink href={href}>{line.sentence}</RowLink> : line.sentence}
        {line.from && <span className="block truncate text-xs text-faint lg:hidden">{line.from}</span>}
      </span>
      {line.from && (
        <span className="max-w-60 flex-none truncate text-xs leading-5 text-faint max-lg:hidden">
          {line.from}
        </span>
      )}
      <span className="flex-none font-mono text-2xs leading-5 text-faint max-md:hidden">{line.kind}</span>
    </li>
  );
}

const PLACES: Record<NonNullable<LogLine["about"]>["kind"], (id: string) => string> = {
  source: (id) => `/sources/${id}`,
  run: (id) => `/runs/${id}`,
  draft: (id) => `/reviews/${id}`,
  action: (id) => addressOf("/actions", { open: id }),
  question: (id) => addressOf("/questions", { open: id }),
  lead: (id) => `/leads/${id}`,
};
