import { Row, RowList } from "#components/ui/row-list";
import { StateWord } from "#components/ui/state-word";
import { type Day, formatDay } from "#lib/format/dates";
import { formatTime } from "#lib/format/moments";
import type { ListedStandup } from "#lib/standups/queries";
import type { Calendar } from "#lib/users/calendar";

/** The teams that hold a stand-up, with how far today's is. */
export function StandupList({ standups, calendar }: { standups: ListedStandup[]; calendar: Calendar }) {
  return (
    <RowList label="Stand-ups" wide>
      {standups.map((standup) => (
        <Row
          key={standup.teamId}
          href={`/standups/${standup.teamId}`}
          title={standup.name}
          detail={detailOf(standup, calendar)}
          end={standup.active && standup.day && turnoutOf(standup)}
          endDetail={<Standing standup={standup} />}
        />
      ))}
    </RowList>
  );
}

function turnoutOf({ wrote, expected }: ListedStandup): string {
  return expected === 0 ? "nobody is expected" : `${wrote} of ${expected} wrote`;
}

function detailOf({ active, day, dueAt, state }: ListedStandup, { today, timeZone }: Calendar): string {
  if (!active || !day) return "Holds no stand-up at present";
  const when = dayWord(day, today);
  if (state === "closed") return `${when}, the digest was asked for`;
  if (state === "skipped") return `${when}, no digest`;
  return dueAt ? `${when}, digest at ${formatTime(new Date(dueAt), timeZone)}` : when;
}

function dayWord(day: Day, today: Day): string {
  return day === today ? "Today" : formatDay(day, { today });
}

function Standing({ standup: { mayPost, posted } }: { standup: ListedStandup }) {
  if (!mayPost) return null;
  return posted ? (
    <StateWord state="done">you wrote</StateWord>
  ) : (
    <StateWord state="waiting">you haven’t yet</StateWord>
  );
}
