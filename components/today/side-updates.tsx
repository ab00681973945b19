import { CellLink } from "#components/records/row-link";
import { StateWord } from "#components/ui/state-word";
import { formatDay } from "#lib/format/dates";
import { formatTime } from "#lib/format/moments";
import type { OwnStandup } from "#lib/standups/own-queries";
import type { Calendar } from "#lib/users/calendar";

/** Beside the company's list: a leader's own update for each of their teams. Nothing for who writes none. */
export function SideUpdates({ standups, calendar }: { standups: OwnStandup[]; calendar: Calendar }) {
  if (standups.length === 0) return null;
  return (
    <section className="mb-3">
      <header className="flex h-9 items-end border-b pb-1.25 text-xs">
        <h2>Your update</h2>
      </header>
      <ul>
        {standups.map((standup) => (
          <li key={standup.teamId} className="flex min-h-8 items-center gap-2">
            <span className="min-w-0 flex-1 truncate has-focus-visible:whitespace-normal">
              <CellLink href={`/standups/${standup.teamId}`}>{standup.name}</CellLink>
            </span>
            <Standing standup={standup} />
            <span className="flex-none text-xs text-muted">{dueWords(standup, calendar)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ standup: { written, away } }: { standup: OwnStandup }) {
  if (written) return <StateWord state="done">written</StateWord>;
  return away === null ? (
    <StateWord state="waiting">not written</StateWord>
  ) : (
    <StateWord state="unmatched">{away}</StateWord>
  );
}

function dueWords({ day, dueAt }: OwnStandup, { today, timeZone }: Calendar): string {
  const time = formatTime(new Date(dueAt), timeZone);
  return day === today ? `digest ${time}` : `${formatDay(day, { today })}, ${time}`;
}
